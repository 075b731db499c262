// What the door itself keeps of people, and how it ends. The journal keeps ids and hashes for good: with the rows they
// pointed to emptied they are pseudonyms of nobody (docs/decisions/0028-retention.md).
import { sql } from 'kysely'
import { NOBODY } from '../access.ts'
import { k } from '../database.ts'
import { PIPL, YEAR } from '../personal.ts'
import type { DueRow, Ending } from './ending.ts'

/** Ways that lead to these subjects: receipts, codes, logins. For whoever ends a subject. */
export const endWays = (tenant: string, subjects: readonly string[]) =>
  k
    .deleteFrom('directory')
    .where('tenant_id', '=', tenant)
    .where('subject_id', 'in', [...subjects])

export const kernelEndings: readonly Ending[] = [
  {
    code: 'kernel.answer',
    zh: '已办请求的回答',
    en: 'Answers to commands that were done',
    basis: PIPL.duty,
    from: 'made',
    days: YEAR,
    fields: ['kernel.answer'],
    first: '',
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select key as id, null::bigint as area_pos from command
      where tenant_id = ${tenant} and at < ${before} and answer <> '' and key > ${after} order by key limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('command')
        .set({ answer: Buffer.alloc(0) })
        .where('tenant_id', '=', tenant)
        .where('key', 'in', [...ids]),
    ],
  },
  {
    code: 'kernel.way',
    zh: '过期的登录、邀请和短信里的链接',
    en: 'Sign-ins, invitations and links in messages that are over',
    basis: PIPL.duty,
    from: 'used',
    days: 30,
    fields: ['kernel.way'],
    first: '',
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select encode(key_hash, 'hex') as id, null::bigint as area_pos from directory
      where tenant_id = ${tenant} and ends_at < ${before} and encode(key_hash, 'hex') > ${after} order by 1 limit ${limit}`,
    end: (tenant, ids) => [
      k
        .deleteFrom('directory')
        .where('tenant_id', '=', tenant)
        .where(
          'key_hash',
          'in',
          ids.map((id) => Buffer.from(id, 'hex')),
        ),
    ],
  },
  {
    code: 'kernel.who',
    zh: '逐件交办的记录里是谁',
    en: 'Who was handed what, in what was handed one by one',
    basis: PIPL.account,
    from: 'made',
    days: 3 * YEAR,
    least: 180,
    fields: ['kernel.who'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from assignment
      where tenant_id = ${tenant} and ended_at < ${before} and holder_id <> ${NOBODY}::uuid and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('assignment')
        .set({ holder_id: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'kernel.barred',
    zh: '撤回的回避里是谁',
    en: 'From whom something was barred, after it ended',
    basis: PIPL.account,
    from: 'closed',
    days: 3 * YEAR,
    least: 180,
    fields: ['kernel.who'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from barred
      where tenant_id = ${tenant} and ended_at < ${before} and account_id <> ${NOBODY}::uuid and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('barred')
        .set({ account_id: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'kernel.attempt',
    zh: '谁想打开该回避的事',
    en: 'Who asked for what was barred from him',
    basis: PIPL.account,
    from: 'made',
    days: 3 * YEAR,
    least: 180,
    fields: ['kernel.who'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from barred_attempt
      where tenant_id = ${tenant} and at < ${before} and account_id <> ${NOBODY}::uuid and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('barred_attempt')
        .set({ account_id: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
