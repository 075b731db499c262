// Numbers for people, such as LL-2026-04471: leased in blocks, so that creating never queues behind one counter row.
import { sql } from 'kysely'
import { anonymous } from './access.ts'
import { type Database, k } from './database.ts'
import { inScope } from './scope.ts'

const BLOCK = 50

export type Numbers = { next(tenant: string, name: string): Promise<number> }

type Block = { next: number; end: number }

export function openNumbers(db: Database): Numbers {
  const blocks = new Map<string, Promise<Block>>()

  const lease = async (tenant: string, name: string): Promise<Block> => {
    const row = await inScope(db, { ...anonymous('zh'), tenant }, (tx) =>
      tx.first(
        k
          .insertInto('number_block')
          .values({ tenant_id: tenant, name, next: BLOCK + 1 })
          .onConflict((clash) =>
            clash.columns(['tenant_id', 'name']).doUpdateSet({ next: sql`number_block.next + ${sql.lit(BLOCK)}` }),
          )
          .returning('next'),
      ),
    )
    return { next: row!.next - BLOCK, end: row!.next }
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
