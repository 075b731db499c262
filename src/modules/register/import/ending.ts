// How what was noted of files that were sent in ends, and who looked at whom.
import { sql } from 'kysely'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

/** Batches made before, of which a table still holds rows. */
const batches = (tenant: string, before: Date, after: string, limit: number, holds: ReturnType<typeof sql>) =>
  sql<DueRow>`
    select b.id, b.area_pos from register_batch b where b.tenant_id = ${tenant} and b.made_at < ${before} and ${holds}
      and b.id > ${after} order by b.id limit ${limit}`

const MAPPING = sql.raw(`account_id::text || ' ' || class`)

export const importEndings: readonly Ending[] = [
  {
    code: 'register.broken',
    zh: '导入文件里有问题的行',
    en: 'Broken rows of files that were sent in',
    basis: PIPL.duty,
    from: 'made',
    days: 30,
    fields: ['register.brokenRow', 'register.brokenCell'],
    due: ({ tenant, before, after, limit }) =>
      batches(
        tenant,
        before,
        after,
        limit,
        sql`exists (select 1 from import_fault one where one.tenant_id = ${tenant} and one.batch_id = b.id)`,
      ),
    end: (tenant, ids) => [
      k
        .deleteFrom('import_fault')
        .where('tenant_id', '=', tenant)
        .where('batch_id', 'in', [...ids]),
    ],
  },
  {
    code: 'register.offer',
    zh: '和登记重复、等着合并的行',
    en: 'Rows offered for merging with an entry',
    basis: PIPL.duty,
    from: 'made',
    days: YEAR,
    fields: [
      'register.offerName',
      'register.offerPhone',
      'register.offer',
      'register.offerHash',
      'register.offerPlain',
      'register.sender',
    ],
    due: ({ tenant, before, after, limit }) =>
      batches(
        tenant,
        before,
        after,
        limit,
        sql`exists (select 1 from import_offer one where one.tenant_id = ${tenant} and one.batch_id = b.id)`,
      ),
    end: (tenant, ids) => [
      k
        .deleteFrom('import_offer')
        .where('tenant_id', '=', tenant)
        .where('batch_id', 'in', [...ids]),
    ],
  },
  {
    code: 'register.file',
    zh: '导入过的文件叫什么',
    en: 'What files that were sent in were called',
    basis: PIPL.duty,
    from: 'made',
    days: 3 * YEAR,
    fields: ['register.fileName', 'register.special'],
    due: ({ tenant, before, after, limit }) =>
      batches(
        tenant,
        before,
        after,
        limit,
        sql`exists (select 1 from import_file f where f.tenant_id = ${tenant} and f.id = b.id and f.name <> '')`,
      ),
    end: (tenant, ids) => [
      k
        .updateTable('import_file')
        .set({ name: '', content_mac: Buffer.alloc(0) })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
      k
        .deleteFrom('import_special')
        .where('tenant_id', '=', tenant)
        .where('batch_id', 'in', [...ids]),
    ],
  },
  {
    code: 'register.look',
    zh: '谁的信息给谁看过',
    en: 'Whose data was shown to whom',
    basis: '个人信息保护法 第四十四条、第五十一条',
    from: 'made',
    days: 3 * YEAR,
    // 网络安全法: logs are kept for six months at least; 个人信息保护法 第五十六条: three years.
    least: 3 * YEAR,
    fields: ['register.look', 'register.looker'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, null::bigint as area_pos from disclosure where tenant_id = ${tenant} and at < ${before}
        and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [sql`select end_looks(${tenant}, ${[...ids]}::uuid[])`],
  },
  {
    code: 'register.saidOf',
    zh: '已注销单位的重复行标记',
    en: 'By what a repeated row of an organisation that is no more is known',
    basis: PIPL.duty,
    from: 'closed',
    days: 3 * YEAR,
    fields: ['register.saidOf'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from organisation where tenant_id = ${tenant} and ended_on < ${before}::date
        and said_mac is not null and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('organisation')
        .set({ said_mac: null })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'register.mapping',
    zh: '送文件的人上次怎么选的列',
    en: 'Which column was what in somebody’s last file',
    basis: PIPL.staff,
    from: 'made',
    days: 3 * YEAR,
    fields: ['register.mapping'],
    first: '',
    // A sender and a class.
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select ${MAPPING} as id, null::bigint as area_pos from import_mapping where tenant_id = ${tenant}
        and changed_at < ${before} and ${MAPPING} > ${after} order by 1 limit ${limit}`,
    end: (tenant, ids) => [
      sql`delete from import_mapping where tenant_id = ${tenant} and ${MAPPING} = any(${ids}::text[])`,
    ],
  },
  {
    code: 'register.spent',
    zh: '谁一天看了多少、导出多少',
    en: 'How many somebody opened or exported on a day',
    basis: PIPL.account,
    from: 'made',
    days: 180,
    fields: ['register.spent'],
    first: '',
    // Whole days.
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select distinct day::text as id, null::bigint as area_pos from register_spent where tenant_id = ${tenant}
        and day < ${before}::date and day::text > ${after} order by 1 limit ${limit}`,
    end: (tenant, ids) => [sql`delete from register_spent where tenant_id = ${tenant} and day = any(${ids}::date[])`],
  },
]
