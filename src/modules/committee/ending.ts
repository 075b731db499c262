// How what is kept of mediators ends: their building with the seat, the certificate a year later, who it was after three.
import { sql } from 'kysely'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

type Asked = Parameters<Ending['due']>[0]

/** Seats whose term was over, or that were left, before. */
const over = ({ tenant, before, after, limit }: Asked, holds: ReturnType<typeof sql>) => sql<DueRow>`
  select m.id, c.area_pos from mediator m
  join mediation_committee c on c.tenant_id = ${tenant} and c.id = m.committee_id
  where m.tenant_id = ${tenant} and least(m.left_on, m.to_on) < ${before} and ${holds} and m.id > ${after}
  order by m.id limit ${limit}`

const clear = (set: Record<string, unknown>) => (tenant: string, ids: readonly string[]) => [
  k
    .updateTable('mediator')
    .set(set)
    .where('tenant_id', '=', tenant)
    .where('id', 'in', [...ids]),
]

export const endings: readonly Ending[] = [
  {
    code: 'committee.home',
    zh: '离任调解员住哪栋楼',
    en: 'The building of a mediator who has left',
    basis: PIPL.consent,
    from: 'post ended',
    days: 0,
    fields: ['committee.home'],
    due: (asked) => over(asked, sql`m.home_id is not null`),
    end: clear({ home_id: null }),
  },
  {
    code: 'committee.certificate',
    zh: '离任调解员的证号',
    en: 'The certificate of a mediator who has left',
    basis: PIPL.duty,
    from: 'post ended',
    days: YEAR,
    fields: ['committee.certificate'],
    due: (asked) => over(asked, sql`m.certificate <> ''`),
    end: clear({ certificate: '' }),
  },
  {
    code: 'committee.seat',
    zh: '离任调解员是谁',
    en: 'Who a mediator was, after the seat',
    basis: PIPL.duty,
    from: 'post ended',
    days: 3 * YEAR,
    fields: ['committee.seat'],
    due: (asked) => over(asked, sql`m.account_id is not null`),
    end: clear({ account_id: null }),
  },
]
