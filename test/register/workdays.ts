// Invented working days of people who open households: some matters a day, now and then a neighbour, weeks of visits.
import type { LookDay } from '#modules/register/reveal/unusual.ts'

/** From Monday, 5 January 2026 on. */
export const dayOf = (no: number) => new Date(Date.UTC(2026, 0, 5 + no)).toISOString().slice(0, 10)
const isWeekend = (no: number) => no % 7 > 4

/** `most`: households a day, at which the door stops. */
export function worksBy(random: () => number, most: number) {
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
    return { day: dayOf(no), households: Math.min(most, cases + beyond + (isVisiting ? poisson(14) : 0)), beyond }
  }
  return { workday, poisson }
}
