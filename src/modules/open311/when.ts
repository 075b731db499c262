// Times as the specification writes them: the W3C note on date and time, without fractions of a second.
import { localInstant } from '#kernel/clock.ts'

const DAY_MS = 86_400_000
const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+ -]\d{2}:?\d{2})?)?$/i
const SHANGHAI = '+08:00'

/** `+` of an address arrives as a blank where somebody forgot to escape it. */
const zoneOf = (zone: string | undefined) => {
  if (!zone) return SHANGHAI
  if (/^z$/i.test(zone)) return 'Z'
  const plain = zone.replace(' ', '+')
  return plain.includes(':') ? plain : `${plain.slice(0, 3)}:${plain.slice(3)}`
}

/**
 * The first and the last instant that a text means: a second, a minute, or a whole day in Shanghai. Without a zone it is
 * Shanghai's time. Undefined for anything that is no such time.
 */
export function readWhen(text: string): { readonly from: Date; readonly to: Date } | undefined {
  const [whole, year, month, day, hour, minute, second, zone] = FORM.exec(text.trim()) ?? []
  if (!whole) return undefined
  const date = `${year}-${month}-${day}`
  const from = hour ? new Date(`${date}T${hour}:${minute}:${second ?? '00'}${zoneOf(zone)}`) : localInstant(date)
  // 30 February is read by Date as 2 March: the parts are held against what came of them.
  const there = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (Number.isNaN(from.getTime()) || there.getUTCMonth() !== Number(month) - 1) return undefined
  const length = hour === undefined ? DAY_MS : second === undefined ? 60_000 : 1_000
  return { from, to: new Date(from.getTime() + length - 1) }
}

/** `2026-11-22T05:30:00Z`: whole seconds, and the same instant for every reader. */
export const writeWhen = (at: Date | string): string => `${new Date(at).toISOString().slice(0, 19)}Z`
