// How what is kept of those who hold keys ends.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

export const endings: readonly Ending[] = [
  {
    code: 'open311.owner',
    zh: '过期的密钥是哪个单位的、找谁',
    en: 'Whose a key was that is over, and whom to ask',
    basis: PIPL.duty,
    from: 'used',
    days: 3 * YEAR,
    fields: ['open311.owner'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from open311_key where tenant_id = ${tenant}
        and (ended_at < ${before} or ends_at < ${before}) and (owner <> '' or contact <> '') and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('open311_key')
        .set({ owner: '', contact: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'open311.madeBy',
    zh: '哪位管理员发的密钥',
    en: 'Which administrator gave a key',
    basis: PIPL.staff,
    from: 'made',
    days: 3 * YEAR,
    fields: ['open311.madeBy'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from open311_key
      where tenant_id = ${tenant} and made_at < ${before} and made_by <> ${NOBODY}::uuid and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('open311_key')
        .set({ made_by: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
