// The demo's matters could have happened: real places, the right people, steps in order, nothing after yesterday.
import { expect, test } from 'vitest'
import { demoGeography } from '#demo/geography.ts'
import { kinds } from '#demo/kinds.ts'
import type { DemoMatter, Step } from '#demo/matters/matter.ts'
import { schedule } from '#demo/matters/schedule.ts'
import { matters } from '#demo/matters.ts'
import { person, staff } from '#demo/staff.ts'

// Thursday, as in the stories; the calendar here knows weekends only.
const today = '2026-11-19'
const isWorkday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const buildings = new Map(
  demoGeography().tenants.flatMap((t) => t.buildings.features.map((b) => [b.properties.name, b.properties] as const)),
)
const grids = new Set(demoGeography().tenants.flatMap((t) => t.grids.features.map((grid) => grid.properties.code)))
const gridOf = (matter: DemoMatter): string => matter.grid ?? buildings.get(matter.building)?.grid ?? ''

type State = 'reported' | 'handling' | 'finished' | 'replied' | 'closed' | 'withdrawn'
const leadsTo: Record<Step['do'], State> = {
  take: 'handling',
  answer: 'handling',
  finish: 'finished',
  sendBack: 'handling',
  verify: 'replied',
  rate: 'closed',
  dispute: 'handling',
  withdraw: 'withdrawn',
}
const allowed: Record<Step['do'], State[]> = {
  take: ['reported'],
  answer: ['handling'],
  finish: ['handling'],
  sendBack: ['finished'],
  verify: ['finished'],
  rate: ['replied'],
  dispute: ['replied'],
  withdraw: ['reported', 'handling'],
}
const stateOf = ({ story }: DemoMatter): State => (story.length ? leadsTo[story.at(-1)!.do] : 'reported')

test('there are sixty, told in different words', () => {
  expect(matters).toHaveLength(60)
  expect(new Set(matters.map((matter) => matter.words)).size).toBe(60)
})

test('places and kinds exist, and no resident has a number of the staff', () => {
  for (const matter of matters) {
    const { kind, unit, reporter, words } = matter
    expect(grids.has(gridOf(matter)), words).toBe(true)
    if (unit) expect(unit, words).toBeLessThanOrEqual(buildings.get(matter.building!)!.units)
    if (kind) expect(kinds.map((one) => one.code)).toContain(kind)
    if (reporter?.phone) expect(reporter.phone).toMatch(/^1380000\d{4}$/)
    if (reporter?.phone) expect(staff.map((one) => one.phone)).not.toContain(reporter.phone)
  }
})

test('every step follows from the one before', () => {
  for (const { story, words } of matters) {
    let state: State = 'reported'
    for (const step of story) {
      expect(allowed[step.do], words).toContain(state)
      state = leadsTo[step.do]
    }
  }
})

test.each(['2026-11-19', '2026-11-22', '2026-11-23'])('times run forward and end before %s', (day) => {
  for (const matter of matters) {
    const { reported, steps } = schedule(matter, day, isWorkday)
    const times = [reported, ...steps].map((moment) => `${moment.day} ${moment.at}`)
    expect(times, matter.words).toEqual(times.toSorted())
    expect(new Set(times).size, matter.words).toBe(times.length)
    expect(times.at(-1)! < day, matter.words).toBe(true)
  }
})

test('staff act in office hours, each in their own place, and nobody checks his own work', () => {
  for (const matter of matters) {
    const grid = gridOf(matter)
    for (const step of matter.story) {
      if (!('who' in step)) continue
      expect(step.when.slice(-5), matter.words).toMatch(/^(08:[345]|09|1[01]:|1[456]:|17:[012]|17:30)/)
      const { area, role, login } = person(step.who)
      const standsIn = staff.some((one) => one.area === grid && one.leave?.standIn === login)
      expect(grid.startsWith(area) || standsIn, login).toBe(true)
      const checks = step.do === 'verify' || step.do === 'sendBack'
      expect(role, login).toMatch(checks ? /^community/ : /^grid_worker$/)
    }
  }
})

test('all states are there', () => {
  const counts = Object.groupBy(matters, stateOf)
  for (const [state, least] of [
    ['reported', 5],
    ['handling', 12],
    ['finished', 5],
    ['replied', 6],
  ] as const) {
    expect(counts[state]?.length, state).toBeGreaterThanOrEqual(least)
  }
  expect(counts.closed?.length).toBeGreaterThanOrEqual(12)
  expect(counts.withdrawn).toHaveLength(3)
  const lasts = matters.map(({ story }) => story.at(-1)?.do)
  for (const last of ['sendBack', 'dispute', 'withdraw', 'rate'] as const) expect(lasts).toContain(last)
})

test('about six are late when today’s office opens', () => {
  const late = matters.filter((matter) => {
    const { steps } = schedule(matter, today, isWorkday)
    const taken = steps.find((step) => step.do === 'take')
    if (!taken) return matter.story.length === 0 && officeMinutes(matter.daysAgo, matter.at) > 30
    const limit = kinds.find((kind) => kind.code === matter.kind)?.limit
    const done = steps.some((step) => step.do === 'finish' || step.do === 'withdraw')
    return !done && limit?.counting === 'work' && officeMinutes(workdaysSince(taken.day), taken.at) > limit.minutes
  })
  expect(late.length).toBeGreaterThanOrEqual(5)
  expect(late.length).toBeLessThanOrEqual(8)
})

// From a time of day `daysAgo` working days back until 08:30 today: what was left of that day, then whole days.
function officeMinutes(daysAgo: number, at: string): number {
  const minute = Number(at.slice(0, 2)) * 60 + Number(at.slice(3))
  const left = (from: number, to: number) => Math.max(0, to - Math.max(from, minute))
  return left(510, 720) + left(840, 1050) + (daysAgo - 1) * 420
}

function workdaysSince(day: string): number {
  return Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2026, 10, 18 - i)).toISOString().slice(0, 10)).filter(
    (one) => one >= day && isWorkday(one),
  ).length
}
