// Seconds that are left, as one says them: in seconds, minutes or hours.
import type { Say } from '#web/lang.ts'
import type { importWords } from './words.ts'

const IN_SECONDS = 90
const IN_MINUTES = 90 * 60

export function timeLeft(seconds: number, t: Say<typeof importWords>): string {
  if (seconds < IN_SECONDS) return t('seconds', { n: Math.ceil(seconds) })
  if (seconds < IN_MINUTES) return t('minutes', { n: Math.ceil(seconds / 60) })
  return t('hours', { n: Math.ceil(seconds / 360) / 10 })
}
