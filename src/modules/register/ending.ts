// How what is kept of those who live here ends: three years after somebody left or died nothing of his entry is left.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { type DueRow, type Ending, sealedUntil } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'
import { importEndings } from './import/ending.ts'
import { COUNTED_DAYS } from './phone-way/store.ts'

const GONE = sql`case when state <> 'here' then state_since::timestamptz end`

const person: Ending = {
  code: 'register.person',
  zh: '迁出、去世的人的登记',
  en: 'Entries of those who left or died',
  basis: PIPL.duty,
  from: 'closed',
  days: 3 * YEAR,
  fields: [
    ...(['register.name', 'register.phone', 'register.birth', 'register.homePlace', 'register.need'] as const),
    ...['register.number', 'register.hash', 'register.plain', 'register.past', 'register.pastOf'],
    ...[
      'register.tie',
      'register.correction',
      'register.correctionOf',
      'register.said',
      'register.relocating',
      'register.relocatingOf',
    ],
  ],
  sealed: sealedUntil('person', ['name', 'phone', 'birth', 'home_place', 'need', 'number'], GONE),
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from person where tenant_id = ${tenant} and state <> 'here' and state_since < ${before}::date
      and id > ${after} order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .updateTable('household')
      .set({ head_id: null })
      .where('tenant_id', '=', tenant)
      .where('head_id', 'in', [...ids]),
    k
      .deleteFrom('correction')
      .where('tenant_id', '=', tenant)
      .where('person_id', 'in', [...ids]),
    k
      .deleteFrom('relocation')
      .where('tenant_id', '=', tenant)
      .where('person_id', 'in', [...ids]),
    k
      .deleteFrom('tie')
      .where('tenant_id', '=', tenant)
      .where('person_id', 'in', [...ids]),
    k
      .deleteFrom('person_past')
      .where('tenant_id', '=', tenant)
      .where('person_id', 'in', [...ids]),
    k
      .deleteFrom('person')
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const tie: Ending = {
  code: 'register.tie',
  zh: '已经结束的居住、租住、工作、照看关系',
  en: 'Ties that are over: who lived, rented, worked or looked after somebody where',
  basis: PIPL.duty,
  from: 'closed',
  days: 3 * YEAR,
  fields: ['register.tie'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from tie where tenant_id = ${tenant} and to_day < ${before}::date and person_id is not null
      and id > ${after} order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .deleteFrom('tie')
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const correction: Ending = {
  code: 'register.correction',
  zh: '答复过的更正请求',
  en: 'Requests for correction that were answered',
  basis: '个人信息保护法 第四十六条',
  from: 'closed',
  days: 3 * YEAR,
  fields: ['register.correction', 'register.correctionOf'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from correction where tenant_id = ${tenant} and state <> 'open' and changed_at < ${before}
      and id > ${after} order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .deleteFrom('correction')
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const contact: Ending = {
  code: 'register.contact',
  zh: '已注销单位的联系人',
  en: 'Whom to speak to at an organisation that is no more',
  basis: PIPL.duty,
  from: 'closed',
  days: YEAR,
  fields: ['register.contact'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from organisation where tenant_id = ${tenant} and ended_on < ${before}::date
      and (contact_name is not null or contact_phone is not null) and id > ${after} order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .updateTable('organisation')
      .set({ contact_name: null, contact_phone: null })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const visitor: Ending = {
  code: 'register.visitor',
  zh: '谁去走访的、谁导入的',
  en: 'Who visited a home or sent a file',
  basis: PIPL.staff,
  from: 'made',
  days: 3 * YEAR,
  fields: ['register.visitor'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from home_visit where tenant_id = ${tenant} and begun_at < ${before}
      and made_by <> ${NOBODY}::uuid and id > ${after}
    union all
    select id, area_pos from register_batch where tenant_id = ${tenant} and made_at < ${before}
      and made_by <> ${NOBODY}::uuid and id > ${after}
    order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .updateTable('home_visit')
      .set({ made_by: NOBODY })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
    k
      .updateTable('register_batch')
      .set({ made_by: NOBODY })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const exporter: Ending = {
  code: 'register.exporter',
  zh: '名单是谁导出、谁同意的',
  en: 'Who exported a list and who agreed',
  basis: PIPL.account,
  from: 'made',
  days: 3 * YEAR,
  fields: ['register.exporter'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from register_export where tenant_id = ${tenant} and asked_at < ${before}
      and asked_by <> ${NOBODY}::uuid and id > ${after} order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .updateTable('register_export')
      .set({ asked_by: NOBODY, decided_by: null })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const ownCode: Ending = {
  code: 'register.ownCode',
  zh: '本人看登记用的验证码',
  en: 'Codes by which people opened their own entries',
  basis: '个人信息保护法 第四十五条、第五十一条',
  from: 'made',
  days: COUNTED_DAYS,
  fields: ['register.ownCode'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, null::bigint as area_pos from own_code where tenant_id = ${tenant} and made_at < ${before}
      and id > ${after} order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .deleteFrom('own_code')
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

export const endings: readonly Ending[] = [
  ownCode,
  person,
  tie,
  correction,
  contact,
  visitor,
  exporter,
  ...importEndings,
]
