// How what is kept to reach people ends.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'
import { ADDRESS_DAYS } from './personal.ts'

export const endings: readonly Ending[] = [
  {
    code: 'notice.letter',
    zh: '发出的短信和邮件：号码和内容',
    en: 'Messages that were sent: address and words',
    basis: PIPL.consent,
    from: 'used',
    days: ADDRESS_DAYS,
    fields: ['notice.address', 'notice.message'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from outbox where tenant_id = ${tenant} and changed_at < ${before}
        and address is not null and state in ('sent', 'failed', 'given_up') and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('outbox')
        .set({ address: null, message: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'notice.email',
    zh: '停用账号收汇总的邮箱',
    en: 'Where the owner of a closed account wished his digest',
    basis: PIPL.consent,
    from: 'account ended',
    days: 0,
    fields: ['notice.email'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select wish.account_id as id, null::bigint as area_pos from notice_wish wish
      join account on account.tenant_id = ${tenant} and account.id = wish.account_id
      where wish.tenant_id = ${tenant} and account.state = 'disabled' and account.changed_at < ${before}
        and wish.account_id > ${after} order by wish.account_id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .deleteFrom('notice_wish')
        .where('tenant_id', '=', tenant)
        .where('account_id', 'in', [...ids]),
    ],
  },
  {
    code: 'notice.told',
    zh: '谁收到过什么提醒',
    en: 'Who was told what',
    basis: PIPL.staff,
    from: 'made',
    days: YEAR,
    fields: ['notice.told'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from notice where tenant_id = ${tenant} and said_at < ${before} and id > ${after}
      union all
      select id, null::bigint as area_pos from outbox where tenant_id = ${tenant} and made_at < ${before}
        and state in ('sent', 'failed', 'given_up') and to_id <> ${NOBODY}::uuid and id > ${after}
      order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .deleteFrom('notice')
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .updateTable('outbox')
        .set({ to_id: NOBODY, provider_id: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
