// Goal N1: sixty simulated workers over nine months, one of whom looks for himself: seen in days, and hardly anybody else ever.
// The working days are invented, and so are the figures that follow; the hard stop is tried through the door in reveal.test.ts.
import { describe, expect, test } from 'vitest'
import { randomFrom } from '#test/access/differential.ts'
import { type LookDay, type Reason, unusual } from './unusual.ts'

const MOST = 60
const WORKERS = 60
const DAYS = 270
const random = randomFrom(2_022)

const dayOf = (no: number) => new Date(Date.UTC(2026, 0, 5 + no)).toISOString().slice(0, 10)
const isWeekend = (no: number) => no % 7 > 4

/** How often something rare happened, if `mean` times is usual. */
function poisson(mean: number): number {
  let n = -1
  for (let left = 1, least = Math.exp(-mean); left > least; n++) left *= random()
  return n
}

/** A day's work: some matters, each with a household or a neighbour; in weeks of visits, door after door. */
function workday(no: number, worker: number): LookDay {
  if (isWeekend(no) && random() < 0.9) return { day: dayOf(no), households: 0, beyond: 0 }
  const isVisiting = Math.floor(no / 7) % 8 === worker % 8
  const cases = poisson(6)
  const beyond = poisson(cases * 0.15)
  return { day: dayOf(no), households: Math.min(MOST, cases + beyond + (isVisiting ? poisson(14) : 0)), beyond }
}

/** From which day on somebody's looks stood out, counted from the day he began; undefined when never. */
function seenAfter(days: readonly LookDay[], from: number): { after: number; reasons: Reason[] } | undefined {
  for (let no = from; no < days.length; no++) {
    const reasons = unusual(days.slice(Math.max(0, no - 20), no + 1), dayOf(no), MOST)
    if (reasons.length) return { after: no - from + 1, reasons }
  }
  return undefined
}

const START = 100
const intruder = (looks: (no: number) => Pick<LookDay, 'households' | 'beyond'>): LookDay[] =>
  Array.from({ length: DAYS }, (_, no) => {
    const usual = workday(no, 3)
    if (no < START) return usual
    const { households, beyond } = looks(no)
    return { day: usual.day, households: Math.min(MOST, usual.households + households), beyond: usual.beyond + beyond }
  })

describe('somebody who looks for himself', () => {
  const seen = (looks: (no: number) => Pick<LookDay, 'households' | 'beyond'>) =>
    Array.from({ length: 20 }, () => seenAfter(intruder(looks), START))

  test('330 a day: stopped by the number of the day, and seen on it', () => {
    for (const one of seen(() => ({ households: 330, beyond: 330 }))) expect(one).toMatchObject({ after: 1 })
  })

  test('40 a day, each with a purpose of its own: within three days', () => {
    for (const one of seen(() => ({ households: 40, beyond: 0 }))) expect(one!.after).toBeLessThanOrEqual(3)
  })

  test('15 a day outside his own cases: within fourteen days', () => {
    for (const one of seen(() => ({ households: 15, beyond: poisson(15) }))) expect(one!.after).toBeLessThanOrEqual(14)
  })

  test('two people at one sign-in, the second at 40 a day: within three days', () => {
    for (const one of seen((no) => ({ households: 40 + workday(no, 5).households, beyond: 0 })))
      expect(one!.after).toBeLessThanOrEqual(3)
  })
})

test('of usual work, weeks of visits among it, at most one in fifty worker-months stands out', () => {
  let alarms = 0
  for (let worker = 0; worker < WORKERS; worker++) {
    const days = Array.from({ length: DAYS }, (_, no) => workday(no, worker))
    // One alarm a month at most: whoever was asked once is not asked anew every day.
    for (let from = 0; from < DAYS; from += 30) if (seenAfter(days.slice(0, from + 30), from) !== undefined) alarms++
  }
  expect(alarms / (WORKERS * (DAYS / 30))).toBeLessThanOrEqual(1 / 50)
})

test('it would be noticed: with no number to compare with, nobody stands out', () => {
  const days = intruder(() => ({ households: 40, beyond: 40 }))
  expect(seenAfter(days, START)).toBeDefined()
  const never = days.map((_, no) => unusual(days.slice(0, no + 1), dayOf(no), Number.POSITIVE_INFINITY))
  expect(never.flat()).toEqual([])
})
