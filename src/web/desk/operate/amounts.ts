// Bytes and seconds as a person says them, and the gaps of a sentence filled with them.

import type { Lang } from '#kernel/words.ts'
import type { PartState } from '#modules/upkeep/contract.ts'
import { clockTime } from '#web/parts/when.ts'
import type { operateWords } from './words.ts'

type Tell = (word: keyof typeof operateWords, values?: Record<string, string | number>) => string

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** “1.5 GB”; powers of 1024, as disks are shown. */
export function bytesWords(bytes: number): string {
  let [left, unit] = [bytes, 0]
  for (; left >= 1024 && unit < UNITS.length - 1; unit++) left /= 1024
  return `${left < 10 && unit > 0 ? left.toFixed(1) : Math.round(left)} ${UNITS[unit]}`
}

export function secondsWords(seconds: number, t: Tell): string {
  if (seconds < 120) return t('seconds', { count: seconds })
  if (seconds < 7_200) return t('minutes', { count: Math.round(seconds / 60) })
  return seconds < 172_800
    ? t('hours', { count: Math.round(seconds / 3_600) })
    : t('days', { count: Math.round(seconds / 86_400) })
}

const NAMED: readonly string[] = [
  ...['data', 'database', 'files', 'backup', 'sealing', 'clock', 'notices', 'outbox', 'callbacks', 'retention'],
  ...['backups', 'imports', 'jobs'],
]

/** What stands in the gaps of a part's sentence. */
export function gapsOf(part: PartState, now: string, lang: Lang, t: Tell): Record<string, string | number> {
  const { count, most, seconds, ms, bytes, free, at, names } = part
  const gaps: Record<string, string | number> = {}
  for (const [name, value] of Object.entries({ count, most, ms })) if (value !== undefined) gaps[name] = value
  if (seconds !== undefined) gaps.seconds = part.says === 'clock.differs' ? seconds : secondsWords(seconds, t)
  if (bytes !== undefined) gaps.bytes = bytesWords(bytes)
  if (free !== undefined) gaps.free = bytesWords(free)
  if (at !== undefined) gaps.at = clockTime(at, now, lang)
  if (names)
    gaps.names = names
      .map((name) => (NAMED.includes(name) ? t(name as 'data') : name))
      .join(lang === 'zh' ? '、' : ', ')
  return gaps
}
