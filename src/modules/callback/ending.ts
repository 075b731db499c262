// How what is kept of those who are called ends.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'
import { KEPT_DAYS } from './personal.ts'

export const endings: readonly Ending[] = [
  {
    code: 'callback.owner',
    zh: '停用的回调是哪个单位的、找谁',
    en: 'Whose a closed callback was, and whom to ask',
    basis: PIPL.duty,
    from: 'used',
    days: 3 * YEAR,
    fields: ['callback.owner'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from callback_receiver where tenant_id = ${tenant} and state = 'ended'
        and changed_at < ${before} and (owner <> '' or contact <> '') and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('callback_receiver')
        .set({ owner: '', contact: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'callback.madeBy',
    zh: '哪位管理员加的回调',
    en: 'Which administrator added a callback',
    basis: PIPL.staff,
    from: 'made',
    days: 3 * YEAR,
    fields: ['callback.madeBy'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from callback_receiver
      where tenant_id = ${tenant} and made_at < ${before} and made_by <> ${NOBODY}::uuid and id > ${after}
      union all
      select id, null::bigint as area_pos from callback_host
      where tenant_id = ${tenant} and made_at < ${before} and made_by <> ${NOBODY}::uuid and id > ${after}
      order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('callback_receiver')
        .set({ made_by: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .updateTable('callback_host')
        .set({ made_by: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'callback.answer',
    zh: '回调时对方的回答',
    en: 'What was answered to a call',
    basis: PIPL.duty,
    from: 'made',
    days: KEPT_DAYS,
    fields: ['callback.answer'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from callback_try
      where tenant_id = ${tenant} and at < ${before} and answer is not null and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('callback_try')
        .set({ answer: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
