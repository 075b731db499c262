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

type Moment = {
  readonly at: Date
  readonly what: string
  readonly tell: () => Promise<void>
  readonly draw?: () => void
}
type IsWorkday = (day: string) => boolean

const DAY_MS = 86_400_000
const PICTURES = ['before', 'socket', 'lid', 'after'] as const
/** Pixels across: of what is looked at today, and of what lies months back. */
const LARGE = 1000
const SMALL = 320
/** Pictures are drawn so many moments ahead, by another process while this one tells. */
const AHEAD = 12
/** Messages of the last days go out at their moments; older ones together, when their day is over. */
const FRESH_DAYS = 7

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

/** Each working day before the office opens; what runs out by day is told by its story. */
function mornings(teller: Teller, street: Street, from: Date, today: string, isWorkday: IsWorkday): Moment[] {
  const moments: Moment[] = []
  for (let at = from.getTime(); localDay(new Date(at)) < today; at += DAY_MS) {
    const day = localDay(new Date(at))
    if (isWorkday(day))
      moments.push({ at: localInstant(day, '08:20'), what: `the clock on ${day}`, tell: () => teller.sweep(street) })
  }
  return moments
}

/** Tells all stories up to yesterday; returns how many matters of the year, of the last weeks, and how many moments that were. */
export async function loadMatters(house: House, first: Street, second: Street, today: Date) {
  const teller = new Teller(house, await scenes())
  const isWorkday = workdayTest()
  const day = localDay(today)
  const year = yearMatters(day, isWorkday)
  const moments: Moment[] = [...year, ...matters].flatMap((script) => {
    const street = first.areas.has(script.building ?? script.grid!) ? first : second
    return momentsOf(teller, script, street, day, isWorkday)
  })
  const from = new Date(Math.min(...moments.map(({ at }) => at.getTime())))
  moments.push(...mornings(teller, first, from, day, isWorkday))
  moments.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const [at, moment] of moments.entries()) {
    goTo(moment.at)
    moments[at + AHEAD]?.draw?.()
    await moment.tell().catch((error) => {
      throw new Error(`${moment.at.toISOString()} ${moment.what}: ${error.message}`, { cause: error })
    })
    const fresh = today.getTime() - moment.at.getTime() < FRESH_DAYS * DAY_MS
    const next = moments[at + 1]
    if (fresh || !next || localDay(next.at) !== localDay(moment.at)) await tellOf(house)
  }
  return { year: year.length, scripted: matters.length, moments: moments.length }
}

/** To the demo phone whatever is set: no message may leave for an invented number. */
async function tellOf(house: House): Promise<void> {
  await spreadNotices(house)
  await sweepNotices(house, demoSenders)
}
