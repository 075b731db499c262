// How what is kept of those who answer for an area ends: numbers with the term, names a year later.
import { sql } from 'kysely'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

/** Rows of a table with a term in an area, whose term was over before. */
const over = (table: string, before: Date, holds: ReturnType<typeof sql>, tenant: string, after: string) => sql`
  select one.id, area.area_pos from ${sql.table(table)} one
  join area on area.tenant_id = ${tenant} and area.id = one.area_id
  where one.tenant_id = ${tenant} and one.ended_at < ${before} and ${holds} and one.id > ${after}`

export const endings: readonly Ending[] = [
  {
    code: 'duty.reach',
    zh: '卸任后的电话、联系人，解散队伍的值班表',
    en: 'Numbers and contacts after a term, rosters of teams that are over',
    basis: PIPL.consent,
    from: 'post ended',
    days: 0,
    fields: ['duty.phone', 'duty.workPhone', 'duty.contact', 'duty.roster'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      ${over('duty', before, sql`one.phone <> ''`, tenant, after)}
      union all ${over('secondment', before, sql`one.work_phone <> ''`, tenant, after)}
      union all ${over('body', before, sql`(one.work_phone <> '' or one.contact <> '')`, tenant, after)}
      union all ${over('team', before, sql`exists (select 1 from team_shift s where s.tenant_id = ${tenant} and s.team_id = one.id)`, tenant, after)}
      order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('duty')
        .set({ phone: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .updateTable('secondment')
        .set({ work_phone: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .updateTable('body')
        .set({ work_phone: '', contact: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .deleteFrom('team_swap')
        .where('tenant_id', '=', tenant)
        .where('team_id', 'in', [...ids]),
      k
        .deleteFrom('team_shift')
        .where('tenant_id', '=', tenant)
        .where('team_id', 'in', [...ids]),
    ],
  },
  {
    code: 'duty.person',
    zh: '卸任后是谁负责过这里',
    en: 'Who answered here, after the term',
    basis: `${PIPL.duty}；楼栋长、志愿者：${PIPL.consent}`,
    from: 'post ended',
    days: YEAR,
    fields: ['duty.name', 'duty.account', 'duty.member', 'duty.seconded'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      ${over('duty', before, sql`(one.name <> '' or one.account_id is not null)`, tenant, after)}
      union all ${over('secondment', before, sql`(one.name <> '' or one.account_id is not null)`, tenant, after)}
      union all ${over('team', before, sql`exists (select 1 from team_member m where m.tenant_id = ${tenant} and m.team_id = one.id)`, tenant, after)}
      union all ${over('working_group', before, sql`exists (select 1 from group_member m where m.tenant_id = ${tenant} and m.group_id = one.id)`, tenant, after)}
      order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('duty')
        .set({ name: '', name_en: '', account_id: null, post_id: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .updateTable('secondment')
        .set({ name: '', name_en: '', account_id: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .deleteFrom('team_swap')
        .where('tenant_id', '=', tenant)
        .where('team_id', 'in', [...ids]),
      k
        .deleteFrom('team_shift')
        .where('tenant_id', '=', tenant)
        .where('team_id', 'in', [...ids]),
      k
        .deleteFrom('team_member')
        .where('tenant_id', '=', tenant)
        .where('team_id', 'in', [...ids]),
      k
        .deleteFrom('group_member')
        .where('tenant_id', '=', tenant)
        .where('group_id', 'in', [...ids]),
    ],
  },
]
