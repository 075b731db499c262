// Lays a scripted matter on the calendar, so that its story ends on the last working day whenever the demo starts.
import type { Clock, DemoMatter, Step } from './matter.ts'

/** A day `YYYY-MM-DD` and a time of day in Asia/Shanghai. */
export type Moment = { day: string; at: Clock }

/** A step at its moment; what it asks for lasts until the morning of `until`. */
export type Scheduled = Step & Moment & { until?: string }

export type ScheduledMatter = { reported: Moment; steps: Scheduled[] }

/**
 * When the matter was reported and each step done.
 * `today` is the demo's own day; `isWorkday` answers for the place's calendar and must find a workday every fortnight.
 */
export function schedule(matter: DemoMatter, today: string, isWorkday: (day: string) => boolean): ScheduledMatter {
  const reported = { day: matter.day ?? workdaysFrom(today, -matter.daysAgo, isWorkday), at: matter.at }
  let { day } = reported
  const steps = matter.story.map((step) => {
    const { days, at } = parsed(step.when)
    day = workdaysFrom(day, days, isWorkday)
    return { ...step, day, at, ...(step.do === 'ask' ? { until: workdaysFrom(day, step.workdays, isWorkday) } : {}) }
  })
  return { reported, steps }
}

function parsed(when: Step['when']): { days: number; at: Clock } {
  const [first, second] = when.split(' ')
  return second ? { days: Number(first), at: second as Clock } : { days: 0, at: first as Clock }
}

function workdaysFrom(day: string, count: number, isWorkday: (day: string) => boolean): string {
  const step = Math.sign(count)
  let found = day
  for (let left = Math.abs(count); left > 0; ) {
    found = nextDay(found, step)
    if (isWorkday(found)) left -= 1
  }
  return found
}

function nextDay(day: string, step: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + step)
  return date.toISOString().slice(0, 10)
}
