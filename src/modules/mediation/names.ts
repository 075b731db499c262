// Names of people of the office, for a file that keeps their ids.
import { sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'

/** By account id; whoever is not there any more has none. */
export async function namesOf(
  tx: Tx,
  tenant: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.all(
    k
      .selectFrom('account')
      .select(['id', 'name'])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`id = any(${wanted}::uuid[])`),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
