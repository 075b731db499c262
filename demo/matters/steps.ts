// Words to tell a matter's story with: who does what, and when.
import type { AgencyKey } from '../agencies.ts'
import type { Reason, Result, Route, Satisfaction, Step, When } from './matter.ts'

export const take = (when: When, who: string): Step => ({ when, do: 'take', who })

/** Whoever took it has reached the resident or begun on the spot. */
export const answer = (when: When, who: string, said: string): Step => ({ when, do: 'answer', who, said })

export const note = (when: When, who: string, said: string): Step => ({ when, do: 'note', who, said })

export const finish = (when: When, who: string, result: string, photos = 0, as?: Result): Step => {
  return { when, do: 'finish', who, result, photos, ...(as ? { as } : {}) }
}

/** The check found that it is not done yet. */
export const sendBack = (when: When, who: string, why: string): Step => ({ when, do: 'sendBack', who, why })

/** Checked by someone else; the reply goes to the resident. */
export const verify = (when: When, who: string, reply: string): Step => ({ when, do: 'verify', who, reply })

/** It was late, and somebody who answers for the area has seen it. */
export const acknowledge = (when: When, who: string, words: string): Step => ({ when, do: 'acknowledge', who, words })

export const dispatch = (when: When, who: string, to: AgencyKey, words = '', helpers: AgencyKey[] = []): Step => {
  return { when, do: 'dispatch', who, to, words, helpers }
}

export const sign = (when: When, who: string): Step => ({ when, do: 'sign', who })

/** The agency says that it is not its business. */
export const giveBack = (when: When, who: string, why: string, basis: string): Step => {
  return { when, do: 'return', who, why, basis }
}

export const rule = (when: When, who: string, to: AgencyKey, ruling: string, basis: string): Step => {
  return { when, do: 'rule', who, to, ruling, basis }
}

export const transfer = (when: When, who: string, to: AgencyKey, why: string): Step => {
  return { when, do: 'transfer', who, to, why }
}

export const invite = (when: When, who: string, whom: AgencyKey[], why: string): Step => {
  return { when, do: 'invite', who, whom, why }
}

/** Asks the desk that the clock may stand still until so many working days later. */
export const askPause = (when: When, who: string, reason: Reason, words: string, workdays: number): Step => {
  return { when, do: 'ask', who, what: 'pause', reason, words, workdays }
}

/** Asks the desk for time until so many working days later. */
export const askMore = (when: When, who: string, reason: Reason, words: string, workdays: number): Step => {
  return { when, do: 'ask', who, what: 'extend', reason, words, workdays }
}

export const pause = (when: When, who: string): Step => ({ when, do: 'pause', who })
export const extend = (when: When, who: string): Step => ({ when, do: 'extend', who })
export const resume = (when: When, who: string): Step => ({ when, do: 'resume', who })

/** One level up; to the top with the leader by name and his team. */
export const raise = (when: When, who: string, why: string, leader?: string, team?: string[]): Step => {
  return { when, do: 'raise', who, why, ...(leader ? { leader } : {}), ...(team ? { team } : {}) }
}

export const meet = (
  when: When,
  who: string,
  present: string[],
  minutes: string,
  ...decisions: { what: string; owner: string }[]
): Step => ({ when, do: 'meet', who, present, minutes, decisions })

/** Not for us: the reason, and where it is at home. */
export const decline = (when: When, who: string, reason: string, route: Route): Step => {
  return { when, do: 'decline', who, reason, route }
}

/** The same thing as another matter, which goes on for both. */
export const merge = (when: When, who: string, into: string, why: string): Step => {
  return { when, do: 'merge', who, into, why }
}

export const rate = (when: When, satisfaction: Satisfaction, words?: string): Step => {
  return { when, do: 'rate', satisfaction, ...(words ? { words } : {}) }
}

/** The resident says it is not solved; it opens again under its number, in the same hands. */
export const dispute = (when: When, why: string, satisfaction?: Satisfaction): Step => {
  return { when, do: 'dispute', why, ...(satisfaction ? { satisfaction } : {}) }
}

/** Asked weeks later, the resident says that it still holds. */
export const confirm = (when: When): Step => ({ when, do: 'confirm' })

/** A limit has run out: the clock does what is due. */
export const clockDoes = (when: When): Step => ({ when, do: 'clock' })

export const withdraw = (when: When, why: string): Step => ({ when, do: 'withdraw', why })
