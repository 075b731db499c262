// The demo's scripted matters could have happened: real places, the right people, steps in order, nothing after yesterday.
import { expect, test } from 'vitest'
import { demoGeography } from '#demo/geography.ts'
import { kinds } from '#demo/kinds.ts'
import type { DemoMatter, Step } from '#demo/matters/matter.ts'
import { schedule } from '#demo/matters/schedule.ts'
import { matters } from '#demo/matters.ts'
import { person, staff } from '#demo/staff.ts'

// Thursday, as in the stories; the calendar here knows weekends only.
const isWorkday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const buildings = new Map(
  demoGeography().tenants.flatMap((t) => t.buildings.features.map((b) => [b.properties.name, b.properties] as const)),
)
const grids = new Set(demoGeography().tenants.flatMap((t) => t.grids.features.map((grid) => grid.properties.code)))
const gridOf = (matter: DemoMatter): string => matter.grid ?? buildings.get(matter.building)?.grid ?? ''
const inLinli = matters.filter((matter) => gridOf(matter).startsWith('990101001'))

type State =
  | 'reported'
  | 'dispatched'
  | 'handling'
  | 'paused'
  | 'finished'
  | 'replied'
  | 'closed'
  | 'declined'
  | 'merged'
  | 'withdrawn'
const moves: Record<Exclude<Step['do'], 'clock'>, [from: State[], to?: State]> = {
  take: [['reported'], 'handling'],
  answer: [['handling']],
  note: [['handling']],
  invite: [['handling']],
  ask: [['handling']],
  meet: [['handling']],
  extend: [['handling']],
  dispatch: [['reported', 'handling'], 'dispatched'],
  sign: [['dispatched'], 'handling'],
  return: [['dispatched'], 'reported'],
  rule: [['reported'], 'dispatched'],
  transfer: [['handling'], 'dispatched'],
  raise: [['reported', 'handling'], 'dispatched'],
  pause: [['handling'], 'paused'],
  resume: [['paused'], 'handling'],
  finish: [['handling'], 'finished'],
  sendBack: [['finished'], 'handling'],
  acknowledge: [['finished']],
  verify: [['finished'], 'replied'],
  decline: [['reported'], 'declined'],
  merge: [['reported', 'dispatched', 'handling', 'paused'], 'merged'],
  rate: [['replied'], 'closed'],
  confirm: [['closed']],
  dispute: [['replied', 'closed'], 'handling'],
  withdraw: [['reported', 'handling'], 'withdrawn'],
}

/** The clock passes up what ran out; a rule may hand on at once. */
const after = (state: State, step: Step, { kind }: DemoMatter): State => {
  if (step.do === 'clock') return state === 'paused' ? 'handling' : 'dispatched'
  const [from, to = state] = moves[step.do]
  const now = state === 'reported' && kind === '0405' ? 'dispatched' : state
  expect(from, `${step.do} of ${kind}`).toContain(now)
  return to === state ? now : to
}
const stateOf = (matter: DemoMatter): State =>
  matter.story.reduce<State>((state, step) => after(state, step, matter), 'reported')

test('there are 57 of Linli Subdistrict and four elsewhere, told in different words', () => {
  expect(inLinli).toHaveLength(57)
  expect(matters).toHaveLength(61)
  expect(new Set(matters.map((matter) => matter.words)).size).toBe(61)
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

test.each(['2026-11-19', '2026-11-22', '2026-11-23'])('times run forward and end before %s', (day) => {
  for (const matter of matters) {
    const { reported, steps } = schedule(matter, day, isWorkday)
    const times = [reported, ...steps].map((moment) => `${moment.day} ${moment.at}`)
    expect(times, matter.words).toEqual(times.toSorted())
    expect(new Set(times).size, matter.words).toBe(times.length)
    expect(times.at(-1)! < day, matter.words).toBe(true)
  }
})

const CHECKS = new Set(['verify', 'sendBack', 'dispatch', 'pause', 'extend', 'merge', 'decline'])

test('staff act in office hours, each in their own place, and nobody checks his own work', () => {
  for (const matter of matters) {
    const grid = gridOf(matter)
    const hands = new Set<string>()
    for (const step of matter.story) {
      if (!('who' in step)) continue
      expect(step.when.slice(-5), matter.words).toMatch(/^(08:[345]|09|1[01]:|1[456]:|17:[012]|17:30)/)
      const { area, role, login } = person(step.who)
      const standsIn = staff.some((one) => one.area === grid && one.leave?.standIn === login)
      expect(grid.startsWith(area) || standsIn, login).toBe(true)
      if (CHECKS.has(step.do)) expect(role, `${login} ${matter.words}`).toMatch(/^community|^subdistrict/)
      if (step.do === 'rule' || step.do === 'acknowledge') expect(role, login).toMatch(/leader|head/)
      if (step.do === 'return' || step.do === 'transfer') expect(role, login).toBe('department_clerk')
      if (step.do === 'verify' || step.do === 'sendBack') expect(hands, matter.words).not.toContain(login)
      if (['take', 'sign', 'answer', 'note', 'finish'].includes(step.do)) hands.add(login)
    }
  }
})

test('seven of Linli Subdistrict stay open, each at a stop of its own; fifty have their reply', () => {
  const replied = (matter: DemoMatter) => matter.story.some((step) => step.do === 'verify' || step.do === 'decline')
  const open = inLinli.filter((matter) => !replied(matter))
  expect(open.map((matter) => [matter.words.slice(0, 8), stateOf(matter), matter.story.at(-1)?.do])).toEqual([
    ['南门外的井盖松了', 'handling', 'answer'],
    ['电梯到七楼就咯噔', 'handling', 'note'],
    ['摆摊的把盲道占了', 'reported', undefined],
    ['楼下店里的空调外', 'reported', 'return'],
    ['外墙渗水，北屋墙', 'paused', 'pause'],
    ['工地昨晚十一点还', 'reported', undefined],
    ['路面往下沉了一块', 'handling', 'note'],
  ])
  for (const matter of inLinli.filter(replied)) expect(['replied', 'closed'], matter.words).toContain(stateOf(matter))
})

test('every step follows from the one before', () => {
  expect(new Set(matters.map(stateOf))).toEqual(
    new Set(['reported', 'handling', 'paused', 'replied', 'closed', 'withdrawn']),
  )
})
