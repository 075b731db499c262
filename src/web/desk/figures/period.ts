// Which days and which area a page of figures is about, as its address says it.
import { localDay } from '#kernel/clock.ts'

export const PERIODS = ['past', 'month', 'lastMonth', 'quarter', 'year', 'all', 'own'] as const
export type PeriodName = (typeof PERIODS)[number]
export type PeriodSearch = {
  readonly period?: PeriodName
  readonly from?: string
  readonly to?: string
  readonly area?: string
}

const DAY = /^\d{4}-\d\d-\d\d$/
const day = (value: unknown): string | undefined => (typeof value === 'string' && DAY.test(value) ? value : undefined)

/** What an address does not rightly say is left out. */
export function readPeriod(search: Record<string, unknown>): PeriodSearch {
  const period = PERIODS.find((name) => name === search.period)
  const [from, to] = [day(search.from), day(search.to)]
  return {
    ...(period ? { period } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(typeof search.area === 'string' ? { area: search.area } : {}),
  }
}

const two = (n: number): string => String(n).padStart(2, '0')
const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** A year shows every season; a calendar year shows next to nothing in January. */
export const USUAL_PERIOD = 'past'

/** The day a year before yesterday: so a year that ended yesterday is whole. */
function yearBack(now: Date): string {
  const yesterday = localDay(new Date(now.getTime() - 86_400_000))
  return `${Number(yesterday.slice(0, 4)) - 1}${yesterday.slice(4).replace('-02-29', '-02-28')}`
}

/** First and last day, both counted, by the calendar of Shanghai. Before Linli there was nothing: `all` begins in 2000. */
export function daysOf({ period = USUAL_PERIOD, from, to }: PeriodSearch, now: Date): { from: string; to: string } {
  const today = localDay(now)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  switch (period) {
    case 'past':
      return { from: yearBack(now), to: today }
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today }
    case 'lastMonth': {
      const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1]
      return { from: `${y}-${two(m)}-01`, to: lastDay(y, m) }
    }
    case 'quarter':
      return { from: `${year}-${two(month - ((month - 1) % 3))}-01`, to: today }
    case 'year':
      return { from: `${year}-01-01`, to: today }
    case 'all':
      return { from: '2000-01-01', to: today }
    case 'own':
      return { from: from ?? `${today.slice(0, 7)}-01`, to: to ?? today }
  }
}
