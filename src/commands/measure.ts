// Figures for monitoring: asks the database as Linli itself, all districts together, and serves them where the settings say.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { perform } from '#kernel/door.ts'
import { openMetrics, type Standing } from '#kernel/watch/metrics.ts'
import { serveMetrics } from '#kernel/watch/metrics-server.ts'
import { upkeepHealth, upkeepState, upkeepTally } from '#modules/upkeep/index.ts'
import type { Opened } from './open-house.ts'

/** Two readers at once, or one who asks every second, cost the database one question. */
const FRESH_MS = 5_000

const LEVELS = { good: 0, off: 0, warn: 1, bad: 2 } as const

async function standingOf({ house, db }: Opened): Promise<Standing> {
  const { rows } = await db.pool.query<{ id: string }>('select id from tenant order by made_at')
  const parts: Record<string, 0 | 1 | 2> = {}
  const matters: Record<string, number> = {}
  const sums = { late: 0, untold: 0, unsealedSeconds: 0 }
  const outbox: { channel: string; state: string; count: number }[] = []
  const jobs: Record<string, number> = {}
  let state: Awaited<ReturnType<typeof stateOf>> | undefined
  const stateOf = (tenant: string) => perform(house, upkeepState, machine(tenant, 'watch'), {})
  for (const { id } of rows) {
    const linli = machine(id, 'watch')
    const [found, health] = [
      await perform(house, upkeepTally, linli, {}),
      await perform(house, upkeepHealth, linli, {}),
    ]
    state ??= await stateOf(id)
    for (const { part, level } of health.parts) parts[part] = Math.max(parts[part] ?? 0, LEVELS[level]) as 0 | 1 | 2
    for (const { state, count } of found.matters) matters[state] = (matters[state] ?? 0) + count
    for (const row of found.outbox) {
      const sum = outbox.find((one) => one.channel === row.channel && one.state === row.state)
      if (sum) sum.count += row.count
      else outbox.push({ ...row })
    }
    for (const { queue, waiting, failed, oldestSeconds } of health.queues)
      if (queue === 'jobs') Object.assign(jobs, { waiting, failed })
      else if (queue === 'seals') sums.unsealedSeconds = Math.max(sums.unsealedSeconds, oldestSeconds ?? 0)
    sums.late += found.late
    sums.untold += found.untold
  }
  const age = (at: string | undefined) => (at ? (clock.now().getTime() - Date.parse(at)) / 1_000 : undefined)
  return {
    ...{ parts, matters, ...sums, outbox },
    jobs: Object.entries(jobs).map(([state, count]) => ({ state, count })),
    backupSeconds: age(state?.backup?.takenAt),
    proofSeconds: age(state?.proof?.at),
    disks: (await house.watch.disks()).flatMap(({ of, bytes, free }) =>
      bytes === undefined || free === undefined ? [] : [{ of: of.join('+'), bytes, free }],
    ),
  }
}

/** Figures of an open house; each of them made anew when nobody has read for `FRESH_MS`. */
export function metricsOf(opened: Opened): ReturnType<typeof openMetrics> {
  const { watch } = opened
  let kept: { at: number; standing: Promise<Standing | undefined> } | undefined
  const standing = () => {
    if (!kept || clock.ticks() - kept.at > FRESH_MS)
      kept = { at: clock.ticks(), standing: standingOf(opened).catch(() => undefined) }
    return kept.standing
  }
  return openMetrics({
    ...{ meter: watch.meter, pool: watch.pool, rounds: watch.rounds, ticks: clock.ticks, standing },
    streams: () => watch.streams,
  })
}

/** Serves figures beside the pages. Where its address is taken (a second process), the pages are served all the same. */
export async function startMetrics(opened: Opened): Promise<{ stop(): Promise<void> }> {
  const place = opened.config.metrics
  if (!place) return { stop: async () => {} }
  const { log, fault } = opened.watch
  try {
    const server = await serveMetrics(place, metricsOf(opened))
    log.said(`监控数据 · figures for monitoring: http://${place.host}:${server.port}/metrics`)
    return server
  } catch (error) {
    fault('metrics', error)
    return { stop: async () => {} }
  }
}
