// Hears what has changed on the server and asks again for what is shown: one line for the whole page.
import { useEffect, useSyncExternalStore } from 'react'
import { ask, askAgain, queries } from './call.ts'
import { nowMs } from './now.ts'

type Change = {
  readonly kind: string
  readonly id: string
  readonly version: number | null
}

/** `lostAt`: milliseconds since when what is shown may be out of date; undefined while the line holds. */
export type Line = { readonly lostAt: number | undefined }

/** Changes of one moment are asked for together, so a busy minute is not a hundred questions. */
const GATHER_MS = 400
/** A line that comes back at once is not worth a word. */
const GRACE_MS = 4_000
const AGAIN_MS = 5_000
/** Without the line, questions are asked again at this pace. */
const BLIND_MS = 30_000

const followers = new Set<{ readonly kind: string; readonly id: string | undefined }>()
const waiting = new Map<string, Set<string>>()
const listeners = new Set<() => void>()
let line: Line = { lostAt: undefined }
let source: EventSource | undefined
let gathering: ReturnType<typeof setTimeout> | undefined
let losing: ReturnType<typeof setTimeout> | undefined
let blind: ReturnType<typeof setInterval> | undefined

function setLine(next: Line): void {
  line = next
  for (const listener of listeners) listener()
}

function askForWaiting(): void {
  gathering = undefined
  for (const [kind, ids] of waiting) {
    const wanted = [...followers].filter((follower) => follower.kind === kind).map((follower) => follower.id)
    if (wanted.includes(undefined)) void askAgain(kind)
    else for (const id of ids) if (wanted.includes(id)) void askAgain(kind, id)
  }
  waiting.clear()
}

function hear(event: MessageEvent<string>): void {
  const change = JSON.parse(event.data) as Change
  const ids = waiting.get(change.kind) ?? new Set()
  waiting.set(change.kind, ids.add(change.id))
  if (gathering === undefined) gathering = setTimeout(askForWaiting, GATHER_MS)
}

function held(): void {
  clearTimeout(losing)
  losing = undefined
  clearInterval(blind)
  blind = undefined
  if (line.lostAt === undefined) return
  setLine({ lostAt: undefined })
  // What changed meanwhile may lie further back than the server repeats.
  void queries.invalidateQueries()
}

function dropped(): void {
  const since = nowMs()
  losing ??= setTimeout(() => {
    if (line.lostAt === undefined) setLine({ lostAt: since })
    blind ??= setInterval(() => void queries.invalidateQueries(), BLIND_MS)
  }, GRACE_MS)
  if (source?.readyState !== EventSource.CLOSED) return
  // Refused, not merely cut: perhaps signed out, which a question finds out.
  source = undefined
  void ask('account.me', {}).catch(() => {})
  setTimeout(() => followers.size > 0 && open(), AGAIN_MS)
}

function open(): void {
  if (source) return
  source = new EventSource('/api/live')
  source.onopen = held
  source.onmessage = hear
  source.onerror = dropped
}

function follow(kind: string, id: string | undefined): () => void {
  const follower = { kind, id }
  followers.add(follower)
  open()
  return () => {
    followers.delete(follower)
  }
}

/** Keeps the answers about a kind of record (or one record) as fresh as the server's, within a second or two. */
export function useLive(kind: string, id?: string): void {
  useEffect(() => follow(kind, id), [kind, id])
}

/** Closes the line, for leaving. */
export function closeLine(): void {
  source?.close()
  source = undefined
  clearTimeout(losing)
  clearInterval(blind)
  losing = undefined
  blind = undefined
  setLine({ lostAt: undefined })
}

/** How the line is; pages say so honestly when it is lost. */
export const useLine = (): Line =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => line,
  )
