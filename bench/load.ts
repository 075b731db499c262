// Closed-loop load: so many connections, each sending its next request as soon as it has its answer.
import { setTimeout as pause } from 'node:timers/promises'
import { type Ours, readMeter, type Used, used } from './machine.ts'
import { Wire } from './wire.ts'

export const CONNECTIONS = 16

export type Target = {
  readonly name: string
  readonly port: number
  readonly pid: number
  /** The next request; made inside the loop, the same way for every target. */
  readonly request: () => Buffer
}

export type Sample = {
  readonly target: string
  /** Requests answered a second. */
  readonly rate: number
  readonly count: number
  readonly p50: number
  readonly p95: number
  /** Processor time a request cost its server and PostgreSQL, in ms. */
  readonly serverMs: number
  readonly postgresMs: number
  readonly others: number
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export type Asking = {
  readonly warmMs: number
  readonly forMs: number
  readonly ours: Ours
  /** Sixteen unless said. */
  readonly connections?: number
}

/** One sample. Any answer but 200 ends the run: a refused request costs nothing and would look fast. */
export async function sample(
  target: Target,
  { warmMs, forMs, ours, connections = CONNECTIONS }: Asking,
): Promise<Sample> {
  const took: number[] = []
  let counting = false
  let over = false
  const loop = async () => {
    const wire = new Wire(target.port)
    try {
      while (!over) {
        const since = performance.now()
        const { status, body } = await wire.ask(target.request())
        if (status !== 200) throw new Error(`${target.name}: answered ${status} ${body.toString().slice(0, 300)}`)
        if (counting) took.push(performance.now() - since)
      }
    } finally {
      over = true
      wire.close()
    }
  }
  const loops = Promise.all(Array.from({ length: connections }, loop))
  const watch = async () => {
    await pause(warmMs)
    counting = true
    const before = readMeter(ours)
    await pause(forMs)
    counting = false
    const after = readMeter(ours)
    over = true
    return used(before, after)
  }
  const [spent] = await Promise.all([watch(), loops])
  return summary(target, took, spent, ours)
}

function summary(target: Target, took: number[], spent: Used, ours: Ours): Sample {
  took.sort((a, b) => a - b)
  const count = Math.max(1, took.length)
  return {
    target: target.name,
    rate: took.length / spent.seconds,
    count: took.length,
    p50: at(took, 0.5),
    p95: at(took, 0.95),
    serverMs: spent.single[ours.single.indexOf(target.pid)]! / count,
    postgresMs: spent.postgres / count,
    others: spent.others,
  }
}
