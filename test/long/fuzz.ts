// Long form of I1: 20,000 requests drawn from the open description, as described and not, and what no library would send.
// node test/long/fuzz.ts [--count=20000] [--seed=20261122]
// The last figures stand in results/fuzz.json.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fuzz } from '../fuzz/round.ts'
import type { Street } from '../street.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const argument = (name: string, usual: number): number =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual)
const COUNT = argument('count', 20_000)
const SEED = argument('seed', 20_261_122)
const MOST_MS = 2_000
const ROUNDS = 5
const MOST_GROWN_MB = 50

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** What is still held after collecting, in MB: the heap of a busy process grows to what the machine allows. */
const held = () => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1024 / 1024
}
const since = performance.now()
const total = { good: 0, goodRefused: 0, goodBeyond: 0, bad: 0, badAccepted: 0, odd: 0, slowestMs: 0 }
const statuses: Record<string, number> = {}
const reached = new Set<string>()
const refusals = new Set<string>()
const faults: string[] = []
/** What was held after the first and the second half of each round, in MB. */
const sizes: number[][] = []
let described = 0

async function halfRound(street: Street, seed: number): Promise<void> {
  const share = Math.round(COUNT / ROUNDS / 2)
  const odd = Math.round(share / 5)
  const good = Math.round((share - odd) / 2)
  const figures = await fuzz(street, { seed, good, bad: share - odd - good, odd, mostMs: MOST_MS })
  described = figures.operations
  for (const name of ['good', 'goodRefused', 'goodBeyond', 'bad', 'badAccepted', 'odd'] as const)
    total[name] += figures[name]
  total.slowestMs = Math.max(total.slowestMs, figures.slowestMs)
  for (const [status, times] of Object.entries(figures.statuses)) statuses[status] = (statuses[status] ?? 0) + times
  for (const [name, ended] of Object.entries(figures.reached)) if (ended[200]) reached.add(name)
  for (const refusal of figures.refusals) refusals.add(refusal)
  faults.push(...figures.faults)
}

const long = await longStreet()
try {
  // Each on a fresh street, since requests that do what they ask also dismiss the very people who send them.
  for (let n = 0; n < ROUNDS; n++) {
    const street = await long.open()
    const seed = SEED + n * COUNT
    await halfRound(street, seed)
    const half = Math.round(held())
    await halfRound(street, seed + COUNT / 2)
    sizes.push([half, Math.round(held())])
    await street.close()
    process.stdout.write(`${n + 1} of ${ROUNDS}: ${faults.length} faults, ${sizes.at(-1)} MB\n`)
  }
} finally {
  await long.end()
}
const grownMb = Math.max(...sizes.map(([half = 0, whole = 0]) => whole - half))
const asExpected =
  faults.length === 0 && total.badAccepted === 0 && total.goodRefused <= total.good / 100 && grownMb < MOST_GROWN_MB
const figures = {
  ...{
    seed: SEED,
    requests: total.good + total.bad + total.odd,
    seconds: Math.round((performance.now() - since) / 1000),
  },
  ...{ operations: described, operationsThatDidIt: reached.size, ...total, statuses, megabytes: sizes, grownMb },
  ...{ refusals: [...refusals].sort(), faults: faults.slice(0, 30) },
}
keep('fuzz', 'trial', asExpected, figures)
