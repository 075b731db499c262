// A street with backups beside it: where they lie, empty databases to restore them into, and sums made by other means.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Restoring } from '#kernel/backup/restore.ts'
import type { Taking } from '#kernel/backup/take.ts'
import { sealed } from '#modules/index.ts'
import { OF_HOUSE } from '../../src/commands/restore-command.ts'
import { openStreet, type Street } from '../street.ts'

export const ask = async <T>(url: string, text: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as T[]
  } finally {
    await client.end()
  }
}

/** By other means than the backup's own: every row as text, sorted, in one sum per table. */
export async function sums(url: string): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as sum from ${name} t`,
  )
  const rows = each.length ? await ask<{ name: string; sum: string }>(url, each.join(' union all ')) : []
  return Object.fromEntries(rows.map((row) => [row.name, row.sum]))
}

export type Room = {
  readonly street: Street
  /** Holds the backups. */
  readonly dir: string
  /** A name for a backup that is not there yet. */
  folder(): string
  taking(into: string, more?: Partial<Taking>): Taking
  restoring(from: string, ownerUrl: string, more?: Partial<Restoring>): Restoring
  /** An empty database; its address as its owner. */
  emptyDatabase(): Promise<string>
  close(): Promise<void>
}

export const QUIET = new AbortController().signal

/** `database`: as openStreet takes it, where the street needs a data folder of its own. */
export async function openRoom(database = inject('database')): Promise<Room> {
  const dir = mkdtempSync(path.join(tmpdir(), 'linli-backup-'))
  const street = await openStreet(database)
  const { superUrl } = database
  const admin = new pg.Client({ connectionString: superUrl })
  await admin.connect()
  const databases: string[] = []
  let n = 0
  const { keys } = street.house
  const { filesDir, sealFile } = street.opened.config
  const step = () => {}
  return {
    street,
    dir,
    folder: () => path.join(dir, `b${++n}`),
    taking: (into, more) => ({
      ...{ ownerUrl: street.ownerUrl, keys, filesDir, sealFile, into, sealed, signal: QUIET, step },
      ...more,
    }),
    restoring: (from, ownerUrl, more) => ({
      ...{ ownerUrl, keys, from, filesDir: path.join(dir, 'files'), sealFile: path.join(dir, 'seals.jsonl') },
      ...{ ...OF_HOUSE, over: false, ahead: 10_000, despiteJournal: false, signal: QUIET, step },
      ...more,
    }),
    async emptyDatabase() {
      const name = `linli_restored_${process.pid}_${Date.now()}_${databases.length}`
      databases.push(name)
      await admin.query(`create database ${name} encoding 'UTF8' template template0`)
      const url = new URL(superUrl)
      url.pathname = `/${name}`
      return url.href
    },
    async close() {
      await street.close()
      for (const name of databases) await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
