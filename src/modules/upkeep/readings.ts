// Everything that the judgement of the parts looks at, read at one moment: the database's side and the process's own.
import { type BackupRun, newestRuns } from '#kernel/backup/runs.ts'
import { clock } from '#kernel/clock.ts'
import { type Tx, together } from '#kernel/database.ts'
import { isIsolated } from '#kernel/isolation.ts'
import type { Context } from '#kernel/operation.ts'
import { migrations } from '#kernel/schema/migrate.ts'
import type { Disk } from '#kernel/watch/disks.ts'
import type { Pool, Round, Watch } from '#kernel/watch/watch.ts'
import {
  appliedMigrations,
  type ChannelRow,
  channels,
  type JobRow,
  jobStates,
  oldestUnsealed,
  untold,
  type Waiting,
} from './store.ts'

export type Work = { readonly since: number; readonly rounds: Readonly<Partial<Record<Round, Going>>> }
/** Seconds since a work last went well, or was begun; and whether its last try failed. */
type Going = { readonly seconds: number; readonly failing: boolean }

export type Readings = {
  readonly now: Date
  readonly set: Watch['set']
  /** Of one question to the database, milliseconds. */
  readonly answerMs: number
  readonly pool: Pool
  readonly applied: readonly string[]
  readonly known: readonly string[]
  readonly wallOffMs: number
  readonly settled: boolean
  /** Undefined: another process works behind the pages. */
  readonly work: Work | undefined
  readonly unsealed: Waiting
  readonly jobs: readonly JobRow[]
  readonly untold: Waiting
  readonly channels: readonly ChannelRow[]
  readonly isolated: boolean
  readonly filesWritable: boolean
  readonly disks: readonly Disk[]
  readonly backup: { readonly whole: BackupRun | undefined; readonly tried: BackupRun | undefined }
  readonly proof: BackupRun | undefined
  readonly faults: number
  readonly requests: number
}

let known: readonly string[] | undefined
/** The files beside the sources do not change while a process runs. */
const knownMigrations = () => (known ??= migrations().map(({ name }) => name))

function workOf(watch: Watch): Work | undefined {
  const since = watch.worksSince()
  if (since === undefined) return undefined
  const now = clock.ticks()
  const rounds: Partial<Record<Round, Going>> = {}
  for (const [round, { done, failed }] of Object.entries(watch.rounds()) as [
    Round,
    { done?: number; failed?: number },
  ][])
    rounds[round] = {
      seconds: Math.round((now - (done ?? since)) / 1_000),
      failing: failed !== undefined && failed > (done ?? Number.NEGATIVE_INFINITY),
    }
  return { since, rounds }
}

async function timed(tx: Tx): Promise<number> {
  const since = clock.ticks()
  await tx.text('select 1')
  return Math.round((clock.ticks() - since) * 10) / 10
}

export async function takeReadings(
  context: Pick<Context, 'tx' | 'actor' | 'now' | 'era' | 'watch'>,
): Promise<Readings> {
  const { tx, actor, now, era, watch } = context
  const { tenant } = actor
  const pool = watch.pool()
  const answerMs = await timed(tx)
  // Sent in one go: what they ask is small, the ways to the database are what costs.
  const [applied, unsealed, jobs, told, ways, isolated, backup, proved, filesWritable, disks] = await together([
    appliedMigrations(tx),
    oldestUnsealed(tx, tenant, era),
    jobStates(tx, now),
    untold(tx, tenant),
    channels(tx, tenant, now),
    isIsolated(tx),
    newestRuns(tx, 'taken'),
    newestRuns(tx, 'proved'),
    watch.filesWritable(),
    watch.disks(),
  ])
  return {
    ...{ now, pool, answerMs, set: watch.set, known: knownMigrations(), wallOffMs: watch.wallOffMs() },
    ...{ settled: clock.isSettled(), work: workOf(watch), applied, unsealed, jobs, isolated, backup },
    ...{ untold: told, channels: ways, proof: proved.whole, filesWritable, disks },
    faults: watch.meter.faults,
    requests: watch.meter.requests,
  }
}
