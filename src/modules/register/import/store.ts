// All SQL of batches as people see them: lists, one batch, its moves, what it is told.
import { type Selectable, sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { ImportFileTable, RegisterBatchTable } from '#kernel/schema/tables.ts'
import type { BatchState } from './lifecycle.ts'

type File = Pick<
  Selectable<ImportFileTable>,
  'name' | 'bytes' | 'headings' | 'missing' | 'mapping' | 'dropped' | 'choice' | 'fault' | 'begun_at' | 'content_mac'
>
export type BatchRow = Selectable<RegisterBatchTable> & File & { area_name: string; made_by_name: string | null }

const withFile = (tenant: string) =>
  k
    .selectFrom('register_batch')
    .innerJoin('import_file as file', (join) =>
      join.onRef('file.id', '=', 'register_batch.id').on('file.tenant_id', '=', tenant),
    )
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'register_batch.area_id').on('area.tenant_id', '=', tenant))
    .leftJoin('account', (join) =>
      join.onRef('account.id', '=', 'register_batch.made_by').on('account.tenant_id', '=', tenant),
    )
    .selectAll('register_batch')
    .select(['file.name', 'file.bytes', 'file.headings', 'file.missing', 'file.mapping', 'file.dropped'])
    .select(['file.choice', 'file.fault', 'file.begun_at', 'file.content_mac'])
    .select(['area.name as area_name', 'account.name as made_by_name'])
    .where('register_batch.tenant_id', '=', tenant)

export const batchById = (tx: Tx, tenant: string, id: string): Promise<BatchRow | undefined> =>
  tx.first(withFile(tenant).where('register_batch.id', '=', id))

export const lockBatch = (tx: Tx, tenant: string, id: string): Promise<BatchRow | undefined> =>
  tx.first(withFile(tenant).where('register_batch.id', '=', id).forUpdate('register_batch'))

export const batchesSeen = (tx: Tx, tenant: string, after: string | undefined, limit: number): Promise<BatchRow[]> => {
  let query = withFile(tenant)
  if (after) query = query.where('register_batch.id', '<', after)
  return tx.all(query.orderBy('register_batch.id', 'desc').limit(limit))
}

export type Tally = { read: number; good: number; bad: number; repeats: number; offers: number }
/** `at`: how far into the file, in bytes. */
export type PassTally = Tally & { batch_id: string; pass: 'check' | 'load'; at: number }

export const tallies = (tx: Tx, tenant: string, batches: readonly string[]): Promise<PassTally[]> =>
  tx.text<PassTally>(
    `select batch_id, pass, sum(read_rows)::int as read, sum(good_rows)::int as good, sum(bad_rows)::int as bad,
       sum(repeat_rows)::int as repeats, sum(offer_rows)::int as offers, max(at_byte) as at
     from import_chunk where tenant_id = $1 and batch_id = any ($2::uuid[]) group by batch_id, pass`,
    [tenant, batches],
  )

/** Another batch of the same content, class and area that is loaded or on its way. */
export const sameContent = async (
  tx: Tx,
  tenant: string,
  mac: Buffer,
  of: { readonly id: string; readonly class: string; readonly area_id: string },
): Promise<string | null> =>
  (
    await tx.first(
      k
        .selectFrom('import_file as file')
        .innerJoin('register_batch as batch', (join) =>
          join.onRef('batch.id', '=', 'file.id').on('batch.tenant_id', '=', tenant),
        )
        .select('file.id')
        .where('file.tenant_id', '=', tenant)
        .where('file.content_mac', '=', mac)
        .where('file.id', '<>', of.id)
        .where('batch.class', '=', of.class as 'home')
        .where('batch.area_id', '=', of.area_id)
        .where('batch.state', 'in', ['loading', 'published'])
        .orderBy('file.id', 'desc')
        .limit(1),
    )
  )?.id ?? null

export type NewBatch = {
  readonly id: string
  readonly tenant: string
  readonly areaId: string
  readonly areaPos: number
  readonly class: BatchRow['class']
  readonly by: string
  readonly at: Date
  readonly name: string
  readonly bytes: number
  readonly mac: Buffer
  readonly spool: string
}

export const writeBatch = (row: NewBatch): Statement<unknown>[] => [
  k.insertInto('register_batch').values({
    ...{ tenant_id: row.tenant, id: row.id, area_id: row.areaId, area_pos: row.areaPos, class: row.class },
    ...{ state: 'received', made_by: row.by, made_at: row.at, changed_at: row.at },
  }),
  k.insertInto('import_file').values({
    ...{ tenant_id: row.tenant, id: row.id, area_pos: row.areaPos, name: row.name, bytes: row.bytes },
    ...{ content_mac: row.mac, spool_id: row.spool },
  }),
]

export const moveBatch = (row: BatchRow, to: BatchState, at: Date): Statement<unknown> =>
  k
    .updateTable('register_batch')
    .set({
      ...{ state: to, version: row.version + 1, changed_at: at },
      ...(to === 'published' ? { published_at: at } : {}),
    })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

type Told = Partial<{
  headings: unknown
  missing: string[]
  mapping: Readonly<Record<string, string>>
  dropped: unknown
  choice: 'good' | 'all'
  fault: string
  begun_at: Date
}>

export const tellBatch = ({ tenant_id, id }: BatchRow, told: Told): Statement<unknown> => {
  const { headings, mapping, dropped, ...rest } = told
  return k
    .updateTable('import_file')
    .set({
      ...rest,
      ...(headings === undefined ? {} : { headings: JSON.stringify(headings) }),
      ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
      ...(dropped === undefined ? {} : { dropped: JSON.stringify(dropped) }),
    })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
}

export const rememberedMapping = async (
  tx: Tx,
  tenant: string,
  account: string,
  code: string,
): Promise<Record<string, string>> =>
  ((
    await tx.first(
      k
        .selectFrom('import_mapping')
        .select('mapping')
        .where('tenant_id', '=', tenant)
        .where('account_id', '=', account)
        .where('class', '=', code),
    )
  )?.mapping ?? {}) as Record<string, string>

export const rememberMapping = (
  tenant: string,
  account: string,
  code: string,
  mapping: Readonly<Record<string, string>>,
  at: Date,
): Statement<unknown> =>
  k
    .insertInto('import_mapping')
    .values({ tenant_id: tenant, account_id: account, class: code, mapping: JSON.stringify(mapping), changed_at: at })
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'account_id', 'class']).doUpdateSet({
        mapping: sql`import_mapping.mapping || excluded.mapping`,
        changed_at: at,
      }),
    )

/** Batches that something is to be done about by Linli itself, oldest first. */
export const batchesDue = (tx: Tx, tenant: string): Promise<{ id: string; state: BatchState }[]> =>
  tx.text(
    `select b.id, b.state from register_batch b join import_file f on f.tenant_id = $1 and f.id = b.id
     where b.tenant_id = $1 and (b.state in ('checking', 'loading', 'undoing')
       or (b.state = 'received' and f.headings is null)
       or (b.state in ('published', 'undone', 'cancelled', 'failed') and f.spooled)) order by b.id limit 100`,
    [tenant],
  )
