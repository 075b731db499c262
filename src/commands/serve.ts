// Serves the pages and the open interface; `start` also fills an empty database and says where to go.
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { loadDemo } from '#demo/load.ts'
import type { Config } from '#kernel/config.ts'
import { listen, webApp } from '#kernel/http/http.ts'
import { operations } from '#modules/index.ts'
import { open311Door } from '#modules/open311/index.ts'
import { problemCodes } from '#modules/problem-codes.ts'
import { referencePages } from '#web/reference/pages.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { greeting } from './greet.ts'
import { type Opened, openHouse } from './open-house.ts'
import { described } from './reference/described.ts'
import { startWork } from './work.ts'

const DIST = path.join(import.meta.dirname, '../../dist')
const DEMO_LOCK = [7315, 2] as const

const say = (line: string) => process.stdout.write(`${line}\n`)

const isEmpty = async (opened: Opened): Promise<boolean> =>
  (await opened.db.pool.query('select 1 from tenant limit 1')).rowCount === 0

/** Two processes started at once fill an empty database once. */
async function fillWhenEmpty(opened: Opened): Promise<void> {
  const client = await opened.db.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1, $2)', [...DEMO_LOCK])
    if (await isEmpty(opened)) await loadDemo(opened.house, say)
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
  const opened = await openHouse(config, say)
  try {
    if (options.demo && config.env !== 'production') await fillWhenEmpty(opened)
    await serveOpened(opened, options, stopped)
  } finally {
    await opened.close()
  }
}

async function serveOpened(opened: Opened, options: ServeOptions, stopped: Promise<void>): Promise<void> {
  const { config } = opened
  let leaving = false
  const app = webApp({
    house: opened.house,
    operations,
    live: opened.live,
    problemCodes,
    pages: [...residentPages, ...referencePages(described(problemCodes))],
    outside: [open311Door],
    problemPage,
    dist: DIST,
    log: (line) => process.stderr.write(`${line}\n`),
    leaving: () => leaving,
    ready: async () => (await opened.db.pool.query('select 1')).rowCount === 1,
  })
  const lines = await greeting(opened)
  const work = options.work ? await startWork(opened) : undefined
  const server = await listen(app, config.port, config.host).catch(async (error) => {
    await work?.stop()
    throw error
  })
  for (const line of lines) say(line)
  await stopped
  say('\n正在停止 · stopping')
  // A proxy needs a moment to see that we leave; until then whoever comes is answered, each on a connection that ends.
  leaving = true
  if (config.leaveMs > 0) await pause(config.leaveMs)
  await server.close()
  await work?.stop()
}
