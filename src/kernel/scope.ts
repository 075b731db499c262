// One transaction of the process itself, outside any operation: leases, sweeps, what the start prints. It sees what its actor sees.
import { type Actor, scopeOf } from './access.ts'
import { type Database, type Tx, together, txOn } from './database.ts'

export const SET_SCOPE = 'select set_scope($1, $2, $3, $4, $5)'

export async function inScope<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  const tx = txOn(client)
  try {
    const [, , done] = await together([client.query('begin'), tx.text(SET_SCOPE, scopeOf(actor)), work(tx)])
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
