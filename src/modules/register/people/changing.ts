// One change of one entry: what it said is kept, the row is counted up, and a day never runs backwards.
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Context } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { type CountChange, countChange, type MovedRow, movements } from '../counts/store.ts'
import { gridsChanged } from '../portrait/store.ts'
import { registerProblems } from '../words.ts'
import { pastOf } from './past.ts'
import type { PersonRow } from './store.ts'

export type Asked = Pick<Context, 'tx' | 'actor' | 'keys' | 'now' | 'write' | 'made'>

/** The day a change speaks to: today unless said, never ahead, never before what the entry says already. */
export function dayOf(now: Date, day: string | undefined, asOf?: string): string {
  const today = localDay(now)
  if (day === undefined) return asOf !== undefined && asOf > today ? asOf : today
  if (day > today) throw new Problem(registerProblems.dayAhead)
  if (asOf !== undefined && day < asOf) throw new Problem(registerProblems.dayBefore, { day: asOf })
  return day
}

export const sameVersion = (row: { version: number }, version: number): void => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
}

/** Writes the change and what the entry said before. Returns the row as it is then. */
export function changePerson(
  { keys, now, write, made }: Asked,
  row: PersonRow,
  day: string,
  change: Partial<PersonRow>,
): PersonRow {
  const set = { ...change, as_of: day, version: row.version + 1, changed_at: now }
  const { address: _a, unit: _u, room: _r, ...columns } = set
  write(pastOf(keys, row, day, now))
  write(k.updateTable('person').set(columns).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
  const after = { ...row, ...set }
  write(gridsChanged(row.tenant_id, [...new Set([row.grid_id, after.grid_id])]))
  made({ id: row.id, area_pos: after.area_pos, state: after.state, version: set.version })
  return after
}

/** Counts of the grids and who came or went, written with the change. */
export function countAlong(
  { actor, now, write }: Asked,
  changes: readonly CountChange[],
  moved: readonly Omit<MovedRow, 'id'>[] = [],
): void {
  const counted = countChange(actor.tenant, changes)
  if (counted) write(counted)
  write(gridsChanged(actor.tenant, [...new Set(changes.map(({ grid }) => grid))]))
  if (moved.length)
    write(
      movements(
        actor.tenant,
        moved.map((one) => ({ ...one, id: newId() })),
        now,
      ),
    )
}

/** That he lived in a home from a day to a day: known after he has left it. */
export const livedThere = (row: PersonRow, until: string, now: Date) =>
  k.insertInto('tie').values({
    ...{ tenant_id: row.tenant_id, id: newId(), kind: 'lives_in', person_id: row.id, to_kind: 'home' },
    ...{ to_id: row.home_id!, area_pos: row.area_pos, from_day: row.state_since ?? row.as_of, to_day: until },
    ...{ source: row.source, made_at: now, changed_at: now },
  })
