// The one file that is on its way up from this window: it goes on while its sender looks at other pages.
import { useSyncExternalStore } from 'react'
import { askAgain, type Input, type Output } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { type Progress, sendWhole } from '#web/send-file.ts'

type About = Omit<Input<'register.sendFile'>, 'file'>
export type Sending = Progress & {
  readonly name: string
  /** Set when it went wrong; until it is sent again or put away. */
  readonly problem?: CallProblem
}

let sending: Sending | undefined
let last: { readonly about: About; readonly file: File } | undefined
let stop: AbortController | undefined
const listeners = new Set<() => void>()
const arrivals = new Set<(id: string) => void>()

function set(next: Sending | undefined): void {
  sending = next
  for (const listener of listeners) listener()
}
const listenIn =
  <T>(to: Set<T>) =>
  (listener: T) => {
    to.add(listener)
    return () => {
      to.delete(listener)
    }
  }
const listen = listenIn(listeners)

/** A browser asks before it closes a window from which something is still being sent. */
const hold = (event: BeforeUnloadEvent) => event.preventDefault()

export const useSending = (): Sending | undefined => useSyncExternalStore(listen, () => sending)
/** Told when the file is there, with the id of its batch. */
export const whenSent = listenIn(arrivals)

export async function beginSending(about: About, file: File): Promise<void> {
  const mine = new AbortController()
  stop = mine
  last = { about, file }
  const begun = { name: file.name, sent: 0, total: file.size }
  set(begun)
  addEventListener('beforeunload', hold)
  try {
    const { id } = (await sendWhole('register.sendFile', about, file, {
      signal: mine.signal,
      onProgress: (now) => stop === mine && set({ ...begun, ...now }),
    })) as Output<'register.sendFile'>
    await askAgain('register')
    if (stop === mine) putAway()
    for (const told of arrivals) told(id)
  } catch (problem) {
    if (stop === mine) set({ ...(sending ?? begun), problem: problem as CallProblem })
  } finally {
    removeEventListener('beforeunload', hold)
  }
}

export function sendAgain(): void {
  if (last) void beginSending(last.about, last.file)
}

/** Stops it; of what has come nothing stays. */
export function cancelSending(): void {
  const was = stop
  putAway()
  was?.abort()
}

export function putAway(): void {
  stop = undefined
  last = undefined
  set(undefined)
}
