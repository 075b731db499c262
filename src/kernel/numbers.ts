// Numbers for people, such as LL-2026-04471: leased in blocks, so that creating never queues behind one counter row.
import { sql } from 'kysely'
import { anonymous, scopeOf } from './access.ts'
import { type Database, k, txOn } from './database.ts'

const BLOCK = 50

export type Numbers = { next(tenant: string, name: string): Promise<number> }

type Block = { next: number; end: number }

export function openNumbers(db: Database): Numbers {
  const blocks = new Map<string, Promise<Block>>()

  const lease = async (tenant: string, name: string): Promise<Block> => {
    const client = await db.pool.connect()
    const tx = txOn(client)
    try {
      await client.query('begin')
      await client.query('select set_scope($1, $2, $3, $4, $5)', [...scopeOf({ ...anonymous('zh'), tenant })])
      const row = await tx.first(
        k
          .insertInto('number_block')
          .values({ tenant_id: tenant, name, next: BLOCK + 1 })
          .onConflict((clash) =>
            clash.columns(['tenant_id', 'name']).doUpdateSet({ next: sql`number_block.next + ${sql.lit(BLOCK)}` }),
          )
          .returning('next'),
      )
      await client.query('commit')
      return { next: row!.next - BLOCK, end: row!.next }
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  }

  return {
    async next(tenant, name) {
      const id = `${tenant} ${name}`
      for (;;) {
        let leased = blocks.get(id)
        if (!leased) {
          leased = lease(tenant, name)
          blocks.set(id, leased)
          leased.catch(() => blocks.delete(id))
        }
        const block = await leased
        if (block.next < block.end) return block.next++
        if (blocks.get(id) === leased) blocks.delete(id)
      }
    },
  }
}
