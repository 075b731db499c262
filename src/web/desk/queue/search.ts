// What the queue's address says: which view, where, which kind, in which order, and which matter is open.
export const VIEWS = ['mine', 'due', 'check', 'reopened', 'waiting', 'open', 'all'] as const
export type View = (typeof VIEWS)[number]

export type QueueSearch = {
  readonly view?: View
  readonly area?: string
  readonly kind?: string
  readonly sort?: 'newest'
  /** The matter shown at the right; the first of the list when absent. */
  readonly m?: string
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

/** Anything an address does not rightly say is left out, so an old or mistyped one still opens a queue. */
export function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  const view = VIEWS.find((name) => name === search.view)
  const [area, kind, m] = [text(search.area), text(search.kind), text(search.m)]
  return {
    ...(view ? { view } : {}),
    ...(area ? { area } : {}),
    ...(kind ? { kind } : {}),
    ...(search.sort === 'newest' ? { sort: 'newest' } : {}),
    ...(m ? { m } : {}),
  }
}

/** Matters that are over have no deadline: the newest come first, and no other order can be chosen. */
export const isNewestOnly = ({ view }: QueueSearch): boolean => view === 'all' || view === 'waiting'

/** What matter.list is asked for. */
export const listInput = ({ view = 'mine', area, kind, sort }: QueueSearch) => ({
  view,
  sort: sort ?? ('due' as const),
  limit: 20,
  ...(area ? { areaId: area } : {}),
  ...(kind ? { kind } : {}),
})
