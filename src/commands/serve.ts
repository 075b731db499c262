// Serves the pages and the open interface; `start` also fills an empty database and says where to go.
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '#kernel/config.ts'
import { listen, webApp } from '#kernel/http/http.ts'
import { type Log, standardLog } from '#kernel/watch/log.ts'
import { operations } from '#modules/index.ts'
import { open311Door } from '#modules/open311/index.ts'
import { problemCodes } from '#modules/problem-codes.ts'
import { referencePages } from '#web/reference/pages.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { greeting } from './greet.ts'
import { startMetrics } from './measure.ts'
import { type Opened, openHouse } from './open-house.ts'
import { described } from './reference/described.ts'
import { startWork } from './work.ts'

const DIST = path.join(import.meta.dirname, '../../dist')
const DEMO_LOCK = [7315, 2] as const

const isEmpty = async (opened: Opened): Promise<boolean> =>
  (await opened.db.pool.query('select 1 from tenant limit 1')).rowCount === 0

/** Two processes started at once fill an empty database once. */
async function fillWhenEmpty(opened: Opened): Promise<void> {
  const client = await opened.db.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1, $2)', [...DEMO_LOCK])
    if (!(await isEmpty(opened))) return
    // Loaded here alone: a server that is in use must not keep a street of demo people, and what draws their photos, in memory.
    const { loadDemo } = await import('#demo/load.ts')
    await loadDemo(opened.house, opened.watch.log.said)
    await opened.counted()
  } finally {
    await client.query('select pg_advisory_unlock($1, $2)', [...DEMO_LOCK])
    client.release()
  }
}

/** Ends on the first of Ctrl-C, a stop signal, or the end of whoever started us. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    process.on('disconnect', () => resolve())
  })
}

export type ServeOptions = { readonly demo: boolean; readonly work: boolean }

export async function serve(config: Config, options: ServeOptions): Promise<void> {
  const stopped = untilStopped()
  const log = logOf(config)
  const opened = await openHouse(config, log.said, log)
  endOnFault(opened)
  try {
    if (options.demo && config.env !== 'production') await fillWhenEmpty(opened)
    await serveOpened(opened, options, stopped)
  } finally {
    await opened.close()
    log.end()
  }
}

/** As the settings say; without a word there, sentences for a person who looks on, JSON for whoever collects lines. */
export const logOf = (config: Config): Log => standardLog(config.log ?? (process.stdout.isTTY ? 'text' : 'json'))

/** What escapes every catch ends the process, as it always did; but its words, which may be a resident's, stay inside. */
export function endOnFault({ watch }: Opened): void {
  const end = (error: unknown) => {
    watch.fault('process', error)
    watch.log.end()
    process.exit(1)
  }
  process.once('uncaughtException', end).once('unhandledRejection', end)
}

async function serveOpened(opened: Opened, options: ServeOptions, stopped: Promise<void>): Promise<void> {
  const { config, watch } = opened
  const say = watch.log.said
  let leaving = false
  const app = webApp({
    house: opened.house,
    operations,
    live: opened.live,
    gate: opened.gate,
    problemCodes,
    pages: [...residentPages, ...referencePages(described(problemCodes))],
    outside: [open311Door],
    problemPage,
    dist: DIST,
    log: watch.fault,
    seen: (request) => {
      watch.meter.take(request)
      watch.log.seen(request)
    },
    leaving: () => leaving,
    ready: async () => {
      await opened.fits()
      return true
    },
  })
  const lines = await greeting(opened)
  const work = options.work ? await startWork(opened) : undefined
  const server = await listen(app, config.port, config.host, config.proxies).catch(async (error) => {
    await work?.stop()
    throw error
  })
  const metrics = await startMetrics(opened)
  for (const line of lines) say(line)
  await stopped
  say('\n正在停止 · stopping')
  // A proxy needs a moment to see that we leave; until then whoever comes is answered, each on a connection that ends.
  leaving = true
  if (config.leaveMs > 0) await pause(config.leaveMs)
  await server.close()
  await metrics.stop()
  await work?.stop()
}
