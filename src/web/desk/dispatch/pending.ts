// What was decided but not sent yet: for some seconds it can be taken back, because afterwards it cannot.
import { useEffect, useRef, useState } from 'react'
import { askAgain, perform } from '#web/call.ts'
import { CallProblem } from '#web/call-problem.ts'
import { newKey } from '#web/new-key.ts'
import { nowMs } from '#web/now.ts'

/** Long enough to see a slip of the finger, short enough that twenty matters take two minutes. */
export const DELAY_MS = 8_000

export type Decision = {
  readonly id: string
  readonly title: string
  /** Said beside the title: the agency, or the other matter. */
  readonly to: string
} & ({ readonly what: 'dispatch'; readonly agencyId: string } | { readonly what: 'merge'; readonly into: string })
export type Waiting = Decision & { readonly sentAt: number; readonly key: string }

const send = (one: Waiting): Promise<unknown> =>
  one.what === 'dispatch'
    ? perform('matter.dispatch', { id: one.id, agencyId: one.agencyId, helpers: [], words: '' }, { key: one.key })
    : perform('matter.merge', { id: one.id, into: one.into }, { key: one.key })

export type Pending = {
  readonly waiting: readonly Waiting[]
  /** Decided, sent or on the way: not to be offered again. */
  readonly gone: ReadonlySet<string>
  readonly decide: (...decisions: readonly Decision[]) => void
  /** Takes the last one back; false when there is none. */
  readonly undo: (id?: string) => boolean
  readonly sendNow: () => void
}

/** `onFailed` when the server refused one; it is offered again. Leaving the page sends at once what still waits. */
export function usePending(onFailed: (one: Waiting, problem: CallProblem | undefined) => void): Pending {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef(waiting)
  latest.current = waiting
  const failed = useRef(onFailed)
  failed.current = onFailed
  const release = useRef((due: readonly Waiting[]) => {
    setWaiting((now) => now.filter((one) => !due.includes(one)))
    setSent((now) => new Set([...now, ...due.map(({ id }) => id)]))
    // One after another: a burst of twenty would wait for each other on the server anyway.
    void due
      .reduce(async (before, one) => {
        await before
        await send(one).catch((problem: unknown) => {
          setSent((now) => new Set([...now].filter((id) => id !== one.id)))
          failed.current(one, problem instanceof CallProblem ? problem : undefined)
        })
      }, Promise.resolve())
      .then(() => askAgain('matter'))
  }).current
  useEffect(() => {
    const timer = setInterval(() => {
      const due = latest.current.filter(({ sentAt }) => sentAt <= nowMs())
      if (due.length > 0) release(due)
    }, 500)
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.length > 0) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => {
      clearInterval(timer)
      removeEventListener('beforeunload', warn)
      if (latest.current.length > 0) release(latest.current)
    }
  }, [release])
  return {
    waiting,
    gone: new Set([...sent, ...waiting.map(({ id }) => id)]),
    decide: (...decisions) => {
      const sentAt = nowMs() + DELAY_MS
      setWaiting((now) => [...now, ...decisions.map((one) => ({ ...one, sentAt, key: newKey() }))])
    },
    undo: (id) => {
      const last = id ? latest.current.find((one) => one.id === id) : latest.current.at(-1)
      if (last) setWaiting((now) => now.filter((one) => one !== last))
      return last !== undefined
    },
    sendNow: () => release(latest.current),
  }
}
