// The work behind the pages: sealing the journal, jobs, sweeping orphaned files.
import { machine } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { perform } from '#kernel/door.ts'
import { startSealer } from '#kernel/sealer.ts'
import { recount } from '#modules/matter/index.ts'
import type { Opened } from './open-house.ts'

const SWEEP_MS = 30 * 60_000

async function namedFiles(opened: Opened, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const { rows } = await opened.db.pool.query<{ id: string }>('select id from tenant')
  for (const { id: tenant } of rows) {
    const client = await opened.db.pool.connect()
    try {
      await client.query('begin')
      await client.query('select set_scope($1, $2, $3, $4, $5)', [tenant, '0', String(Number.MAX_SAFE_INTEGER), '', ''])
      const named = k.selectFrom('file').select('id').where('tenant_id', '=', tenant).where('id', 'in', ids).compile()
      for (const row of (await client.query<{ id: string }>(named.sql, named.parameters as unknown[])).rows)
        found.add(row.id)
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  return found
}

/** Starts the work of one process. Several may run: seals and jobs are taken by one at a time. */
export async function startWork(opened: Opened): Promise<{ stop(): Promise<void> }> {
  const { house, config, jobs, db } = opened
  const sealer = startSealer(db, house.keys, house.era, config.sealFile)
  await jobs.work({
    'calendar.announced': async ({ tenant }: { tenant: string }) => {
      const linli = machine(tenant, 'calendar.announced')
      while ((await perform(house, recount, linli, {})).changed > 0);
    },
    'files.sweep': async () => {
      await house.files.sweep((ids) => namedFiles(opened, ids))
    },
  })
  const sweep = setInterval(() => {
    house.files.sweep((ids) => namedFiles(opened, ids)).catch(() => {})
  }, SWEEP_MS)
  sweep.unref()
  return {
    async stop() {
      clearInterval(sweep)
      await sealer.stop()
    },
  }
}
