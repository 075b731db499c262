// Writes times of a story that stay in office hours: minutes go on after lunch, and after closing on the next working day.
import type { Clock, When } from '../matters/matter.ts'

const OPENS = 8 * 60 + 35
const LUNCH = 12 * 60
const LUNCH_OVER = 14 * 60
/** A little before the office closes. */
const CLOSES = 17 * 60 + 20

export const clockOf = (minute: number): Clock =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as Clock

export class Pen {
  #minute: number

  /** From the minute of the day at which it was reported. */
  constructor(minute: number) {
    this.#minute = minute
  }

  /** So many office minutes after the last step. */
  in(minutes: number): When {
    let at = this.#minute + minutes
    if (this.#minute < LUNCH && at >= LUNCH) at += LUNCH_OVER - LUNCH
    if (at <= CLOSES) {
      this.#minute = at
      return clockOf(at)
    }
    this.#minute = OPENS + Math.min(at - CLOSES, 60)
    return `+1 ${clockOf(this.#minute)}`
  }

  /** At a time of a later working day. */
  on(days: number, minute: number): When {
    this.#minute = minute
    return `+${days} ${clockOf(minute)}`
  }

  /** After work on the same day, when residents write. */
  evening(minute: number): When {
    return clockOf(minute)
  }
}
