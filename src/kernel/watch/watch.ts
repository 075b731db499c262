// What one process knows of itself, for the operator's page and for figures: its pool, its work, its disks, how it is set up.
import { access, constants } from 'node:fs/promises'
import { clock } from '../clock.ts'
import { type Config, tracing } from '../config.ts'
import type { Database } from '../database.ts'
import { type Disk, type Folder, readDisks } from './disks.ts'
import { faultOf } from './fault.ts'
import type { Log } from './log.ts'
import { type Meter, openMeter } from './meter.ts'

/** Work that is done again and again behind the pages. */
export const ROUNDS = [
  'sealing',
  'clock',
  'notices',
  'outbox',
  'callbacks',
  'files',
  'retention',
  'backups',
  'imports',
  'jobs',
] as const
export type Round = (typeof ROUNDS)[number]

/** When a round last went well and last failed, in ticks of clock.ts. */
export type Rounds = Readonly<Record<Round, { readonly done?: number; readonly failed?: number }>>

export type Pool = { readonly used: number; readonly idle: number; readonly waiting: number; readonly most: number }

export type Watch = {
  readonly log: Log
  readonly meter: Meter
  readonly startedAt: Date
  /** How it is set up, without any address or secret. */
  readonly set: {
    readonly production: boolean
    readonly backups: boolean
    readonly sms: boolean
    readonly email: boolean
    readonly embedded: boolean
  }
  /** Since when this process does the work behind the pages, in ticks; undefined when another one does. */
  worksSince(): number | undefined
  beginWork(): void
  rounds(): Rounds
  done(round: Round): void
  /** Counts and tells; the round is done again later. */
  failed(round: Round, error: unknown): void
  /** Something failed that nobody foresaw: in `where`, in answer to a request when it has a number. */
  fault(where: string, error: unknown, request?: string): void
  pool(): Pool
  disks(): Promise<readonly Disk[]>
  /** Whether photos can be put away. */
  filesWritable(): Promise<boolean>
  /** How far this machine's clock is from the time that counts, in milliseconds; positive is ahead. */
  wallOffMs(): number
  /** Live pages that hang on this process. */
  streams: number
}

export function openWatch(
  config: Config,
  db: Database,
  log: Log,
  databaseDir: string | undefined,
): Watch & { stop(): void } {
  const meter = openMeter()
  const rounds: Record<Round, { done?: number; failed?: number }> = Object.fromEntries(
    ROUNDS.map((round) => [round, {}]),
  ) as Record<Round, object>
  const traced = tracing()
  let since: number | undefined
  const fault = (where: string, error: unknown, request = '') => {
    meter.fault()
    log.fault(faultOf(where, error, { request, traced }))
  }
  const folders: Partial<Record<Folder, string>> = {
    data: config.dataDir,
    ...(databaseDir ? { database: databaseDir } : {}),
    files: config.filesDir,
    ...(config.backup ? { backup: config.backup.dir } : {}),
  }
  return {
    log,
    meter,
    startedAt: clock.now(),
    set: {
      production: config.env === 'production',
      backups: config.backup !== undefined,
      sms: config.sms !== undefined,
      email: config.smtp !== undefined,
      embedded: databaseDir !== undefined,
    },
    worksSince: () => since,
    beginWork: () => {
      since = clock.ticks()
    },
    rounds: () => rounds,
    done: (round) => {
      rounds[round].done = clock.ticks()
    },
    failed: (round, error) => {
      rounds[round].failed = clock.ticks()
      fault(round, error)
    },
    fault,
    pool: () => {
      const { totalCount, idleCount, waitingCount, options } = db.pool
      return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount, most: options.max ?? 10 }
    },
    disks: () => readDisks(folders),
    filesWritable: () =>
      access(config.filesDir, constants.W_OK).then(
        () => true,
        () => false,
      ),
    wallOffMs: () => clock.wall() - clock.now().getTime(),
    streams: 0,
    stop: () => meter.stop(),
  }
}
