// Times of the city's answers, each beside the bare route in the same run; a limit in ms is a multiple of that route's (decided 31).
import type { Target } from '../../../bench/load.ts'
import { figure, type PassOptions, ratioOf, runPasses } from '../../../bench/passes.ts'
import type { Running } from '../../../bench/processes.ts'

export const CLIENTS = 8
/** What the bare list took, p95, on the quiet machine that the limits in ms were meant for: many at once, and one alone. */
export const BARE_MS = { many: 14, one: 3.2 } as const

export type Timed = {
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
  /** p95 as a multiple of the bare list's in the same pass. */
  readonly timesBare: number
  readonly noisy: boolean
  readonly limitMs?: number
  readonly held?: boolean
}

const round = (value: number) => Math.round(value * 100) / 100
const BARE = 'bare list'

type Group = Record<string, () => Buffer>
export type Servers = { readonly linli: Running; readonly bare: Running; readonly bareAsk: () => Buffer }

/** Every question of a group and the bare list in turn, pass after pass. `limit`: in ms, of each. */
export async function timed(
  { linli, bare, bareAsk }: Servers,
  group: Group,
  options: PassOptions,
  limit?: (name: string) => number | undefined,
): Promise<Record<string, Timed>> {
  const targets: Target[] = [
    { name: BARE, port: bare.port, pid: bare.pid, request: bareAsk },
    ...Object.entries(group).map(([name, request]) => ({ name, port: linli.port, pid: linli.pid, request })),
  ]
  const passes = await runPasses(targets, { connections: CLIENTS, ...options })
  const bareMs = options.connections === 1 ? BARE_MS.one : BARE_MS.many
  return Object.fromEntries(
    targets.map(({ name }) => {
      const { ratio, noisy } = ratioOf(passes, name, BARE, 'p95')
      const limitMs = name === BARE ? undefined : limit?.(name)
      return [
        name,
        {
          p50: round(figure(passes, name, 'p50')),
          p95: round(figure(passes, name, 'p95')),
          perSecond: Math.round(figure(passes, name, 'rate')),
          timesBare: round(ratio),
          noisy,
          ...(limitMs === undefined ? {} : { limitMs, held: ratio <= limitMs / bareMs }),
        },
      ]
    }),
  )
}

/** The time of one question over another's, as rates in the same passes. */
export async function compared(
  { linli }: Servers,
  group: Group,
  one: string,
  other: string,
  options: PassOptions,
): Promise<number> {
  const target = (name: string): Target => ({ name, port: linli.port, pid: linli.pid, request: group[name]! })
  const passes = await runPasses([target(one), target(other)], { connections: CLIENTS, ...options })
  return round(ratioOf(passes, other, one, 'rate').ratio)
}
