// One scripted matter of the demo: what a resident said, where, when, and what then happened step by step.
import type { AgencyKey } from '../agencies.ts'
import { gridCode } from '../geography.ts'

export type Clock = `${number}:${number}`

/** A time on the day of the previous step, or on a later working day: '16:40', '+1 09:20'. */
export type When = Clock | `+${number} ${Clock}`

/** From very dissatisfied (1) to satisfied (5). */
export type Satisfaction = 1 | 2 | 3 | 4 | 5

export type Step = { when: When } & (
  | { do: 'take' | 'sign' | 'resume' | 'pause' | 'extend'; who: string }
  | { do: 'answer' | 'note'; who: string; said: string }
  | { do: 'finish'; who: string; result: string; photos: number; as?: Result }
  | { do: 'sendBack'; who: string; why: string }
  | { do: 'verify'; who: string; reply: string }
  | { do: 'acknowledge'; who: string; words: string }
  | { do: 'dispatch'; who: string; to: AgencyKey; helpers?: AgencyKey[]; words?: string }
  | { do: 'return'; who: string; why: string; basis: string }
  | { do: 'rule'; who: string; to: AgencyKey; ruling: string; basis: string }
  | { do: 'transfer'; who: string; to: AgencyKey; why: string }
  | { do: 'invite'; who: string; whom: AgencyKey[]; why: string }
  | { do: 'ask'; who: string; what: 'pause' | 'extend'; reason: Reason; words: string; workdays: number }
  | { do: 'raise'; who: string; why: string; leader?: string; team?: string[] }
  | { do: 'meet'; who: string; present: string[]; minutes: string; decisions: { what: string; owner: string }[] }
  | { do: 'decline'; who: string; reason: string; route: Route }
  | { do: 'merge'; who: string; into: string; why: string }
  | { do: 'rate'; satisfaction: Satisfaction; words?: string }
  | { do: 'dispute'; why: string; satisfaction?: Satisfaction }
  | { do: 'confirm' }
  | { do: 'withdraw'; why: string }
  /** A limit has just run out: the clock looks what is due. */
  | { do: 'clock' }
)

/** What came of it, as matter.finish says it. */
export type Result = 'solved' | 'partly' | 'explained' | 'cannot'
/** Why a clock may stand still or be given more time. */
export type Reason = 'weather' | 'season' | 'law' | 'parts' | 'reporter' | 'money'
/** Where a declined matter is at home. */
export type Route = 'police' | 'court' | 'petition' | 'arbitration' | 'administrative' | 'private' | 'other'

type Place =
  | { /** Name of the building. */ building: string; unit?: number; grid?: never }
  | { /** 15-digit code. */ grid: string; building?: never; unit?: never }

/** Found or asked and settled at once by this person, with what was done. */
export type OnTheSpot = { who: string; done: string; photos: number; as?: Result }

export type DemoMatter = Place & {
  /** What another matter that is merged into this one calls it by. */
  key?: string
  /** Where exactly, in words. */
  spot?: string
  /** Missing where nobody has said yet what it is. */
  kind?: string
  words: string
  wordsEn?: string
  reporter?: { name?: string; phone?: string }
  /** Login of whoever wrote it down after a call or a visit; missing when the resident sent it. */
  recordedBy?: string
  /** How it reached whoever wrote it down. */
  way?: 'desk' | 'counter' | 'phone' | 'listening' | 'patrol'
  onTheSpot?: OnTheSpot
  photos?: number
  at: Clock
  story: readonly Step[]
} & (
    | { /** Working days before today; 1 is the last one. */ daysAgo: number; day?: never }
    | { /** The day itself, `YYYY-MM-DD`. */ day: string; daysAgo?: never }
  )

/** Code of 第`number`网格 of Linli Subdistrict. */
export const linliGrid = (number: number): string => gridCode('990101001', number)
