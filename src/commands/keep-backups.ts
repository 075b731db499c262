// Backups by the clock: once a day a process of its own takes one, so that nobody who is being answered waits for it.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { type BackupRun, newestRuns } from '#kernel/backup/runs.ts'
import { clock, localDay, SHANGHAI_MS } from '#kernel/clock.ts'
import type { BackupPlan } from '#kernel/config.ts'
import { txOn } from '#kernel/database.ts'
import { isIsolated } from '#kernel/isolation.ts'
import type { Opened } from './open-house.ts'

const MAIN = path.join(import.meta.dirname, '../main.ts')
const LOOK_MS = 60_000
const AGAIN_MS = 3_600_000
/** A backup that has run for so long was killed; nothing runs on behind it. */
const DEAD_MS = 12 * 3_600_000

type Runs = {
  readonly whole: Pick<BackupRun, 'started_at'> | undefined
  readonly tried: Pick<BackupRun, 'outcome' | 'started_at' | 'ended_at'> | undefined
}

/** Whether today's backup is still to be taken: its time has come, none of today is whole, and a failed one is an hour ago. */
export function isDue(plan: Pick<BackupPlan, 'minute'>, { whole, tried }: Runs, now: Date): boolean {
  const minute = Math.floor(((now.getTime() + SHANGHAI_MS) % 86_400_000) / 60_000)
  if (minute < plan.minute || (whole && localDay(whole.started_at) === localDay(now))) return false
  if (!tried || tried.outcome === 'whole') return true
  const since = now.getTime() - (tried.ended_at ?? tried.started_at).getTime()
  return since > (tried.outcome === 'running' ? DEAD_MS : AGAIN_MS)
}

async function standing(opened: Opened): Promise<{ runs: Runs; isolated: boolean }> {
  const client = await opened.db.pool.connect()
  try {
    const tx = txOn(client)
    return { runs: await newestRuns(tx, 'taken'), isolated: await isIsolated(tx) }
  } finally {
    client.release()
  }
}

/** Of several processes that find it due, one takes it: the others' find the database's lock taken and end. */
function run(signal: AbortSignal, said: (text: string) => void): Promise<void> {
  const child = spawn(process.execPath, [MAIN, 'backup', '--scheduled'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  child.stderr.on('data', (text: Buffer) => said(`backup: ${text}`))
  return new Promise((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
}

/** An isolated system takes none: it may be a copy, and would push the backups of the real one out of the folder. */
export function startBackups(opened: Opened): { stop(): Promise<void> } {
  const plan = opened.config.backup
  if (!plan) return { stop: async () => {} }
  const ending = new AbortController()
  let running: Promise<void> | undefined
  const look = async () => {
    const { runs, isolated } = await standing(opened)
    if (!isolated && isDue(plan, runs, clock.now())) await run(ending.signal, opened.watch.log.said)
  }
  const timer = setInterval(() => {
    running ??= look()
      .then(
        () => opened.watch.done('backups'),
        (error) => opened.watch.failed('backups', error),
      )
      .finally(() => {
        running = undefined
      })
  }, LOOK_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      ending.abort()
      await running
    },
  }
}
