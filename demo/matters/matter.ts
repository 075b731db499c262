// One scripted matter of the demo: what a resident said, where, when, and what then happened step by step.
import { gridCode } from '../geography.ts'

export type Clock = `${number}:${number}`

/** A time on the day of the previous step, or on a later working day: '16:40', '+1 09:20'. */
export type When = Clock | `+${number} ${Clock}`

/** From very dissatisfied (1) to satisfied (5). */
export type Satisfaction = 1 | 2 | 3 | 4 | 5

export type Step = { when: When } & (
  | { do: 'take'; who: string }
  | { do: 'answer'; who: string; said: string }
  | { do: 'finish'; who: string; result: string; photos: number }
  | { do: 'sendBack'; who: string; why: string }
  | { do: 'verify'; who: string; reply: string }
  | { do: 'rate'; satisfaction: Satisfaction; words?: string }
  | { do: 'dispute'; why: string; satisfaction?: Satisfaction }
  | { do: 'withdraw'; why: string }
)

type Place =
  | { /** Name of the building. */ building: string; unit?: number; grid?: never }
  | { /** 15-digit code. */ grid: string; building?: never; unit?: never }

export type DemoMatter = Place & {
  /** Where exactly, in words. */
  spot?: string
  /** Missing where nobody has said yet what it is. */
  kind?: string
  words: string
  wordsEn: string
  reporter?: { name?: string; phone?: string }
  /** Login of whoever wrote it down after a call or a visit; missing when the resident sent it. */
  recordedBy?: string
  photos?: number
  /** Working days before today; 1 is the last one. */
  daysAgo: number
  at: Clock
  story: readonly Step[]
}

/** Code of 第`number`网格 of Linli Subdistrict. */
export const linliGrid = (number: number): string => gridCode('990101001', number)

export const take = (when: When, who: string): Step => ({ when, do: 'take', who })

/** Whoever took it has reached the resident or begun on the spot. */
export const answer = (when: When, who: string, said: string): Step => ({ when, do: 'answer', who, said })

export const finish = (when: When, who: string, result: string, photos = 0): Step => {
  return { when, do: 'finish', who, result, photos }
}

/** The check found that it is not done yet. */
export const sendBack = (when: When, who: string, why: string): Step => ({ when, do: 'sendBack', who, why })

/** Checked by someone else; the reply goes to the resident. */
export const verify = (when: When, who: string, reply: string): Step => ({ when, do: 'verify', who, reply })

export const rate = (when: When, satisfaction: Satisfaction, words?: string): Step => {
  return { when, do: 'rate', satisfaction, ...(words ? { words } : {}) }
}

/** The resident says it is not solved; it opens again under its number, in the same hands. */
export const dispute = (when: When, why: string, satisfaction?: Satisfaction): Step => {
  return { when, do: 'dispute', why, ...(satisfaction ? { satisfaction } : {}) }
}

export const withdraw = (when: When, why: string): Step => ({ when, do: 'withdraw', why })
