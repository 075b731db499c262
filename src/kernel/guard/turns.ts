// A bounded line before the work: what people do comes before what they read, figures come last, and who cannot be served soon is told at once.
import { doorProblems, Problem } from '../problem.ts'

/** act: something happens, a report or a worker's step. read: somebody looks. figure: many rows are added up. */
export type Urgency = 'act' | 'read' | 'figure'

export type Bounds = {
  /** Worked on at the same time; a little more than the database has connections for, so that none of them idles. */
  readonly atOnce: number
  readonly lines: Readonly<
    Record<Urgency, { readonly most: number; readonly patienceMs: number; readonly again: number }>
  >
}

/**
 * Measured on two cores: about 300 acts and 500 reads a second, so a full line of acts is served within two seconds.
 * `again` are the seconds after which a refused one may come back.
 */
export const BOUNDS: Bounds = {
  atOnce: 24,
  lines: {
    act: { most: 400, patienceMs: 5_000, again: 5 },
    read: { most: 120, patienceMs: 2_000, again: 10 },
    figure: { most: 8, patienceMs: 2_000, again: 30 },
  },
}

export type Turns = {
  /** Works when it is its turn. Throws Problem 503 with the seconds to wait when the line is full or too slow. */
  take<T>(urgency: Urgency, work: () => Promise<T>): Promise<T>
  readonly working: () => number
  readonly waiting: (urgency: Urgency) => number
}

type Waiting = { readonly start: () => void; readonly patience: NodeJS.Timeout | undefined }

const ORDER: readonly Urgency[] = ['act', 'read', 'figure']

export function openTurns({ atOnce, lines }: Bounds = BOUNDS): Turns {
  const queues: Readonly<Record<Urgency, Set<Waiting>>> = { act: new Set(), read: new Set(), figure: new Set() }
  let working = 0
  const busy = (urgency: Urgency) => new Problem(doorProblems.busy, { seconds: lines[urgency].again })

  const next = () => {
    for (const urgency of ORDER) {
      const [first] = queues[urgency]
      if (!first) continue
      queues[urgency].delete(first)
      clearTimeout(first.patience)
      first.start()
      return
    }
  }
  const wait = (urgency: Urgency) =>
    new Promise<void>((start, reject) => {
      const { most, patienceMs } = lines[urgency]
      if (queues[urgency].size >= most) return reject(busy(urgency))
      const lose = () => {
        queues[urgency].delete(mine)
        reject(busy(urgency))
      }
      const patience = Number.isFinite(patienceMs) ? setTimeout(lose, patienceMs) : undefined
      const mine: Waiting = { start, patience }
      queues[urgency].add(mine)
    })

  return {
    async take(urgency, work) {
      // Whoever starts a waiting one hands his own place on, so that nobody slips in between.
      if (working >= atOnce) await wait(urgency)
      else working++
      try {
        return await work()
      } finally {
        if (ORDER.some((one) => queues[one].size > 0)) next()
        else working--
      }
    },
    working: () => working,
    waiting: (urgency) => queues[urgency].size,
  }
}

/** `figure`s are marked in their contract; of all else, commands act and queries read. */
export const urgencyOf = (signature: { readonly kind: 'command' | 'query'; readonly canWait?: true }): Urgency =>
  signature.canWait ? 'figure' : signature.kind === 'command' ? 'act' : 'read'
