// The figures of this process in the form Prometheus reads: names, labels out of our own lists, numbers. No person stands in them.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter } from './meter.ts'
import type { Pool, Round, Rounds } from './watch.ts'
import { ROUNDS } from './watch.ts'

/** What is counted by asking the database: of all districts together. */
export type Standing = {
  /** 0 good, 1 look at it, 2 act; by part of the operator's page. */
  readonly parts: Readonly<Record<string, 0 | 1 | 2>>
  readonly matters: Readonly<Record<string, number>>
  readonly late: number
  /** Moves of matters that nobody was told of yet. */
  readonly untold: number
  readonly outbox: readonly { readonly channel: string; readonly state: string; readonly count: number }[]
  readonly jobs: readonly { readonly state: string; readonly count: number }[]
  readonly unsealedSeconds: number
  /** Of the newest whole backup, and of the newest one that was proved; undefined when there is none. */
  readonly backupSeconds: number | undefined
  readonly proofSeconds: number | undefined
  readonly disks: readonly { readonly of: string; readonly bytes: number; readonly free: number }[]
}

export type Sources = {
  readonly meter: Meter
  readonly pool: () => Pool
  readonly streams: () => number
  readonly rounds: () => Rounds
  readonly ticks: () => number
  /** Undefined when the database does not answer: then the gauges that need it are absent and not wrong. */
  readonly standing: () => Promise<Standing | undefined>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
/** Answers that turned somebody away because there was too much to do. */
const SHED = new Set(['busy', 'tooMany', 'full'])

function countRequests(registry: Registry, meter: Meter): void {
  const registers = [registry]
  const requests = new Counter({
    name: 'linli_requests_total',
    help: 'Requests answered, by operation or page and by how they ended',
    labelNames: ['operation', 'outcome'],
    registers,
  })
  const seconds = new Histogram({
    name: 'linli_request_seconds',
    help: 'Seconds until a request was answered, by operation or page',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  })
  const shed = new Counter({
    name: 'linli_requests_shed_total',
    help: 'Requests turned away because there was too much to do',
    labelNames: ['why'],
    registers,
  })
  for (const why of SHED) shed.inc({ why }, 0)
  meter.hear(({ operation, kind, ms }) => {
    requests.inc({ operation, outcome: kind })
    seconds.observe({ operation }, ms / 1_000)
    if (SHED.has(kind)) shed.inc({ why: kind })
  })
}

/** A gauge that is set anew, labels and all, each time figures are read. */
function gauges(registry: Registry) {
  const made = new Map<string, Gauge>()
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge => {
    let found = made.get(name)
    if (!found) made.set(name, (found = new Gauge({ name, help, labelNames, registers: [registry] })))
    return found
  }
  return { gauge, clear: () => made.forEach((one) => void one.reset()) }
}
type Gauges = ReturnType<typeof gauges>

function setOwn({ gauge }: Gauges, { meter, pool, streams, rounds, ticks }: Sources): void {
  const connections = gauge('linli_pool_connections', 'Connections to the database', ['state'])
  const { used, idle, waiting, most } = pool()
  for (const [state, count] of Object.entries({ used, idle, waiting, most })) connections.set({ state }, count)
  gauge('linli_live_streams', 'Open pages that follow what changes').set(streams())
  gauge('linli_faults', 'Failures nobody foresaw, since the start').set(meter.faults)
  const round = gauge('linli_round_seconds', 'Seconds since a work behind the pages last went well', ['round'])
  for (const name of ROUNDS as readonly Round[]) {
    const { done } = rounds()[name]
    if (done !== undefined) round.set({ round: name }, (ticks() - done) / 1_000)
  }
}

function setStanding({ gauge }: Gauges, standing: Standing): void {
  const part = gauge('linli_part', 'How a part stands: 0 good, 1 look at it, 2 act', ['part'])
  for (const [name, level] of Object.entries(standing.parts)) part.set({ part: name }, level)
  const matters = gauge('linli_matters_open', 'Matters not over, by state', ['state'])
  for (const [state, count] of Object.entries(standing.matters)) matters.set({ state }, count)
  gauge('linli_matters_late', 'Matters not over whose time has run out').set(standing.late)
  gauge('linli_notices_untold', 'Moves of matters that nobody was told of yet').set(standing.untold)
  const outbox = gauge('linli_outbox', 'Messages not sent, by way and state', ['channel', 'state'])
  for (const { channel, state, count } of standing.outbox) outbox.set({ channel, state }, count)
  const jobs = gauge('linli_jobs', 'Background jobs not done, by state', ['state'])
  for (const { state, count } of standing.jobs) jobs.set({ state }, count)
  gauge('linli_unsealed_seconds', 'Age of the oldest row of the journal that is not sealed').set(
    standing.unsealedSeconds,
  )
  if (standing.backupSeconds !== undefined)
    gauge('linli_backup_age_seconds', 'Age of the newest whole backup').set(standing.backupSeconds)
  if (standing.proofSeconds !== undefined)
    gauge('linli_backup_proof_age_seconds', 'Since a backup was last restored on trial and found equal').set(
      standing.proofSeconds,
    )
  const disk = gauge('linli_disk_bytes', 'Room of the disks where Linli writes', ['disk', 'of'])
  for (const { of, bytes, free } of standing.disks) {
    disk.set({ disk: of, of: 'all' }, bytes)
    disk.set({ disk: of, of: 'free' }, free)
  }
}

/** `text` is what Prometheus reads. Memory, garbage collection and the loop's lag come with the library. */
export function openMetrics(sources: Sources): { text(): Promise<string>; readonly type: string } {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'linli_' })
  countRequests(registry, sources.meter)
  const own = gauges(registry)
  return {
    type: registry.contentType,
    async text() {
      const standing = await sources.standing()
      own.clear()
      setOwn(own, sources)
      own.gauge('linli_database_up', 'Whether the database answered').set(standing ? 1 : 0)
      if (standing) setStanding(own, standing)
      return registry.metrics()
    },
  }
}
