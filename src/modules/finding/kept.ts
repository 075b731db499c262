// Indexes that a process keeps for a while: made once for many askers at a time, forgotten with age, with changes, and what was asked longest ago first.
import { clock } from '#kernel/clock.ts'

export type Kept<T> = {
  /** The index under a name, made by `make` where there is none. */
  get(name: string, make: () => Promise<T>): Promise<T>
  /** Forgets those whose name is meant. */
  forget(meant: (name: string) => boolean): void
  all(): Iterable<readonly [name: string, index: Promise<T>]>
}

type One<T> = { readonly index: Promise<T>; readonly madeAt: number; size: number }

/** Each for `ageMs`, and `most` of them at a time; with `sizeOf`, as many as come to that size together, and always the last. */
export function openKept<T>(most: number, ageMs: number, sizeOf: (index: T) => number = () => 1): Kept<T> {
  const kept = new Map<string, One<T>>()
  const makeRoom = () => {
    let sum = 0
    for (const { size } of kept.values()) sum += size
    for (const [name, { size }] of kept) {
      if (sum <= most || kept.size === 1) return
      kept.delete(name)
      sum -= size
    }
  }
  const touch = (name: string, one: One<T>) => {
    kept.delete(name)
    kept.set(name, one)
  }
  return {
    async get(name, make) {
      const there = kept.get(name)
      // By a count that no setting reaches: names stay no longer in memory because somebody moved a clock.
      if (there && clock.ticks() - there.madeAt < ageMs) {
        touch(name, there)
        try {
          return await there.index
        } catch {
          // Made for somebody else, whose request failed: this one makes its own.
        }
      }
      const one: One<T> = { index: make(), madeAt: clock.ticks(), size: 0 }
      touch(name, one)
      one.index.then(
        (index) => {
          one.size = sizeOf(index)
          makeRoom()
        },
        () => {
          if (kept.get(name) === one) kept.delete(name)
        },
      )
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
