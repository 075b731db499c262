// Which of the stored files a row names: the others are orphans of reports that never arrived.
import { machine } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { inScope } from '#kernel/scope.ts'
import type { Opened } from './open-house.ts'

export async function namedFiles(opened: Opened, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const { rows } = await opened.db.pool.query<{ id: string }>('select id from tenant')
  for (const { id: tenant } of rows) {
    const named = await inScope(opened.db, machine(tenant, 'files.sweep'), (tx) =>
      tx.all(k.selectFrom('file').select('id').where('tenant_id', '=', tenant).where('id', 'in', ids)),
    )
    for (const row of named) found.add(row.id)
  }
  return found
}
