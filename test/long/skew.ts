// Long form of X4: 5,000 pairs at the same moment against three rules; none may be broken.
// node test/long/skew.ts [--pairs=5000]   the trial itself
// node test/long/skew.ts --bite=unlocked   read without a lock: each rule must be broken
// The last figures stand in results/skew.json.
import { rounds, SKEWS, usualWays } from '../skew/pairs.ts'
import { unlockedWays } from '../skew/unlocked.ts'
import { setClock } from '../street.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const argument = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)
const pairs = Number(argument('pairs') ?? 5_000)
const bite = argument('bite')
if (bite !== undefined && bite !== 'unlocked') throw new Error(`no such bite: ${bite}`)

const NAMES = Object.keys(SKEWS) as (keyof typeof SKEWS)[]
const long = await longStreet()
const street = await long.open()
try {
  setClock('2026-11-18', '10:00')
  const since = performance.now()
  const ways = bite ? unlockedWays(street) : usualWays(street)
  const told: Record<string, { broken: number; won: number }> = {}
  for (const name of NAMES)
    told[name] = await rounds(await SKEWS[name](street, ways), Math.ceil(pairs / NAMES.length), bite !== undefined)
  const broken = Object.values(told).map((one) => one.broken)
  const asExpected = bite ? broken.every((many) => many > 0) : broken.every((many) => many === 0)
  const seconds = Math.round((performance.now() - since) / 1000)
  keep('skew', bite ?? 'trial', asExpected, { pairs, rules: told, seconds })
} finally {
  await street.close()
  await long.end()
}
