// When a refusal is told: at a full step of time, since how long it took would tell a login that exists from one that does not.
import { setTimeout as pause } from 'node:timers/promises'
import { clock } from '../clock.ts'

/** Longer than it takes to look at a password and note the try, also on a slow machine: 32 and 38 ms where it was measured. */
export const REFUSAL_MS = 250

/** What succeeds is answered at once; what fails, at the next multiple of `stepMs` after it was begun. 0: at once, too. */
export async function evenly<T>(stepMs: number, work: () => Promise<T>): Promise<T> {
  const since = clock.ticks()
  try {
    return await work()
  } catch (error) {
    if (stepMs > 0) await pause(Math.ceil(stepMs - ((clock.ticks() - since) % stepMs)))
    throw error
  }
}
