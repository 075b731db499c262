// Indexes that a process keeps for a while: made once for many askers at a time, forgotten with age, with changes, and the oldest first.
import { clock } from '#kernel/clock.ts'

export type Kept<T> = {
  /** The index under a name, made by `make` where there is none. */
  get(name: string, make: () => Promise<T>): Promise<T>
  /** Forgets those whose name is meant. */
  forget(meant: (name: string) => boolean): void
  all(): Iterable<readonly [name: string, index: Promise<T>]>
}

type One<T> = { readonly index: Promise<T>; readonly madeAt: number }

/** `most` at a time, each for `ageMs`. */
export function openKept<T>(most: number, ageMs: number): Kept<T> {
  const kept = new Map<string, One<T>>()
  return {
    async get(name, make) {
      const there = kept.get(name)
      // By a count that no setting reaches: names stay no longer in memory because somebody moved a clock.
      if (there && clock.ticks() - there.madeAt < ageMs) {
        try {
          return await there.index
        } catch {
          // Made for somebody else, whose request failed: this one makes its own.
        }
      }
      const one = { index: make(), madeAt: clock.ticks() }
      kept.delete(name)
      kept.set(name, one)
      if (kept.size > most) kept.delete(kept.keys().next().value!)
      one.index.catch(() => {
        if (kept.get(name) === one) kept.delete(name)
      })
      return one.index
    },
    forget(meant) {
      for (const name of [...kept.keys()]) if (meant(name)) kept.delete(name)
    },
    *all() {
      for (const [name, { index }] of kept) yield [name, index] as const
    },
  }
}
