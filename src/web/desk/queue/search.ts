// What the queue's address says: which view, where, which kind, further conditions, in which order, which matter is open.
import { URGENCIES, WAYS } from '#modules/matter/lifecycle.ts'
import type { Input } from '#web/call.ts'

export const VIEWS = [
  ...(['mine', 'due', 'overdue', 'check', 'reopened', 'waiting', 'dispatch', 'returned'] as const),
  ...(['paused', 'urged', 'open', 'all'] as const),
] as const
export type View = (typeof VIEWS)[number]
/** States that a clerk looks at one by one. */
export const STATES = ['dispatched', 'handling', 'paused', 'finished'] as const
const LEVELS = ['0', '1', '2', '3'] as const

/** One character finds half a subdistrict. */
export const LEAST = 2

export type QueueSearch = {
  /** A number or words; then all there is is looked through, unless a view is named. */
  readonly find?: string
  /** The last day looked at, for what is older than a year. */
  readonly until?: string
  readonly view?: View
  readonly area?: string
  readonly kind?: string
  readonly state?: (typeof STATES)[number]
  readonly agency?: string
  readonly way?: (typeof WAYS)[number]
  readonly urgency?: (typeof URGENCIES)[number]
  readonly level?: (typeof LEVELS)[number]
  readonly sort?: 'newest'
  /** The matter shown at the right; the first of the list when absent. */
  readonly m?: string
}
/** Conditions that a sentence may have besides place, view and kind. */
export const CONDITIONS = ['agency', 'way', 'urgency', 'level'] as const
export type Condition = (typeof CONDITIONS)[number]

const text = (value: unknown): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
const among = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === text(value))

const wordsOf = (value: unknown): string | undefined => {
  const words = text(value)?.trim().slice(0, 40)
  return words && words.length >= LEAST ? words : undefined
}

/** Parts without a value are left out, so that two equal sentences look alike. */
const filled = <T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never

/** Anything an address does not rightly say is left out, so an old or mistyped one still opens a queue. */
export const readQueueSearch = (search: Record<string, unknown>): QueueSearch =>
  filled({
    find: wordsOf(search.find),
    until: text(search.until)?.match(/^20\d\d-\d\d-\d\d$/)?.[0],
    view: among(VIEWS, search.view),
    area: text(search.area),
    kind: text(search.kind),
    state: among(STATES, search.state),
    agency: text(search.agency),
    way: among(WAYS, search.way),
    urgency: among(URGENCIES, search.urgency),
    level: among(LEVELS, search.level),
    sort: among(['newest'] as const, search.sort),
    m: text(search.m),
  })

/** What is looked at where the address names no view. */
export const viewOf = ({ view, find }: QueueSearch): View => view ?? (find ? 'all' : 'mine')

/** Days are days in Shanghai, written as everywhere. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Matters that are over have no deadline: the newest come first, and no other order can be chosen. */
export const isNewestOnly = (search: QueueSearch): boolean => ['all', 'waiting'].includes(viewOf(search))

export type Filter = Input<'matter.saveFilter'>['filter']

/** The sentence as the server keeps it; an address carries more (the language, the open matter, what is looked for). */
export const filterOf = ({ sort, area, agency, level, ...rest }: QueueSearch): Filter =>
  filled({
    ...{
      view: viewOf(rest),
      sort: sort ?? ('due' as const),
      areaId: area,
      kind: rest.kind,
      state: rest.state,
      agencyId: agency,
    },
    ...{
      way: rest.way,
      urgency: rest.urgency,
      until: rest.until,
      level: level === undefined ? undefined : Number(level),
    },
  })

/** And back: a sentence that somebody has kept. */
export const searchOf = ({ areaId, agencyId, ...rest }: Filter): QueueSearch =>
  readQueueSearch({ ...rest, ...(rest.view === 'mine' ? { view: undefined } : {}), area: areaId, agency: agencyId })

/** What matter.list is asked for. */
export const listInput = (search: QueueSearch) => ({
  ...filterOf(search),
  ...(search.find ? { find: search.find } : {}),
  limit: 20,
})

export const sameSentence = (a: QueueSearch, b: QueueSearch): boolean => {
  const [one, other] = [filterOf(a), filterOf(b)] as Record<string, unknown>[]
  return [...new Set([...Object.keys(one!), ...Object.keys(other!)])].every((part) => one![part] === other![part])
}
