// Loads the tables of a backup in one transaction: the old database is there until the new one is, whole, proved row by row.
import type { Client } from 'pg'
import { applyAll, migrations } from '../schema/migrate.ts'
import { copyInto, copyOutOf, LEFT_OUT, plainIndexes, references, tablesOf } from './catalogue.ts'
import type { Checked } from './check.ts'
import { copyIn, copyOut } from './copy-wire.ts'
import type { Part } from './manifest.ts'
import { rowHash } from './row-hash.ts'
import type { Progress } from './take.ts'

type Step = (progress: Progress) => void

/** Takes away every table and function of ours; what an extension brought stays. */
export async function dropAll(client: Client): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(
    `select format('drop table %s cascade', string_agg(oid::regclass::text, ', ')) as drop from pg_class c
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
         and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') having count(*) > 0
     union all
     select format('drop routine %s cascade', oid::regprocedure) from pg_proc p where pronamespace = 'public'::regnamespace
         and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  for (const { drop } of rows) await client.query(drop)
}

/** The schema of the backup, empty, without what only costs while loading. Resolves with what brings that back. */
async function makeEmpty(client: Client, checked: Checked): Promise<string[]> {
  const wanted = new Set(checked.manifest.schema.map((one) => one.name))
  await applyAll(
    client,
    migrations().filter((one) => wanted.has(one.name)),
  )
  const tables = await tablesOf(client)
  const unheld = tables.filter((table) => !checked.part(table.name)).map((table) => table.name)
  if (unheld.length) throw new Error(`the backup does not hold the tables ${unheld.join(', ')}`)
  await client.query(`truncate ${tables.map((table) => table.name).join(', ')}`)
  const [ties, indexes] = [await references(client), await plainIndexes(client)]
  for (const { table, name } of ties) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return [
    ...indexes.map((one) => one.definition),
    ...ties.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
  ]
}

export const isTable = (part: Part): boolean => !part.name.startsWith('+')

/** Reads a table back as it now lies in the database and holds it against what was backed up. */
async function compare(client: Client, part: Part, step: Step): Promise<void> {
  const sum = rowHash()
  for await (const block of copyOut(client, copyOutOf(part))) {
    sum.add(block)
    step({ what: part.name, rows: 0, bytes: block.length })
  }
  if (sum.rows !== part.rows || sum.digest() !== part.hash)
    throw new Error(
      `${part.name}: ${part.rows} rows were backed up, ${sum.rows} were loaded, and they are not the same`,
    )
}

export type Loading = {
  readonly checked: Checked
  readonly signal: AbortSignal
  readonly step: Step
  /** For tests that change a row behind our back. */
  readonly loaded?: ((client: Client) => Promise<void>) | undefined
}

/** In the transaction that is open: the old tables go, those of the backup come. Throws when one row is not the same. */
export async function loadTables(client: Client, { checked, signal, step, loaded }: Loading): Promise<void> {
  await dropAll(client)
  const back = await makeEmpty(client, checked)
  const parts = checked.manifest.parts.filter((part) => isTable(part) && !LEFT_OUT.includes(part.name))
  for (const part of parts) {
    signal.throwIfAborted()
    await copyIn(client, copyInto(part), checked.read(part))
    step({ what: part.name, rows: part.rows, bytes: 0 })
  }
  await loaded?.(client)
  for (const part of parts) await compare(client, part, step)
  for (const statement of back) {
    signal.throwIfAborted()
    await client.query(statement)
  }
  // What comes next reads by index, and so will the first visitors: without it every plan is a guess.
  await client.query(`analyze ${parts.map((part) => part.name).join(', ')}`)
}
