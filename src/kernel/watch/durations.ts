// How long something took, over and over: counted in steps of a tenth, so that a year of it needs no more room than a minute.

/** Each step is a tenth longer than the one before, from a tenth of a millisecond to two minutes. */
const RATIO = 1.1
const LEAST_MS = 0.1
const STEPS = 148

export type Durations = {
  add(ms: number): void
  readonly count: number
  readonly max: number
  /** Milliseconds below which the share lies, at most a tenth too high; 0 while nothing was counted. */
  share(share: number): number
}

export function openDurations(): Durations {
  const steps = new Uint32Array(STEPS)
  let count = 0
  let max = 0
  return {
    add(ms) {
      const step = Math.ceil(Math.log(Math.max(ms, LEAST_MS) / LEAST_MS) / Math.log(RATIO))
      steps[Math.min(step, STEPS - 1)]! += 1
      count += 1
      if (ms > max) max = ms
    },
    get count() {
      return count
    },
    get max() {
      return max
    },
    share(share) {
      let left = Math.ceil(count * share)
      for (let step = 0; step < STEPS && count > 0; step++) {
        left -= steps[step]!
        if (left <= 0) return Math.min(LEAST_MS * RATIO ** step, max)
      }
      return max
    },
  }
}
