// Even what is kept of endings ends: who signed, three years later. That it was signed, when and for what, stays.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

const within = (table: string, tenant: string) =>
  sql`from ${sql.table(table)} one join area on area.tenant_id = ${tenant} and area.id = one.area_id where one.tenant_id = ${tenant}`

export const endings: readonly Ending[] = [
  {
    code: 'retention.signer',
    zh: '期限、保全、销毁是谁签的',
    en: 'Who signed terms, holds and endings',
    basis: PIPL.account,
    from: 'made',
    days: 3 * YEAR,
    least: 180,
    fields: ['retention.signer', 'retention.words'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select one.id, area.area_pos ${within('legal_hold', tenant)} and one.state = 'lifted' and one.changed_at < ${before}
        and one.why <> '' and one.id > ${after}
      union all
      select one.id, area.area_pos ${within('destruction', tenant)} and one.state in ('destroyed', 'kept')
        and one.changed_at < ${before} and (one.signed_by is not null or one.kept_why <> '') and one.id > ${after}
      order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('legal_hold')
        .set({ why: '', lift_why: '', made_by: NOBODY, lift_by: null, lifted_by: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .updateTable('destruction')
        .set({ signed_by: null, witnessed_by: null, kept_why: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
