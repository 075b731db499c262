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

/** As `evenly`, and what succeeds waits as well: where its being quick or slow would tell something. */
export async function steadily<T>(stepMs: number, work: () => Promise<T>): Promise<T> {
  const since = clock.ticks()
  const wait = () => (stepMs > 0 ? pause(Math.ceil(stepMs - ((clock.ticks() - since) % stepMs))) : undefined)
  try {
    return await work()
  } finally {
    await wait()
  }
}
