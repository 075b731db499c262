// The demo's year is laid as its table says, on whatever day: so many of each course, all over before today, no words twice.
import { describe, expect, test } from 'vitest'
import { emergencyWords, kinds } from '#demo/kinds.ts'
import type { DemoMatter, Step } from '#demo/matters/matter.ts'
import { schedule } from '#demo/matters/schedule.ts'
import { matters } from '#demo/matters.ts'
import { person, staff } from '#demo/staff.ts'
import { workdayTest } from '#demo/telling.ts'
import { type CourseName, courses, MERGED } from '#demo/year/courses.ts'
import { everythingSaid, gridOf } from '#demo/year/give.ts'
import { yearMatters } from '#demo/year/lay.ts'
import { overheard } from '#demo/year/overheard.ts'
import { slots } from '#demo/year/slots.ts'

const isWorkday = workdayTest()
const year = yearMatters('2026-11-22', isWorkday)
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const has = (what: Step['do']) => year.filter(({ story }) => story.some((step) => step.do === what)).length
const times = (what: Step['do'], times: number) =>
  year.filter(({ story }) => story.filter((step) => step.do === what).length === times).length

test('the table makes 293 with those told of twice, and each course stands in the weeks as often as it says', () => {
  const all = slots('2026-11-22')
  const counts = Object.groupBy(all, (slot) => slot.course)
  for (const [name, { count }] of Object.entries(courses)) expect(counts[name as CourseName]?.length, name).toBe(count)
  expect(all.length + MERGED).toBe(293)
  expect(year).toHaveLength(293)
})

test('what happens is in the stories as often as the table says', () => {
  const { onTheSpot, atCounter, inLegalRoom, returned, ruled, raised, stillHolds, brokeAgain, disputed } = courses
  const { takenLate, finishedLate, signedLate, paused, extended, declined, transferred, joint, sentBack } = courses
  expect(year.filter((one) => one.onTheSpot)).toHaveLength(onTheSpot.count + atCounter.count + inLegalRoom.count)
  expect([times('return', 1), times('return', 2), has('rule')]).toEqual([returned.count, ruled.count, ruled.count])
  expect([has('raise'), has('meet')]).toEqual([raised.count, raised.count + joint.count])
  expect([has('confirm'), has('dispute')]).toEqual([stillHolds.count, disputed.count + brokeAgain.count])
  expect(has('acknowledge')).toBe(takenLate.count + finishedLate.count + signedLate.count)
  expect([has('pause'), has('extend'), has('decline')]).toEqual([paused.count, extended.count, declined.count])
  expect([has('merge'), has('sendBack')]).toEqual([MERGED, sentBack.count])
  expect(has('transfer')).toBe(transferred.count + signedLate.count)
  expect(has('withdraw')).toBe(0)
})

test('all of them have their reply, or are merged into one that has', () => {
  const replied = ({ story }: DemoMatter) => story.some((step) => step.do === 'verify' || step.do === 'decline')
  for (const matter of year.filter((one) => !replied(one))) {
    const step = matter.story.at(-1) as Extract<Step, { do: 'merge' }>
    expect(step.do, matter.words).toBe('merge')
    expect(replied(year.find((one) => one.key === step.into)!)).toBe(true)
  }
})

test('no two read alike, from more than sixty things told, at doors of all 43 grids', () => {
  expect(everythingSaid.length).toBeGreaterThan(60)
  expect(new Set([...year, ...matters].map(({ words }) => words)).size).toBe(293 + matters.length)
  expect(new Set(year.map((one) => one.grid ?? gridOf(one.building!))).size).toBe(43)
})

test('numbers are nobody’s, and nothing that calls for help at once came when nobody was in', () => {
  const taken = new Set(staff.map((one) => one.phone))
  for (const { reporter, words, at, kind } of year) {
    if (reporter?.phone) expect(reporter.phone).toMatch(/^1380000\d{4}$/)
    if (reporter?.phone) expect(taken).not.toContain(reporter.phone)
    const danger = emergencyWords.some((row) => row.words.some((word) => words.includes(word)))
    if (danger || kinds.find((one) => one.code === kind)?.emergency) expect(at < '18:00', words).toBe(true)
  }
})

test('staff act in office hours, and nobody checks his own work', () => {
  for (const { story, words } of year) {
    const hands = new Set<string>()
    for (const step of story) {
      if (!('who' in step)) continue
      expect(step.when.slice(-5), words).toMatch(/^(08:[345]|09|1[01]:|1[456]:|17:[012])/)
      if (step.do === 'verify' || step.do === 'sendBack') expect(hands, words).not.toContain(step.who)
      if (['take', 'sign', 'answer', 'note', 'finish', 'transfer'].includes(step.do)) hands.add(step.who)
      expect(person(step.who).area.startsWith('990101001')).toBe(true)
    }
  }
})

test('seasons are kept: heating in winter, standing water in summer', () => {
  const months = (kind: string) =>
    new Set(year.filter((one) => one.kind === kind).map((one) => Number(one.day!.slice(5, 7))))
  for (const month of months('0404')) expect([11, 12, 1, 2, 3]).toContain(month)
  for (const month of months('0110')) expect([6, 7, 8, 9]).toContain(month)
})

describe('on any day of two years', () => {
  const days = Array.from({ length: 104 }, (_, at) => dayAfter('2026-01-02', at * 7 + (at % 7)))
  test.each(days)('%s: within the year before yesterday, forward in time, over before today', (today) => {
    const yesterday = dayAfter(today, -1)
    const first = `${Number(yesterday.slice(0, 4)) - 1}${yesterday.slice(4)}`
    for (const matter of yearMatters(today, isWorkday)) {
      const { reported, steps } = schedule(matter, today, isWorkday)
      const at = [reported, ...steps].map((moment) => `${moment.day} ${moment.at}`)
      expect(reported.day >= first, matter.words).toBe(true)
      expect(at, matter.words).toEqual([...new Set(at)].sort())
      expect(at.at(-1)! < today, matter.words).toBe(true)
    }
  })
})

test('a hundred and twenty lines were heard, no two alike, before today and by whoever works there', () => {
  const lines = overheard('2026-11-22', isWorkday)
  expect(lines).toHaveLength(120)
  expect(new Set(lines.map(({ words }) => words)).size).toBe(120)
  for (const { day, grid, who } of lines) {
    expect(day < '2026-11-22' && isWorkday(day)).toBe(true)
    expect(grid.startsWith(person(who).area), who).toBe(true)
  }
  expect(lines.filter(({ told }) => told).length).toBeGreaterThan(30)
})

test('the same day gives the same year; a week later the same courses stand on the same weekdays', () => {
  expect(yearMatters('2026-11-22', isWorkday)).toEqual(year)
  const of = (today: string) => slots(today).map(({ course, weeksAgo, weekday }) => [course, weeksAgo, weekday])
  expect(of('2026-11-29')).toEqual(of('2026-11-22'))
  expect(of('2026-11-25')).toEqual(of('2026-11-22'))
})
