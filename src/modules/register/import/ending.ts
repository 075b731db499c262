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
    end: (tenant, ids) => [
      k
        .deleteFrom('disclosure')
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
