// What a process counts of itself while it runs: requests and how long they took, faults, the loop's lag. It lies in memory and dies with it.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ProblemKind } from '../problem.ts'
import { type Durations, openDurations } from './durations.ts'
import type { Seen } from './log.ts'

export type Counted = Seen & { readonly kind: 'ok' | ProblemKind }

export type Meter = {
  /** One request was answered. */
  take(request: Counted): void
  /** A failure nobody foresaw. */
  fault(): void
  /** By operation, since the start. */
  readonly operations: ReadonlyMap<string, Durations>
  readonly requests: number
  readonly faults: number
  /** Hears of each request; for figures that are kept elsewhere too. */
  hear(listener: (request: Counted) => void): void
  /** 99 of 100 turns of the event loop in the last minute or two were late by at most so many milliseconds. */
  lagMs(): number
  stop(): void
}

type Loop = ReturnType<typeof monitorEventLoopDelay>

const LAG_EVERY_MS = 60_000

export function openMeter(): Meter {
  const operations = new Map<string, Durations>()
  const listeners: ((request: Counted) => void)[] = []
  let requests = 0
  let faults = 0
  let lag: Loop | undefined
  let before = 0
  let timer: NodeJS.Timeout | undefined
  const lagOf = (loop: Loop) => (loop.count > 0 ? loop.percentile(99) / 1e6 : 0)
  /** Begun with the first request: a command of one moment needs no watch over its loop. */
  const follow = () => {
    lag = monitorEventLoopDelay({ resolution: 10 })
    lag.enable()
    timer = setInterval(() => {
      before = lagOf(lag!)
      lag!.reset()
    }, LAG_EVERY_MS)
    timer.unref()
  }
  return {
    take(request) {
      if (!lag) follow()
      requests += 1
      let durations = operations.get(request.operation)
      if (!durations) operations.set(request.operation, (durations = openDurations()))
      durations.add(request.ms)
      for (const hear of listeners) hear(request)
    },
    fault() {
      faults += 1
    },
    operations,
    get requests() {
      return requests
    },
    get faults() {
      return faults
    },
    hear: (listener) => void listeners.push(listener),
    lagMs: () => Math.max(before, lag ? lagOf(lag) : 0),
    stop() {
      clearInterval(timer)
      lag?.disable()
    },
  }
}
