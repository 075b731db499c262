// How a file ends: what one side said in confidence goes first; the rest when a person has signed for it, ten years on.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { endFileRows, filesOf } from '#kernel/files/files.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'
import { clearedFile } from './ending-store.ts'

const apart: Ending = {
  code: 'mediation.apart',
  zh: '单方谈话',
  en: 'Closed notes of one side',
  basis: `${PIPL.consent}；人民调解法 第十五条`,
  from: 'closed',
  days: 180,
  fields: ['mediation.apart', 'mediation.hand'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select n.id, n.area_pos from closed_note n
    join mediation m on m.tenant_id = ${tenant} and m.id = n.mediation_id
    where n.tenant_id = ${tenant} and m.closed_at < ${before} and n.by_id <> ${NOBODY}::uuid and n.id > ${after}
    order by n.id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .updateTable('closed_note')
      .set({ words: Buffer.alloc(0), by_id: NOBODY })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

/** How long a file is kept where the district set nothing else. */
export const FILE_RULE = { code: 'mediation.file', days: 10 * YEAR } as const

const file: Ending = {
  ...FILE_RULE,
  zh: '调解案卷：当事人、经过、笔录、协议、回访',
  en: 'A mediation file: parties, minutes, agreement, follow-ups',
  basis: `${PIPL.duty}；档案法 第二十六条（保管期限由各地定）`,
  from: 'closed',
  least: 3 * YEAR,
  signed: true,
  fields: ['mediation.party', 'mediation.entry', 'mediation.words', 'mediation.title', 'mediation.hand'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from mediation where tenant_id = ${tenant} and closed_at < ${before} and title <> ''
      and id > ${after} order by id limit ${limit}`,
  named: (tenant, ids) =>
    k
      .selectFrom('mediation')
      .select(['id', sql<string>`coalesce(no, '')`.as('no'), 'closed_at as since'])
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  files: filesOf,
  end: (tenant, ids) => [...clearedFile(tenant, ids), endFileRows(tenant, ids)],
}

export const endings: readonly Ending[] = [apart, file]
