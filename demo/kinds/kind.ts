// What the demo says about one kind of matter (事项类别): names, limit, what strangers may see, words that hint at it.

export type Bilingual = { zh: string; en: string }

export type Kind = {
  /** Two digits of the family and two of the kind; 99 stands alone. */
  code: string
  family: string
  zh: string
  en: string
  /** What residents call it. */
  hint: Bilingual
  /** Whether strangers may see that such a matter exists at a place. */
  public: boolean
  /** Time to finish: minutes of office hours (420 are one working day of seven hours) or minutes of the clock. */
  limit: { minutes: number; counting: 'work' | 'always' }
  /** How the limit is said where plain days or hours would not say enough. */
  limitText?: Bilingual
  /** What the one who finishes it must hand in. */
  proof: 'photo' | 'text' | 'none'
  /** The number to call before reporting. */
  emergency?: '119' | '120' | '110'
  /** A service to order, and not only something to report. */
  onMenu?: true
  /** So many days after it is over its reporter is asked once whether it still holds. */
  effectDays?: number
  /** All that strangers see besides place and state: “3号楼楼道充电，办理中”. */
  publicLine: Bilingual
  /** Words in a resident's text that suggest this kind. */
  words: string[]
}

/** Minutes of office hours in `count` working days, 08:30–12:00 and 14:00–17:30. */
export const workdays = (count: number): Kind['limit'] => ({ minutes: count * 420, counting: 'work' })

/** Hours of the clock, nights and holidays counted. */
export const hours = (count: number): Kind['limit'] => ({ minutes: count * 60, counting: 'always' })
