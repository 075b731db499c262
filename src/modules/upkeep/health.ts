// How each part of the system stands, for whoever keeps it; and the numbers of a district, for monitoring.
import { holds, machineOnly } from '#kernel/access.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { operation } from '#kernel/operation.ts'
import type { Watch } from '#kernel/watch/watch.ts'
import { matterLife } from '#modules/matter/index.ts'
import { upkeep } from './contract.ts'
import { judge } from './judge.ts'
import { type Readings, takeReadings } from './readings.ts'
import { lateMatters, openMatters, outboxStates, untold } from './store.ts'

type Health = OutputOf<typeof upkeep.health>

const MOST_SLOW = 12
const OPEN = Object.entries(matterLife.states).flatMap(([state, { open }]) => (open ? [state] : []))

function slowest({ meter }: Watch): Health['slow'] {
  const tenth = (ms: number) => Math.round(ms * 10) / 10
  return [...meter.operations]
    .filter(([operation]) => operation !== 'live')
    .map(([operation, of]) => ({
      operation,
      count: of.count,
      p50: tenth(of.share(0.5)),
      p95: tenth(of.share(0.95)),
      max: tenth(of.max),
    }))
    .sort((a, b) => b.p95 - a.p95)
    .slice(0, MOST_SLOW)
}

function queues({ jobs, untold, channels, unsealed, now }: Readings): Health['queues'] {
  const age = (at: Date | null | undefined) =>
    at ? Math.max(0, Math.round((now.getTime() - at.getTime()) / 1_000)) : null
  const of = (state: string) => jobs.find((row) => row.state === state)
  const way = (name: 'sms' | 'email') => {
    const row = channels.find((one) => one.channel === name)
    return { queue: name, waiting: row?.waiting ?? 0, failed: row?.lost ?? 0, oldestSeconds: age(row?.due) }
  }
  const waiting = ['created', 'retry', 'active'].reduce((sum, state) => sum + (of(state)?.count ?? 0), 0)
  return [
    { queue: 'notices', waiting: untold.count, failed: 0, oldestSeconds: age(untold.oldest) },
    way('sms'),
    way('email'),
    { queue: 'jobs', waiting, failed: of('failed')?.count ?? 0, oldestSeconds: age(of('created')?.due) },
    { queue: 'seals', waiting: unsealed.count, failed: 0, oldestSeconds: age(unsealed.oldest) },
  ]
}

export const health = operation(upkeep.health, {
  permit: [holds('system_admin'), machineOnly],
  async run(context) {
    const { watch } = context
    const readings = await takeReadings(context)
    return {
      now: readings.now.toISOString(),
      parts: judge(readings),
      queues: queues(readings),
      slow: slowest(watch),
      process: {
        pid: process.pid,
        startedAt: watch.startedAt.toISOString(),
        works: watch.worksSince() !== undefined,
        bytes: process.memoryUsage.rss(),
        lagMs: Math.round(watch.meter.lagMs() * 10) / 10,
        requests: watch.meter.requests,
        faults: watch.meter.faults,
        streams: watch.streams,
      },
    }
  },
})

export const tally = operation(upkeep.tally, {
  permit: [machineOnly],
  async run({ tx, actor: { tenant }, now }) {
    const found = await openMatters(tx, tenant)
    const counted = (state: string) => found.find((row) => row.state === state)?.count ?? 0
    return {
      matters: OPEN.map((state) => ({ state, count: counted(state) })),
      late: await lateMatters(tx, tenant, now),
      untold: (await untold(tx, tenant)).count,
      outbox: await outboxStates(tx, tenant),
    }
  },
})
