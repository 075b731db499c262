// Goal X4: somebody stays on duty, two approvers are two, a budget is not overdrawn, however many act at the same moment.
// The long form is test/long/skew.ts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rounds, SKEWS, usualWays } from './skew/pairs.ts'
import { unlockedWays } from './skew/unlocked.ts'
import { openStreet, type Street, setClock } from './street.ts'

const PAIRS = 100
const TRIES = 200

let street: Street
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
})
afterAll(() => street.close())

const NAMES = Object.keys(SKEWS) as (keyof typeof SKEWS)[]

test('three hundred pairs at the same moment: none of three rules is broken, and somebody wins each', async () => {
  for (const name of NAMES) {
    const skew = await SKEWS[name](street, usualWays(street))
    expect({ name, ...(await rounds(skew, PAIRS)) }).toEqual({ name, broken: 0, won: PAIRS })
  }
}, 60_000)

test('bite: read without a lock, each of the three rules is broken', async () => {
  for (const name of NAMES) {
    const skew = await SKEWS[name](street, unlockedWays(street))
    expect({ name, ...(await rounds(skew, TRIES, true)) }).toMatchObject({ name, broken: 1 })
  }
}, 60_000)
