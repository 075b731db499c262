// Sentences that somebody keeps for himself on this machine: his own views beside the usual ones.
import { useSyncExternalStore } from 'react'
import { type QueueSearch, readQueueSearch } from './search.ts'

export type Kept = { readonly label: string; readonly search: QueueSearch }

const NAME = 'linli.sentences'
const MOST = 8
const listeners = new Set<() => void>()
let read: readonly Kept[] | undefined

/** What cannot be read any more is forgotten. */
function fromStore(): readonly Kept[] {
  try {
    const stored = JSON.parse(localStorage.getItem(NAME) ?? '[]') as {
      label: unknown
      search: Record<string, unknown>
    }[]
    return stored.map(({ label, search }) => ({ label: String(label), search: readQueueSearch(search) })).slice(0, MOST)
  } catch {
    return []
  }
}

const now = (): readonly Kept[] => {
  read ??= fromStore()
  return read
}

function write(next: readonly Kept[]): void {
  read = next
  localStorage.setItem(NAME, JSON.stringify(next))
  for (const listener of listeners) listener()
}

export const sameSentence = (a: QueueSearch, b: QueueSearch): boolean =>
  (['view', 'area', 'kind', 'sort'] as const).every((part) => (a[part] ?? '') === (b[part] ?? ''))

export const keep = (label: string, { m: _, ...search }: QueueSearch): void =>
  write([{ label, search }, ...now().filter((kept) => !sameSentence(kept.search, search))].slice(0, MOST))

export const forget = (search: QueueSearch): void => write(now().filter((kept) => !sameSentence(kept.search, search)))

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useKept = (): readonly Kept[] => useSyncExternalStore(listen, now)
