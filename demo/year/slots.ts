// Which course stands in which week of the year, the latest first.
import { type CourseName, courses } from './courses.ts'
import { between, dice, shuffled } from './dice.ts'

const DAY_MS = 86_400_000
/** Weeks of the year that have matters, counted back from the week of yesterday. */
const FIRST_WEEK = 51
/** The weeks just before today have their own scripted matters. */
const QUIET_WEEKS = 4
const IN_A_QUIET_WEEK = 2

export type Slot = { at: number; course: CourseName; weeksAgo: number; weekday: number; day: string }
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The Monday of the week that yesterday lies in. */
function mondayOf(today: string): number {
  const yesterday = Date.parse(`${today}T00:00:00Z`) - DAY_MS
  return yesterday - ((new Date(yesterday).getUTCDay() + 6) % 7) * DAY_MS
}

/** Courses on weeks, the latest week first: what is over within a day may stand there, what takes weeks may not. */
export function slots(today: string): Slot[] {
  const left = shuffled(
    'courses',
    (Object.keys(courses) as CourseName[]).flatMap((name) => Array<CourseName>(courses[name].count).fill(name)),
  )
  const total = left.length
  const quiet = QUIET_WEEKS * IN_A_QUIET_WEEK
  const monday = mondayOf(today)
  return Array.from({ length: total }, (_, at) => {
    const weeksAgo =
      at < quiet
        ? 1 + Math.floor(at / IN_A_QUIET_WEEK)
        : QUIET_WEEKS + 1 + Math.floor(((at - quiet) * (FIRST_WEEK - QUIET_WEEKS)) / (total - quiet))
    const found = left.findIndex((name) => courses[name].weeks <= weeksAgo)
    if (found < 0) throw new Error(`no course is short enough for ${weeksAgo} weeks ago`)
    const [course] = left.splice(found, 1) as [CourseName]
    const weekday = between(`weekday ${at}`, 0, 4)
    return { at, course, weeksAgo, weekday, day: dayOf(monday + (weekday - weeksAgo * 7) * DAY_MS) }
  })
}

/** What is plain may come in the evening or at the weekend; all else is told in office hours. */
export function hourOf({ at, course, weeksAgo }: Slot, byScan: boolean): { minute: number; evening: boolean } {
  const evening = course === 'plain' && byScan && weeksAgo > 2 && dice(`evening ${at}`) < 0.3
  if (evening) return { minute: between(`minute ${at}`, 18 * 60 + 5, 21 * 60 + 40), evening }
  if (course === 'plain' && weeksAgo > 2 && dice(`after lunch ${at}`) < 0.35)
    return { minute: between(`minute ${at}`, 14 * 60 + 5, 14 * 60 + 50), evening }
  return { minute: between(`minute ${at}`, 8 * 60 + 35, 9 * 60 + 15), evening }
}

/** The nearest working day: later, or earlier where later would reach into today. */
export function officeDay(slot: Slot, isWorkday: (day: string) => boolean): string {
  const step = slot.weeksAgo > 8 ? DAY_MS : -DAY_MS
  let at = Date.parse(`${slot.day}T00:00:00Z`)
  while (!isWorkday(dayOf(at))) at += step
  return dayOf(at)
}
