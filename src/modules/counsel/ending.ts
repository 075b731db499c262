// How what is kept of those who sit, book and write ends.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

const BOOKING_DAYS = 90
const ADVISED_DAYS = 180

export const endings: readonly Ending[] = [
  {
    code: 'counsel.phone',
    zh: '预约坐诊留下的电话',
    en: 'Phones left with a booking',
    basis: PIPL.consent,
    from: 'made',
    days: BOOKING_DAYS,
    fields: ['counsel.phone'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select one.id, clinic.area_pos from clinic_booking one
      join clinic on clinic.tenant_id = ${tenant} and clinic.id = one.clinic_id
      where one.tenant_id = ${tenant} and one.made_at < ${before} and one.phone is not null
        and one.id > ${after} order by one.id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('clinic_booking')
        .set({ phone: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'counsel.sitter',
    zh: '不再坐诊的人的姓名、律所、证号',
    en: 'Names, firms and licences of those who sit no longer',
    basis: PIPL.consent,
    from: 'post ended',
    days: YEAR,
    fields: ['counsel.sitter'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from sitter
      where tenant_id = ${tenant} and ended_at < ${before} and name <> '' and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('sitter')
        .set({ name: '', name_en: '', firm: '', licence_no: '', account_id: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'counsel.advised',
    zh: '咨询人、转介人的姓名电话，援助事由，登记人',
    en: 'Names, phones and grounds of those who were advised or referred, and who noted it',
    basis: PIPL.consent,
    from: 'closed',
    days: ADVISED_DAYS,
    fields: ['counsel.advised', 'counsel.aid', 'counsel.advisedBy'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from law_advice
      where tenant_id = ${tenant} and changed_at < ${before}
        and (person is not null or aid is not null or by_id <> ${NOBODY}::uuid)
        and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('law_advice')
        .set({ person: null, aid: null, by_id: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'counsel.wrote',
    zh: '谁写、谁复核的解答',
    en: 'Who wrote and who reviewed an answer',
    basis: PIPL.staff,
    from: 'made',
    days: 3 * YEAR,
    fields: ['counsel.wrote'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from law_answer
      where tenant_id = ${tenant} and made_at < ${before} and proposed_by <> ${NOBODY}::uuid
        and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('law_answer')
        .set({ proposed_by: NOBODY, reviewed_by: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'counsel.answer',
    zh: '多年没有再用的解答',
    en: 'Answers that were retired long ago',
    basis: PIPL.duty,
    from: 'closed',
    days: 3 * YEAR,
    fields: ['counsel.answer'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from law_answer
      where tenant_id = ${tenant} and changed_at < ${before} and state = 'retired' and answer <> ''
        and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('law_answer')
        .set({ question: '', answer: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'counsel.panel',
    zh: '专家会诊的案情、意见、方案',
    en: 'What was put to panels, their opinions and plans',
    basis: `${PIPL.duty}；档案法 第十条`,
    from: 'closed',
    days: 10 * YEAR,
    fields: ['counsel.panelWords', 'counsel.panelHand'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from panel
      where tenant_id = ${tenant} and closed_at < ${before} and convened_by <> ${NOBODY}::uuid
        and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('panel')
        .set({ put: Buffer.alloc(0), plan: null, convened_by: NOBODY, member_ids: [] })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      // One seat of an account in a panel: without an account each seat is its own.
      k
        .updateTable('panel_member')
        .set((row) => ({ opinion: null, account_id: row.ref('id') }))
        .where('tenant_id', '=', tenant)
        .where('panel_id', 'in', [...ids]),
      k
        .updateTable('panel_measure')
        .set({ body: Buffer.alloc(0) })
        .where('tenant_id', '=', tenant)
        .where('panel_id', 'in', [...ids]),
    ],
  },
]
