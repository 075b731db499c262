// Where the reader is among the field's few pages, and how he gets to another. Small, since phones pay for every kilobyte.
import { useSyncExternalStore } from 'react'

const BASE = '/field'

export type Way = {
  /** Below /field: `/`, `/report`, `/matters/<id>`. */
  readonly path: string
  readonly query: URLSearchParams
}

/** What a step in the history remembers: how far the page was scrolled, and whether it is a sheet over the step before. */
type Memory = { readonly y?: number; readonly over?: boolean }

const listeners = new Set<() => void>()

const read = (): Way => ({
  path: location.pathname.slice(BASE.length).replace(/\/+$/, '') || '/',
  query: new URLSearchParams(location.search),
})
let way = read()

function tell(): void {
  way = read()
  for (const listener of listeners) listener()
}

const memory = (): Memory => (history.state ?? {}) as Memory

/** `/matters/1?do=answer` as an address that can be sent to a colleague. */
export const addressOf = (to: string): string => (to === '/' ? BASE : `${BASE}${to}`)

export const isAt = (path: string): boolean => way.path === path

type Going = {
  /** Instead of the step where the reader is: back does not return to it. */
  readonly replace?: boolean
  /** The page under it stays where it was: for sheets. */
  readonly stay?: boolean
}

export function go(to: string, { replace = false, stay = false }: Going = {}): void {
  const address = addressOf(to)
  if (replace) history.replaceState({ ...memory() }, '', address)
  else {
    history.replaceState({ ...memory(), y: scrollY } satisfies Memory, '')
    history.pushState({ over: stay } satisfies Memory, '', address)
  }
  tell()
  if (!stay) scrollTo(0, 0)
}

/**
 * Takes a sheet's own step out of the history; a sheet opened by its address alone gives way to `page`, the path it lies
 * on. Nothing happens when the reader has gone elsewhere meanwhile.
 */
export function leaveSheet(page: string): void {
  if (way.path !== page || !way.query.has('do')) return
  if (memory().over) history.back()
  else go(page, { replace: true, stay: true })
}

export function startWay(): void {
  history.scrollRestoration = 'manual'
  addEventListener('popstate', () => {
    tell()
    const { y } = memory()
    if (y !== undefined) requestAnimationFrame(() => scrollTo(0, y))
  })
}

export const useWay = (): Way =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => way,
  )
