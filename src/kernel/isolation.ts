// A restored system is isolated: no message leaves until an operator says so, since the system it was taken from may still send.
import type { Selectable } from 'kysely'
import { k, type Tx } from './database.ts'
import type { RestoredTable } from './schema/tables.ts'

export type Restored = Selectable<RestoredTable>

/** The newest restore of this database; undefined when it never was restored. */
export const newestRestore = (tx: Tx): Promise<Restored | undefined> =>
  tx.first(k.selectFrom('restored').selectAll().orderBy('era', 'desc').limit(1))

/** Asked in the transaction that would let something out, by everything that does. */
export async function isIsolated(tx: Tx): Promise<boolean> {
  const newest = await newestRestore(tx)
  return newest !== undefined && newest.released_at === null
}

export const releaseRestored = (at: Date) =>
  k.updateTable('restored').set({ released_at: at }).where('released_at', 'is', null)
