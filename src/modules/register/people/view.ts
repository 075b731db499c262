// People as everybody who may see them sees them: masked.
import type { z } from 'zod'
import type { Keys } from '#kernel/crypto.ts'
import type { Person } from '../contract/people.ts'
import { maskName, maskPhone } from '../personal.ts'
import { openField } from './sealed.ts'
import type { PersonRow } from './store.ts'

export const toPerson = (keys: Keys, row: PersonRow): z.input<typeof Person> => ({
  id: row.id,
  class: row.class,
  name: maskName(openField(keys, row, 'name')),
  phone: maskPhone(openField(keys, row, 'phone')),
  birthYear: row.birth_year,
  sex: row.sex as 0 | 1 | 2 | 9,
  relation: row.relation,
  homeId: row.home_id,
  address: row.address ?? '',
  householdId: row.household_id,
  gridId: row.grid_id,
  livesHere: row.lives_here,
  state: row.state,
  since: row.state_since,
  source: row.source,
  asOf: row.as_of,
  version: row.version,
})
