// How what is kept of those who sign in ends: access at once, who it was and which posts he held when it can no longer be asked.
import { sql } from 'kysely'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { endWays } from '#kernel/ending/kernel-endings.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

export const endings: readonly Ending[] = [
  {
    code: 'account.access',
    zh: '停用账号的密码、验证器和工作电话',
    en: 'Password, authenticator and work phone of a closed account',
    basis: PIPL.staff,
    from: 'account ended',
    days: 0,
    fields: ['account.password', 'account.authenticator', 'account.workPhone'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from account where tenant_id = ${tenant} and state = 'disabled' and changed_at < ${before}
        and (password is not null or totp_secret is not null or work_phone <> '') and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('account')
        .set({ password: null, totp_secret: null, work_phone: '', failures: 0, locked_until: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'account.person',
    zh: '停用账号是谁的',
    en: 'Whose a closed account was',
    basis: PIPL.staff,
    from: 'account ended',
    days: 3 * YEAR,
    least: 180,
    fields: ['account.name', 'account.login'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from account where tenant_id = ${tenant} and state = 'disabled' and changed_at < ${before}
        and (name <> '' or name_en <> '') and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('account')
        .set({ name: '', name_en: '', login: sql`'ended-' || id::text` })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      endWays(tenant, ids),
    ],
  },
  {
    code: 'account.use',
    zh: '登录记录',
    en: 'Sign-ins',
    basis: PIPL.account,
    from: 'used',
    days: YEAR,
    // 网络安全法: logs are kept for six months at least.
    least: 180,
    fields: ['account.use'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from session where tenant_id = ${tenant} and seen_at < ${before}
        and (ended_at is not null or ends_at < ${before}) and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      endWays(tenant, ids),
      k
        .deleteFrom('session')
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'account.post',
    zh: '卸任的岗位是谁担任的',
    en: 'Who held a post that is over',
    basis: PIPL.staff,
    from: 'post ended',
    days: 3 * YEAR,
    least: 180,
    fields: ['account.post'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select post.id, area.area_pos from post
      join area on area.tenant_id = ${tenant} and area.id = post.area_id
      where post.tenant_id = ${tenant} and (post.ended_at < ${before} or post.to_on < ${before}::date)
        and post.id > ${after} order by post.id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('post')
        .set({ stands_in_for: null })
        .where('tenant_id', '=', tenant)
        .where('stands_in_for', 'in', [...ids]),
      k
        .deleteFrom('post')
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
