// A provider that fails again and again is left alone for a while: its messages wait without using up their tries.
import { clock } from '#kernel/clock.ts'
import type { SendFault } from '#kernel/sending/send-problem.ts'

export type Channel = 'sms' | 'email'

/** So many failures in a row open it, counted before they are known: no more are on their way at once than may still fail. */
export const MOST_FAILURES = 5
/** Then one message tries again. */
export const REST_MS = 60_000

export type Breaker = {
  /** How many messages may be on their way now. */
  room(channel: Channel): number
  note(channel: Channel, fault: SendFault | undefined): void
}

/** Of one process; each learns by itself that a provider is down. */
export function openBreaker(): Breaker {
  const states = new Map<Channel, { failures: number; restsUntil: number }>()
  const of = (channel: Channel) => states.get(channel) ?? { failures: 0, restsUntil: 0 }
  return {
    room(channel) {
      const { failures, restsUntil } = of(channel)
      if (failures < MOST_FAILURES) return MOST_FAILURES - failures
      return clock.now().getTime() < restsUntil ? 0 : 1
    },
    note(channel, fault) {
      // A number that the provider refuses is an answer: it works.
      if (fault === undefined || fault === 'refused') {
        states.delete(channel)
        return
      }
      const failures = of(channel).failures + 1
      states.set(channel, { failures, restsUntil: clock.now().getTime() + REST_MS })
    },
  }
}
