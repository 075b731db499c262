// The face of finding: its two questions, and what a process forgets when rows have changed.
import type { Change } from '#kernel/http/live.ts'
import { namesChanged } from './names.ts'
import { find, number } from './operations.ts'
import { organisationsChanged } from './organisations.ts'
import { placesChanged } from './places.ts'

/** Whole batches come and go by one row: everything is read again. */
const WHOLE = /^register\.(publish|undo|shift|load)/
/** Looks and questions change nothing. */
const NOTHING = /^(register\.(reveal|fetch|ask)|finding\.)/

/** What was read into memory is forgotten when the journal says that its rows changed, here or in another process. */
export function forgetFound({ tenant, kind, operation, areaPos, subject }: Change): void {
  if (kind === 'area') placesChanged(tenant)
  if (kind === 'area' || WHOLE.test(operation)) {
    namesChanged(tenant, null, null)
    organisationsChanged(tenant)
  } else if (kind === 'register' && !NOTHING.test(operation)) {
    namesChanged(tenant, areaPos, subject)
    if (/organisation/i.test(operation)) organisationsChanged(tenant)
  }
}

export const findingModule = {
  name: 'finding',
  operations: [find, number],
  look: find,
  tables: [],
} as const
