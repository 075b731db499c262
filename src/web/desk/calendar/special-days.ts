// Holidays and make-up days as text, one stretch a line, and back: what the yearly notice looks like when typed.
export type SpecialDay = {
  readonly day: string
  readonly kind: 'holiday' | 'makeup'
  readonly zh: string
  readonly en: string
}
export type ReadDays =
  | { readonly ok: true; readonly days: readonly SpecialDay[] }
  | { readonly ok: false; readonly line: number; readonly text: string; readonly why: 'badLine' | 'otherYear' }

const DAY_MS = 86_400_000
const LINE =
  /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|~|–|—)\s*(\d{4}-\d{2}-\d{2}))?\s+(放假|休|上班|班|off|work)\s+(\S+)(?:\s+(.+))?$/u
const OFF: ReadonlySet<string> = new Set(['放假', '休', 'off'])
/** The longest holiday ever announced was shorter. */
const LONGEST_DAYS = 31

const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const isDay = (day: string): boolean => !Number.isNaN(ms(day)) && dayOf(ms(day)) === day

export function readDays(text: string, year: number): ReadDays {
  const days: SpecialDay[] = []
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (!line) continue
    const wrong = (why: 'badLine' | 'otherYear'): ReadDays => ({ ok: false, line: at + 1, text: line, why })
    const [, from, to = from, kind, zh, en] = LINE.exec(line) ?? []
    if (!from || !to || !kind || !zh || !isDay(from) || !isDay(to)) return wrong('badLine')
    const count = (ms(to) - ms(from)) / DAY_MS + 1
    if (count < 1 || count > LONGEST_DAYS) return wrong('badLine')
    if (!from.startsWith(`${year}-`) || !to.startsWith(`${year}-`)) return wrong('otherYear')
    for (let day = 0; day < count; day++)
      days.push({
        day: dayOf(ms(from) + day * DAY_MS),
        kind: OFF.has(kind) ? 'holiday' : 'makeup',
        zh,
        en: en?.trim() || zh,
      })
  }
  return { ok: true, days }
}

export type Stretch = SpecialDay & { readonly to: string; readonly count: number }

/** Days that follow each other with the same kind and name, as one. */
export function stretches(days: readonly SpecialDay[]): Stretch[] {
  const found: Stretch[] = []
  for (const one of days.toSorted((a, b) => a.day.localeCompare(b.day))) {
    const last = found.at(-1)
    const goesOn = last && last.kind === one.kind && last.zh === one.zh && ms(one.day) - ms(last.to) === DAY_MS
    if (goesOn) found[found.length - 1] = { ...last, to: one.day, count: last.count + 1 }
    else found.push({ ...one, to: one.day, count: 1 })
  }
  return found
}

export const writeDays = (days: readonly SpecialDay[]): string =>
  stretches(days)
    .map(
      ({ day, to, kind, zh, en }) =>
        `${day}${to === day ? '' : ` 至 ${to}`} ${kind === 'holiday' ? '放假' : '上班'} ${zh} ${en}`,
    )
    .join('\n')
