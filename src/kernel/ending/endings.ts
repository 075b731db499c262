// Everything that ends in this house: the list of what has ended, keys by month, and ending some rows for good.
import { machine } from '../access.ts'
import { clock } from '../clock.ts'
import type { Binding } from '../crypto.ts'
import { type Database, k, type Tx } from '../database.ts'
import type { Files } from '../files/files.ts'
import { inScope } from '../scope.ts'
import { type EndedLine, type EndedList, type Head, setListAside } from './ended-list.ts'
import type { Ending } from './ending.ts'
import type { MonthKeys } from './month-keys.ts'

export type Endings = {
  readonly all: readonly Ending[]
  readonly list: EndedList
  readonly months: MonthKeys
}

/** By column: for which purpose a sealed value is kept. */
export function purposesOf(all: readonly Ending[]): (at: Binding) => string | undefined {
  const found = new Map(
    all.flatMap(({ code, sealed }) =>
      sealed ? sealed.columns.map((column) => [`${sealed.table}.${column}`, code] as const) : [],
    ),
  )
  return ({ table, column }) => found.get(`${table}.${column}`)
}

/** Held while a line is written and until its transaction is over: lines stand in the order of their commits. */
const LOCK = 'select pg_advisory_xact_lock(7315, 28)'

/** The database knows how far it has come; a line of a transaction that failed is gone through at the next start. */
const comeTo = ({ no, mac }: Head) =>
  k
    .updateTable('ended_head')
    .set({ no, mac })
    .where('no', '=', no - 1)

/** On the list and on disk first, then out of the rows and off the disk: killed at any point, it is not half done for long. */
export async function endRows(
  { tx, tenant, now, files, endings }: { tx: Tx; tenant: string; now: Date; files: Files; endings: Endings },
  ending: Ending,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await tx.text(LOCK)
  const gone = ending.files ? (await tx.all(ending.files(tenant, ids))).map((file) => file.id) : []
  const line = { tenant, purpose: ending.code, ids, files: gone, at: now.toISOString() }
  const head = await endings.list.append(line)
  await takeOut(tx, ending, line)
  await tx.all(comeTo(head))
  for (const id of gone) await files.destroy(id)
}

/** When the list is lost for good: what is left of it is put aside, and the database waits for none of it. */
export async function beginListAnew(db: Database, folder: string): Promise<void> {
  await setListAside(folder, clock.now())
  await db.pool.query(`update ended_head set no = 0, mac = '' where one`)
}

async function takeOut(tx: Tx, ending: Ending, { tenant, ids, at }: Omit<EndedLine, 'no' | 'mac'>): Promise<void> {
  for (const statement of ending.end(tenant, ids, new Date(at))) await tx.all(statement)
}

/**
 * Ends again whatever has ended since the head that this database knows: after a restore everything since its backup.
 * Before anything is served. Returns how many rows the list named.
 */
export async function replayEnded(
  { db, files, endings }: { db: Database; files: Files; endings: Endings },
  on: (line: EndedLine) => void = () => {},
): Promise<number> {
  const { rows } = await db.pool.query<Head>('select no, mac from ended_head')
  let named = 0
  for await (const line of endings.list.after(rows[0])) {
    const ending = endings.all.find((one) => one.code === line.purpose)
    if (!ending) throw new Error(`ended.list: line ${line.no} ends ${line.purpose}, which this Linli does not know`)
    await inScope(db, machine(line.tenant, 'ended.list'), async (tx) => {
      await tx.text(LOCK)
      await takeOut(tx, ending, line)
      await tx.all(comeTo(line))
    })
    for (const id of line.files) await files.destroy(id)
    named += line.ids.length
    on(line)
  }
  return named
}
