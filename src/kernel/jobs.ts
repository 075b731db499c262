// Background work by pg-boss, enqueued inside the command's own transaction. A handler may run twice and must not mind.
import { PgBoss } from 'pg-boss'
import type { Tx } from './database.ts'

export type Jobs = {
  send(tx: Tx, name: string, data: object): Promise<void>
}

export type JobHandlers = Readonly<Record<string, (data: never) => Promise<void>>>

const open = (url: string, max: number, supervise: boolean) =>
  new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    max,
    migrate: false,
    createSchema: false,
    supervise,
    application_name: 'linli jobs',
  })

/** Makes pg-boss's tables and the queues. Run by the owner when migrating. */
export async function prepareJobs(url: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', max: 2, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  for (const queue of queues) await boss.createQueue(queue, { retryLimit: 5, retryBackoff: true, retryDelay: 1 })
  await boss.stop({ graceful: false })
}

export type RunningJobs = Jobs & {
  work(handlers: JobHandlers, told: (job: string, error: unknown) => void): Promise<void>
  stop(): Promise<void>
}

/** `supervise`: also clears away what is over; not for whoever only enqueues in a transaction that holds the table. */
export function openJobs(url: string, supervise = true): RunningJobs {
  const boss = open(url, 2, supervise)
  boss.on('error', () => {})
  let started: Promise<unknown> | undefined
  const start = () => (started ??= boss.start())
  return {
    async send(tx, name, data) {
      await start()
      await boss.send(name, data, {
        db: { executeSql: async (text, values) => ({ rows: await tx.text(text, values ?? []) }) },
      })
    },
    async work(handlers, told) {
      await start()
      for (const [name, handle] of Object.entries(handlers))
        await boss.work(name, { pollingIntervalSeconds: 1 }, async (list) => {
          for (const job of list)
            await handle(job.data as never).catch((error) => {
              told(name, error)
              throw error
            })
        })
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}
