// How what is kept with a matter ends: who reported first, then the pictures, then, signed for, its words.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { type DueRow, type Ending, sealedUntil } from '#kernel/ending/ending.ts'
import { endWays } from '#kernel/ending/kernel-endings.ts'
import { endFileRows, filesOf } from '#kernel/files/files.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

const reporter: Ending = {
  code: 'matter.reporter',
  zh: '报告人的称呼和电话',
  en: 'Name and phone of whoever reported',
  basis: PIPL.consent,
  from: 'closed',
  days: YEAR,
  fields: ['matter.reporterName', 'matter.reporterPhone'],
  sealed: sealedUntil('matter', ['reporter_name', 'reporter_phone'], sql.ref('closed_at')),
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from matter where tenant_id = ${tenant} and closed_at < ${before}
      and (reporter_name is not null or reporter_phone is not null) and id > ${after} order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .updateTable('matter')
      .set({ reporter_name: null, reporter_phone: null })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const photos: Ending = {
  code: 'matter.photos',
  zh: '随事项来的照片和录音',
  en: 'Photos and recordings that came with a matter',
  basis: PIPL.consent,
  from: 'closed',
  days: 2 * YEAR,
  fields: ['kernel.photo'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from matter where tenant_id = ${tenant} and closed_at < ${before}
      and exists (select 1 from file where file.tenant_id = ${tenant} and file.subject_id = matter.id)
      and id > ${after} order by id limit ${limit}`,
  files: filesOf,
  end: (tenant, ids) => [
    endFileRows(tenant, ids),
    k
      .updateTable('matter')
      .set({ photos: 0 })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

/** 事项档案: what was said and done goes when a person has signed for it; number, kind, area and times stay as figures. */
const file: Ending = {
  code: 'matter.file',
  zh: '事项档案：原话、办理经过、地点、经办人',
  en: 'The file of a matter: words, steps, place, who handled it',
  basis: `${PIPL.duty}；档案法 第二十六条`,
  from: 'closed',
  days: 3 * YEAR,
  least: YEAR,
  signed: true,
  fields: ['matter.words', 'matter.place', 'matter.rating', 'matter.handler'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from matter where tenant_id = ${tenant} and closed_at < ${before}
      and (words <> '' or title <> '' or address <> '' or handler_id is not null) and id > ${after} order by id limit ${limit}`,
  named: (tenant, ids) =>
    k
      .selectFrom('matter')
      .select(['id', 'no', 'closed_at as since'])
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  files: filesOf,
  end: (tenant, ids) => [
    k
      .updateTable('matter')
      .set({
        ...{ words: '', title: '', address: '', reply: null, place_id: null, lon: null, lat: null },
        ...{ solved: null, satisfaction: null, effect_holds: null, handler_id: null, reporter_id: null },
        ...{ hands: sql`'{}'::uuid[]`, helpers: sql`'{}'::uuid[]`, leader_id: null, photos: 0 },
        ...{ reporter_name: null, reporter_phone: null },
      })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
    k
      .updateTable('matter_step')
      .set({ actor_id: null, actor_name: '', text: '', detail: sql`'{}'::jsonb` })
      .where('tenant_id', '=', tenant)
      .where('matter_id', 'in', [...ids]),
    k
      .updateTable('matter_request')
      .set({ words: '', asked_by: NOBODY, decided_by: null })
      .where('tenant_id', '=', tenant)
      .where('matter_id', 'in', [...ids]),
    endFileRows(tenant, ids),
    endWays(tenant, ids),
  ],
}

const heard: Ending = {
  code: 'matter.heard',
  zh: '民情台账上的话和登记人',
  en: 'Lines of the listening ledger, and who wrote them down',
  basis: PIPL.duty,
  from: 'made',
  days: 3 * YEAR,
  fields: ['matter.words', 'matter.handler'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select id, area_pos from listening where tenant_id = ${tenant} and made_at < ${before}
      and (words <> '' or heard_by <> ${NOBODY}::uuid) and id > ${after} order by id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .updateTable('listening')
      .set({ words: '', heard_by: NOBODY })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const route: Ending = {
  code: 'matter.route',
  zh: '失效的派单规则是谁定的',
  en: 'Who made a routing rule that is over',
  basis: PIPL.staff,
  from: 'used',
  days: 3 * YEAR,
  fields: ['matter.handler'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select rule.id, area.area_pos from routing_rule rule
    join area on area.tenant_id = ${tenant} and area.id = rule.area_id
    where rule.tenant_id = ${tenant} and rule.valid_to < ${before}::date and rule.owner_id <> ${NOBODY}::uuid
      and rule.id > ${after} order by rule.id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .updateTable('routing_rule')
      .set({ owner_id: NOBODY })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

const filter: Ending = {
  code: 'matter.filter',
  zh: '停用账号自己存的筛选',
  en: 'Questions saved by a closed account',
  basis: PIPL.staff,
  from: 'account ended',
  days: 0,
  fields: ['matter.filter'],
  due: ({ tenant, before, after, limit }) => sql<DueRow>`
    select saved.id, null::bigint as area_pos from saved_filter saved
    join account on account.tenant_id = ${tenant} and account.id = saved.account_id
    where saved.tenant_id = ${tenant} and account.state = 'disabled' and account.changed_at < ${before}
      and saved.id > ${after} order by saved.id limit ${limit}`,
  end: (tenant, ids) => [
    k
      .deleteFrom('saved_filter')
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [...ids]),
  ],
}

export const endings: readonly Ending[] = [reporter, photos, file, heard, route, filter]
