// How what is kept of mediators ends: their building with the seat, the certificate a year later, who it was after three.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
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
    code: 'committee.training',
    zh: '离任调解员参加过的培训',
    en: 'What a mediator who has left had learned',
    basis: PIPL.staff,
    from: 'post ended',
    days: YEAR,
    fields: ['committee.training'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select t.id, c.area_pos from mediator_training t
      join mediator m on m.tenant_id = ${tenant} and m.id = t.mediator_id
      join mediation_committee c on c.tenant_id = ${tenant} and c.id = m.committee_id
      where t.tenant_id = ${tenant} and least(m.left_on, m.to_on) < ${before} and t.id > ${after}
      order by t.id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('mediator_training')
        .set({ mediator_id: null, certificate: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
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
  {
    code: 'committee.complaint',
    zh: '对调解员的投诉和答复',
    en: 'Complaints about mediators and their answers',
    basis: PIPL.duty,
    from: 'closed',
    days: YEAR,
    fields: ['committee.complaint', 'committee.complained'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from mediator_complaint
      where tenant_id = ${tenant} and answered_on < ${before} and mediator_id <> id and id > ${after}
      order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('mediator_complaint')
        .set({
          ...{ body: Buffer.alloc(0), answer: null, party_id: null },
          // One from a party’s page was made by nobody of the office, so this marks what has ended.
          ...{ mediator_id: sql`id`, made_by: NOBODY, answered_by: null },
        })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'committee.applicant',
    zh: '报名当调解员的人的资料和答复',
    en: 'What those who applied to become mediators left, and what they were told',
    basis: PIPL.consent,
    from: 'closed',
    days: 180,
    fields: ['committee.applicant', 'committee.appointed'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select a.id, a.area_pos from mediator_applicant a
      join mediator_call c on c.tenant_id = ${tenant} and c.id = a.call_id
      where a.tenant_id = ${tenant} and c.to_on < ${before} and a.body is not null and a.id > ${after}
      order by a.id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('mediator_applicant')
        .set({ body: null, answer: null, mediator_id: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
