// How a declaration ends: what was written in it a month after it was taken back.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL } from '#kernel/personal.ts'

export const endings: readonly Ending[] = [
  {
    code: 'kin.declared',
    zh: '撤回的亲属申报',
    en: 'A declaration of relatives that was taken back',
    basis: PIPL.consent,
    from: 'closed',
    days: 30,
    fields: ['kin.declared', 'kin.home', 'kin.whose'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from kin
      where tenant_id = ${tenant} and ended_at < ${before} and account_id <> ${NOBODY}::uuid and id > ${after}
      order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('kin')
        .set({ body: Buffer.alloc(0), phone_mac: null, home_id: null, account_id: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
