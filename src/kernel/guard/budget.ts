// Large files are counted by the megabyte while they come, so that nobody fills the disk, not with a stream that never says how long it is.
import { doorProblems, Problem } from '../problem.ts'
import type { Counters } from './counters.ts'
import type { LimitName } from './limits.ts'

const MB = 1_000_000
/** Megabytes counted at a time where nobody said how many come. */
const STEP = 16
const HOUR_S = 3_600

type Whose = readonly (readonly [LimitName, string | undefined])[]

const counted = (whose: Whose) => whose.filter((one): one is readonly [LimitName, string] => one[1] !== undefined)

/** Throws 429 with the hours to wait; what was refused is not counted. */
async function take(counters: Counters, whose: Whose, megabytes: number): Promise<void> {
  const counts = await Promise.all(counted(whose).map(([name, one]) => counters.take(name, one, megabytes)))
  const waits = counts.flatMap(({ over, seconds }) => (over ? [seconds] : []))
  if (waits.length === 0) return
  await giveBack(counters, whose, megabytes)
  throw tooMuch(Math.max(...waits))
}

const tooMuch = (seconds: number) => new Problem(doorProblems.tooMuch, { seconds, hours: Math.ceil(seconds / HOUR_S) })

const giveBack = (counters: Counters, whose: Whose, megabytes: number) =>
  Promise.all(counted(whose).map(([name, one]) => counters.giveBack(name, one, megabytes)))

/** `announced`: bytes that are said to come, 0 where nobody says. */
export async function* withinBudget(
  counters: Counters,
  whose: Whose,
  announced: number,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let taken = Math.ceil(announced / MB) || STEP
  await take(counters, whose, taken)
  let bytes = 0
  try {
    for await (const piece of pieces) {
      bytes += piece.byteLength
      while (bytes > taken * MB) {
        await take(counters, whose, STEP)
        taken += STEP
      }
      yield piece
    }
  } finally {
    const left = taken - Math.ceil(bytes / MB)
    if (left > 0) await giveBack(counters, whose, left)
  }
}
