// All SQL of a pass beside the rows themselves: what a thread needs to read a file, chunks that are done, rows that were broken.
import { machine, scopeOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { SET_SCOPE } from '#kernel/scope.ts'
import { broughtBy } from './counts-store.ts'
import type { ChunkAt, Loaded } from './load-rows.ts'
import type { AreaRow } from './places.ts'
import type { BadRow } from './task.ts'

export type Pass = 'check' | 'load'

/** What a pass has to know of its batch. */
export type PassRow = {
  readonly id: string
  readonly state: string
  readonly class: ChunkAt['class']
  readonly area_id: string
  readonly area_pos: number
  readonly area_end: number
  readonly name: string
  readonly spool_id: string
  readonly mapping: Readonly<Record<string, string>>
  readonly choice: 'good' | 'all'
  readonly headings: unknown
}

/** Linli itself sees the whole district, and of hidden batches this one alone. */
export async function asLoader(tx: Tx, tenant: string, batch: string): Promise<void> {
  // Should the machine lose power, the last chunks go with their marks and are loaded again; what publishes them waits for the disk.
  await tx.text('set local synchronous_commit = off')
  await tx.text(SET_SCOPE, scopeOf(machine(tenant, 'register.import')))
  await tx.text(
    `select set_config('app.hidden', array_to_string(array_remove(string_to_array(current_setting('app.hidden'), ','), $1), ','), true)`,
    [batch],
  )
}

export const passRow = async (tx: Tx, tenant: string, batch: string): Promise<PassRow | undefined> =>
  (
    await tx.text<PassRow>(
      `select b.id, b.state, b.class, b.area_id, a.area_pos, a.area_end, f.name, f.spool_id, f.mapping, f.choice, f.headings
       from register_batch b
       join import_file f on f.tenant_id = $1 and f.id = b.id
       join area a on a.tenant_id = $1 and a.id = b.area_id
       where b.tenant_id = $1 and b.id = $2`,
      [tenant, batch],
    )
  )[0]

/** Everything above and below the batch's area, down to buildings. */
export const areasAround = (tx: Tx, tenant: string, { area_pos, area_end }: PassRow): Promise<AreaRow[]> =>
  tx.text<AreaRow>(
    `select id, parent_id, level, name, address, area_pos from area
     where tenant_id = $1 and valid_to is null and level in ('subdistrict', 'community', 'grid', 'building')
       and ((area_pos >= $2 and area_pos <= $3) or (area_pos <= $2 and area_end >= $2))`,
    [tenant, area_pos, area_end],
  )

export const keepsNumber = async (tx: Tx, tenant: string, day: string): Promise<boolean> =>
  (
    await tx.text(
      `select 1 from register_purpose where tenant_id = $1 and 'person.number' = any (columns) and from_day <= $2 and (to_day is null or to_day >= $2)`,
      [tenant, day],
    )
  ).length > 0

export const chunksDone = async (tx: Tx, tenant: string, batch: string, pass: Pass): Promise<number> =>
  (
    await tx.text<{ n: number }>(
      'select count(*)::int as n from import_chunk where tenant_id = $1 and batch_id = $2 and pass = $3',
      [tenant, batch, pass],
    )
  )[0]!.n

/** What an earlier dry run found is found anew. */
export async function forgetPass(tx: Tx, tenant: string, batch: string, pass: Pass): Promise<void> {
  await tx.text('delete from import_chunk where tenant_id = $1 and batch_id = $2 and pass = $3', [tenant, batch, pass])
  await tx.text('delete from import_fault where tenant_id = $1 and batch_id = $2', [tenant, batch])
}

/** The state, held until this chunk is in: whoever cancels comes before it or after it. */
export const heldState = async (tx: Tx, tenant: string, batch: string): Promise<string | undefined> =>
  (
    await tx.text<{ state: string }>('select state from register_batch where tenant_id = $1 and id = $2 for share', [
      tenant,
      batch,
    ])
  )[0]?.state

/** One broken row is written once, whichever pass finds it. */
export async function writeBadRows(tx: Tx, at: ChunkAt, bad: readonly BadRow[]): Promise<void> {
  if (bad.length === 0) return
  await tx.text(
    `insert into import_fault (tenant_id, id, batch_id, area_pos, sheet, line, faults, cells, key_version)
     select $1, u.id, $2, $3, u.sheet, u.line, u.faults::jsonb, u.cells, $4
     from unnest($5::uuid[], $6::text[], $7::integer[], $8::text[], $9::bytea[]) as u (id, sheet, line, faults, cells)
     on conflict (tenant_id, batch_id, sheet, line) do nothing`,
    [
      ...[at.tenant, at.batch, at.pos, at.keyVersion],
      bad.map(({ id }) => id),
      bad.map(({ sheet }) => sheet),
      bad.map(({ line }) => line),
      bad.map(({ faults }) => JSON.stringify(faults)),
      bad.map(({ cells }) => Buffer.from(cells)),
    ],
  )
}

/** Rows that say something else than what is there: told by their place, without their cells. */
export const writeKnownRows = (tx: Tx, at: ChunkAt, stage: string): Promise<unknown> =>
  tx.text(
    `insert into import_fault (tenant_id, id, batch_id, area_pos, sheet, line, faults)
     select $1, s.id, $2, $3, s.sheet, s.line,
       '[{"column": "", "heading": "", "value": "", "reason": "knownOtherwise"}]'::jsonb
     from ${stage} s join stage_found f on f.n = s.n and f.kind = 'known'
     on conflict (tenant_id, batch_id, sheet, line) do nothing`,
    [at.tenant, at.batch, at.pos],
  )

export type ChunkDone = {
  readonly no: number
  readonly at: number
  readonly read: number
  readonly bad: number
  readonly repeats: number
}

export const markChunk = (tx: Tx, at: ChunkAt, pass: Pass, done: ChunkDone, loaded: Loaded): Promise<unknown> =>
  tx.text(
    `insert into import_chunk (tenant_id, batch_id, pass, no, area_pos, read_rows, good_rows, bad_rows, repeat_rows, offer_rows, done_at, at_byte)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[at.tenant, at.batch, pass, done.no, at.pos, done.read, loaded.stored],
      ...[done.bad + loaded.known, done.repeats + loaded.repeats, loaded.offers, at.now, done.at],
    ],
  )

/** What the planner knows of the registers, as they are now. Of what this transaction wrote it hears too. */
export const gatherStatistics = (tx: Tx): Promise<unknown> => tx.text('select gather_register_statistics()')

/** Per grid, what this batch brought; counted once at its end, when nothing is written to it any more. */
export async function countBatch(tx: Tx, tenant: string, batch: string): Promise<void> {
  await tx.text('delete from import_count where tenant_id = $1 and batch_id = $2', [tenant, batch])
  await tx.text(
    `insert into import_count (tenant_id, batch_id, grid_id, class, area_pos, n)
     select $1, $2, c.grid_id, c.class, c.area_pos, c.n from (${broughtBy('$1', '$2')}) c`,
    [tenant, batch],
  )
}
