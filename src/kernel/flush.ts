// Writes what a command gathered as one statement: five separate round trips would halve the rate of creating.
import { CompiledQuery } from 'kysely'
import { k, type Statement, type Tx } from './database.ts'

/**
 * Joins statements into `with w0 as (…), w1 as (…) select 1`. All see the same snapshot, so no two of them may touch the
 * same row; foreign keys among them are checked at the end of the whole statement.
 */
export async function flush(tx: Tx, statements: readonly Statement<unknown>[]): Promise<void> {
  if (statements.length === 0) return
  const values: unknown[] = []
  const parts = statements.map((statement, index) => {
    const { sql, parameters } = statement.compile(k)
    const text = sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + values.length}`)
    values.push(...parameters)
    return `w${index} as (${text})`
  })
  await tx.all({ compile: () => CompiledQuery.raw(`with ${parts.join(', ')} select 1`, values) })
}
