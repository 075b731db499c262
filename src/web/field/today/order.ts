// What comes first today: not yet taken, soon due or late, or to be done again.
import { type Limit, paceOf } from '#web/parts/pace.ts'
import type { Moment } from '#web/parts/when.ts'
import type { Row } from './Today.tsx'

/** The limit that runs for a row of a list; undefined when none does. */
export const limitOf = ({ startedAt, warnAt, dueAt }: Row): Limit | undefined =>
  startedAt && warnAt && dueAt ? { startedAt, warnAt, dueAt } : undefined

export function comesFirst(row: Row, now: Moment): boolean {
  if (row.state === 'reported' || row.round > 1) return true
  const limit = limitOf(row)
  return limit !== undefined && paceOf(limit, now).tone !== undefined
}
