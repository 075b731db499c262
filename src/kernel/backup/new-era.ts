// What is different after a restore: a new era, numbers far ahead, nobody signed in, nothing leaving, and a journal that says so.
import type { Client } from 'pg'
import { machine } from '../access.ts'
import { clock, localDay } from '../clock.ts'
import { k, type Tx, txOn } from '../database.ts'
import { journalRow, writeJournal } from '../journal/journal.ts'
import type { Manifest } from './manifest.ts'

/** What of the database that is replaced goes on: its numbers are taken, and what this machine remembers of its backups. */
export type Kept = {
  readonly era: number
  readonly numbers: readonly { tenant_id: string; name: string; next: number }[]
  /** As PostgreSQL wrote them. */
  readonly runs: string
}

export async function keepFrom(client: Client): Promise<Kept> {
  const has = async (table: string) =>
    (await client.query('select 1 from pg_class where oid = to_regclass($1)', [`public.${table}`])).rowCount === 1
  const one = async <T>(text: string) => (await client.query(text)).rows[0] as T
  return {
    era: (await has('era')) ? ((await one<{ no: number | null }>('select max(no) as no from era')).no ?? 0) : 0,
    numbers: (await has('number_block'))
      ? (await client.query('select tenant_id, name, next from number_block')).rows
      : [],
    runs: (await has('backup_run'))
      ? (await one<{ runs: string }>(`select coalesce(json_agg(b), '[]')::text as runs from backup_run b`)).runs
      : '[]',
  }
}

/** Years of which numbers may have been given since the backup, and whose row was not there yet. */
async function laterYears(client: Client, from: Date, to: Date): Promise<{ tenant_id: string; name: string }[]> {
  const year = (at: Date) => Number(localDay(at).slice(0, 4))
  const years = Array.from({ length: Math.max(0, year(to) - year(from)) }, (_, n) => year(from) + 1 + n)
  const { rows } = await client.query<{ tenant_id: string; name: string }>(
    `select distinct tenant_id, regexp_replace(name, '\\d{4}$', y::text) as name from number_block, unnest($1::int[]) y
     where name ~ '-\\d{4}$'`,
    [years],
  )
  return rows
}

/**
 * A number that a resident holds in his hand may be missing from the backup, so numbering goes on `ahead` further than
 * anything known: what the backup says, what the replaced database said, and 0 for a year that began in between.
 */
async function numbersAhead(client: Client, kept: Kept, ahead: number, from: Date, to: Date): Promise<void> {
  const floors = [...(await laterYears(client, from, to)).map((one) => ({ ...one, next: 1 })), ...kept.numbers]
  await client.query(
    `insert into number_block (tenant_id, name, next)
     select tenant_id, name, max(next) from json_populate_recordset(null::number_block, $1::json) n
     where exists (select 1 from tenant t where t.id = n.tenant_id) group by tenant_id, name
     on conflict (tenant_id, name) do update set next = greatest(number_block.next, excluded.next)`,
    [JSON.stringify(floors)],
  )
  await client.query('update number_block set next = next + $1', [ahead])
}

/** Marks every session of a district as ended; of the module that keeps them. */
export type EndSessions = (tx: Tx, tenant: string, at: Date) => Promise<unknown>

/** Whoever had signed out or been disabled since the backup would be in again: everybody signs in anew, programs get new tokens. */
async function endAllSessions(client: Client, end: EndSessions, at: Date): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from tenant')
  for (const { id } of rows) await end(txOn(client as never), id, at)
  await client.query(`delete from directory where kind = 'session'`)
}

async function journalOf(client: Client, manifest: Manifest, era: number, at: Date): Promise<void> {
  const tx = txOn(client as never)
  const { rows } = await client.query<{ id: string }>('select id from tenant')
  for (const { id } of rows) {
    const input = {
      backup: manifest.id,
      takenAt: manifest.takenAt,
      rows: manifest.parts.reduce((n, one) => n + one.rows, 0),
    }
    const actor = machine(id, 'bin/linli restore')
    const entry = { operation: 'upkeep.restore', actor, at, era, subject: undefined, from: null, to: null, input }
    await tx.all(writeJournal(journalRow(entry)))
  }
}

/** In the transaction that loaded the tables. Resolves with the number of the new era. */
export async function beginEra(
  client: Client,
  of: { readonly manifest: Manifest; readonly kept: Kept; readonly ahead: number; readonly endSessions: EndSessions },
): Promise<number> {
  const { manifest, kept, ahead } = of
  const at = clock.now()
  const takenAt = new Date(manifest.takenAt)
  const era = Math.max(manifest.era, kept.era) + 1
  await client.query('insert into era (no, at) values ($1, $2)', [era, at])
  await numbersAhead(client, kept, ahead, takenAt, at)
  await endAllSessions(client, of.endSessions, at)
  await client.query(
    'insert into backup_run select * from json_populate_recordset(null::backup_run, $1::json) on conflict do nothing',
    [kept.runs],
  )
  const tx = txOn(client as never)
  const row = { era, backup_id: manifest.id, taken_at: takenAt, restored_at: at }
  await tx.all(k.insertInto('restored').values(row))
  await journalOf(client, manifest, era, at)
  return era
}
