// After an undo or a cancellation: rows that nobody sees any more are taken away in pieces, so that nothing waits for them.
import type { Client, PoolClient } from 'pg'
import { NOBODY } from '#kernel/access.ts'
import { txOn } from '#kernel/database.ts'
import type { House } from '#kernel/door.ts'
import { asLoader } from './chunk-store.ts'
import { adoptLivedIn, dropPiece, SWEPT } from './sweep-store.ts'

async function piece<T>(client: Client, tenant: string, batch: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await asLoader(txOn(client as unknown as PoolClient), tenant, batch)
    const done = await work()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Takes away everything a batch brought. Killed in the middle, it goes on where it stood. */
export async function sweepBatch(house: House, tenant: string, batch: string): Promise<void> {
  const client = await house.db.alone()
  const tx = txOn(client as unknown as PoolClient)
  try {
    await piece(client, tenant, batch, () => adoptLivedIn(tx, tenant, batch))
    for (const table of SWEPT)
      for (let after: string | undefined = NOBODY; after; ) {
        const from: string = after
        after = await piece(client, tenant, batch, () => dropPiece(tx, tenant, batch, table, from))
      }
  } finally {
    await client.end()
  }
}
