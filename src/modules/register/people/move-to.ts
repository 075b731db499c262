// Somebody lives in another home from a day on, whichever way it became known.
import type { HomeRow } from '../homes/store.ts'
import { type Asked, changePerson, countAlong, livedThere } from './changing.ts'
import { openPerson, sealPerson } from './sealed.ts'
import type { PersonRow } from './store.ts'

/** His entry, where he lived before, the counts, and what feeds them. */
export function moveTo(context: Asked, row: PersonRow, home: HomeRow, day: string, source: string): PersonRow {
  const { keys, now, write } = context
  const wasHere = row.state === 'here'
  if (wasHere && row.home_id) write(livedThere(row, day, now))
  // The hash of name, birth day and address speaks of the new address from now on.
  const at = { tenant: row.tenant_id, id: row.id, seal: row.seal_no }
  const { same_mac } = sealPerson(keys, at, openPerson(keys, row), { addressKey: home.address_key })
  const after = changePerson(context, row, day, {
    ...{ home_id: home.id, grid_id: home.grid_id, area_pos: home.area_pos, household_id: null, relation: '' },
    ...{ same_mac, state: 'here', state_since: day, source },
    ...{ address: home.address, unit: home.unit, room: home.room },
  })
  const came = { grid: home.grid_id, way: 'in', day } as const
  const gone = { grid: row.grid_id, way: 'out', day, cause: 'within' } as const
  const stays = wasHere && home.grid_id === row.grid_id
  countAlong(
    context,
    [
      { grid: home.grid_id, class: row.class, n: 1 },
      ...(wasHere ? [{ grid: row.grid_id, class: row.class, n: -1 }] : []),
    ],
    stays ? [] : wasHere ? [gone, { ...came, cause: 'within' }] : [{ ...came, cause: 'came' }],
  )
  return after
}
