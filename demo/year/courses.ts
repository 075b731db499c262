// The courses that a year of the street takes, each with how often: one table, held by a test.
import type { Sort } from './said.ts'

type Course = {
  readonly sort: Sort
  readonly count: number
  /** It must have been reported at least so many weeks ago to be over by now. */
  readonly weeks: number
}

export const courses = {
  /** Found and put right at once, written down in one step. */
  onTheSpot: { sort: 'spot', count: 58, weeks: 1 },
  /** Settled across the table of the service hall, of the legal room. */
  atCounter: { sort: 'counter', count: 14, weeks: 1 },
  inLegalRoom: { sort: 'legal', count: 8, weeks: 1 },
  /** Taken, answered, finished by the grid worker, checked and replied to. */
  plain: { sort: 'grid', count: 64, weeks: 1 },
  /** A line of the listening ledger that became a matter. */
  heard: { sort: 'grid', count: 6, weeks: 3 },
  /** The check found it not done; done again. */
  sentBack: { sort: 'grid', count: 13, weeks: 3 },
  /** "Not solved": opened again under its number, and done. */
  disputed: { sort: 'grid', count: 9, weeks: 4 },
  /** Nobody took it in time: passed up to the desk, late, answered for by the community's head. */
  takenLate: { sort: 'grid', count: 8, weeks: 3 },
  /** Not finished in time: passed up to the desk, late, answered for. */
  finishedLate: { sort: 'grid', count: 4, weeks: 4 },
  /** Asked weeks later whether it holds: it does; it does not, and is done again. */
  stillHolds: { sort: 'lasting', count: 7, weeks: 16 },
  brokeAgain: { sort: 'lasting', count: 3, weeks: 16 },
  /** Stood still for a listed reason; had more time granted. */
  paused: { sort: 'waiting', count: 8, weeks: 8 },
  extended: { sort: 'waiting', count: 5, weeks: 8 },
  /** Handed to an agency. */
  dispatched: { sort: 'agency', count: 41, weeks: 3 },
  /** The first agency passed it on to another. */
  transferred: { sort: 'agency', count: 3, weeks: 3 },
  /** The agency did not sign in time: climbed to the subdistrict's desk, late, answered for. */
  signedLate: { sort: 'agency', count: 5, weeks: 3 },
  /** Returned once and handed to another; returned twice and ruled by a leader. */
  returned: { sort: 'contested', count: 8, weeks: 3 },
  ruled: { sort: 'contested', count: 4, weeks: 3 },
  /** Raised to a named leader with a team and a meeting; three agencies together. */
  raised: { sort: 'team', count: 5, weeks: 8 },
  joint: { sort: 'team', count: 4, weeks: 8 },
  /** Not for the street: the lawful way named. */
  declined: { sort: 'declined', count: 7, weeks: 1 },
} as const satisfies Record<string, Course>

export type CourseName = keyof typeof courses

/** A second person told of the same thing: merged into one that was handed to an agency. */
export const MERGED = 9
