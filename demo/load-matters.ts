// Tells the demo's stories in the order of time: every report and every step at its own moment, and the clock's own moves.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { localDay, localInstant } from '#kernel/clock.ts'
import type { House } from '#kernel/door.ts'
import { demoSenders, spreadNotices, sweepNotices } from '#modules/notice/index.ts'
import type { DemoMatter } from './matters/matter.ts'
import { schedule } from './matters/schedule.ts'
import { matters } from './matters.ts'
import { type Scene, Teller, type Told } from './teller.ts'
import { goTo, type Street, workdayTest } from './telling.ts'
import { yearMatters } from './year/lay.ts'
import { overheard } from './year/overheard.ts'

export type Moment = {
  readonly at: Date
  readonly what: string
  readonly tell: () => Promise<void>
  readonly draw?: () => void
}
type IsWorkday = (day: string) => boolean

const DAY_MS = 86_400_000
const PICTURES = ['before', 'socket', 'lid', 'after'] as const
/** Pixels across: of what is looked at today, and of what lies months back. */
const LARGE = 800
const SMALL = 320
/** Monday, Wednesday, Friday. */
const CLOCK_DAYS: ReadonlySet<number> = new Set([1, 3, 5])
/** Pictures are drawn so many moments ahead, by another process while this one tells. */
const AHEAD = 12
/** Messages of the last days go out at their moments, older ones of four weeks together: one by one they took half the time. */
const FRESH_MS = 4 * DAY_MS
const TOGETHER_MS = 28 * DAY_MS

/** Drawn scenes in place of photographs: nobody is on them. */
async function scenes(): Promise<Scene> {
  const drawn = new Map<string, Buffer>()
  for (const name of PICTURES) {
    const svg = readFileSync(new URL(`./photos/photo-${name}.svg`, import.meta.url))
    const scene = sharp(svg, { density: 150 })
    for (const width of [LARGE, SMALL])
      drawn.set(`${name} ${width}`, await scene.clone().resize(width).jpeg().toBuffer())
  }
  return (script, name) => drawn.get(`${name} ${script.daysAgo ? LARGE : SMALL}`)!
}

function momentsOf(teller: Teller, script: DemoMatter, street: Street, today: string, isWorkday: IsWorkday): Moment[] {
  const told: Told = { script, street }
  const { reported, steps } = schedule(script, today, isWorkday)
  return [
    {
      at: localInstant(reported.day, reported.at),
      what: script.words,
      tell: () => teller.begin(told),
      draw: () => teller.draw(script),
    },
    ...steps.map((step) => ({
      at: localInstant(step.day, step.at),
      what: `${step.do} ${script.words}`,
      tell: () => teller.step(told, step),
      draw: () => teller.draw(script, step),
    })),
  ]
}

/** Three mornings a week before the office opens; what runs out at another time is told by its story. */
function mornings(teller: Teller, street: Street, from: Date, today: string, isWorkday: IsWorkday): Moment[] {
  const moments: Moment[] = []
  for (let at = from.getTime(); localDay(new Date(at)) < today; at += DAY_MS) {
    const day = localDay(new Date(at))
    if (isWorkday(day) && CLOCK_DAYS.has(new Date(`${day}T00:00:00Z`).getUTCDay()))
      moments.push({ at: localInstant(day, '08:20'), what: `the clock on ${day}`, tell: () => teller.sweep(street) })
  }
  return moments
}

/** Tells all stories up to yesterday, those told elsewhere in between; returns how many matters of the year, of the last weeks, and how many moments that were. */
export async function loadMatters(house: House, first: Street, second: Street, today: Date, beside: readonly Moment[]) {
  const teller = new Teller(house, await scenes())
  const isWorkday = workdayTest()
  const day = localDay(today)
  const year = yearMatters(day, isWorkday)
  const moments: Moment[] = [...year, ...matters].flatMap((script) => {
    const street = first.areas.has(script.building ?? script.grid!) ? first : second
    return momentsOf(teller, script, street, day, isWorkday)
  })
  const lines = overheard(day, isWorkday)
  for (const line of lines)
    moments.push({ at: localInstant(line.day, line.at), what: line.words, tell: () => teller.hear(first, line) })
  const from = new Date(Math.min(...moments.map(({ at }) => at.getTime())))
  moments.push(...mornings(teller, first, from, day, isWorkday))
  moments.push(...beside)
  moments.sort((a, b) => a.at.getTime() - b.at.getTime())
  const ago = (at: Date) => today.getTime() - at.getTime()
  const span = (at: Date) => Math.floor(ago(at) / TOGETHER_MS)
  for (const [at, moment] of moments.entries()) {
    goTo(moment.at)
    moments[at + AHEAD]?.draw?.()
    await moment.tell().catch((error) => {
      throw new Error(`${moment.at.toISOString()} ${moment.what}: ${error.message}`, { cause: error })
    })
    const next = moments[at + 1]
    if (!next || ago(next.at) < FRESH_MS || span(next.at) !== span(moment.at)) await tellOf(house)
  }
  return { year: year.length, scripted: matters.length, lines: lines.length, moments: moments.length }
}

/** To the demo phone whatever is set: no message may leave for an invented number. */
async function tellOf(house: House): Promise<void> {
  await spreadNotices(house)
  await sweepNotices(house, demoSenders)
}
