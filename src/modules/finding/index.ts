// The face of finding: its two questions, and what a process forgets when rows have changed.
import type { Change } from '#kernel/http/live.ts'
import { namesChanged } from './names.ts'
import { find, number } from './operations.ts'
import { organisationsChanged } from './organisations.ts'
import { placesChanged } from './places.ts'

/** Whole batches come and go by one row: everything is read again. */
const WHOLE = /^register\.(publishBatch|undoBatch|shift)$/
/** Two people at once, of whom the journal names one: their area is read again. */
const TWO = /^register\.(merge|unmerge|settleOffer)$/
/** Looks change nothing, nor does counting, which a busy district does every quarter of a minute. */
const NOTHING = /^register\.(reveal|setLimit|countPortraits|recount)$/

/** What was read into memory is forgotten when the journal says that its rows changed, here or in another process. */
export function forgetFound({ tenant, kind, operation, areaPos, subject }: Change): void {
  if (kind === 'area') placesChanged(tenant)
  if (kind === 'area' || WHOLE.test(operation)) {
    namesChanged(tenant, null, null)
    organisationsChanged(tenant)
  } else if (kind === 'register' && !NOTHING.test(operation)) {
    namesChanged(tenant, areaPos, TWO.test(operation) ? null : subject)
    if (/organisation/i.test(operation)) organisationsChanged(tenant)
  }
}

export const findingModule = {
  name: 'finding',
  operations: [find, number],
  look: find,
  tables: [],
} as const
