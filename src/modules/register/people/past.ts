// What an entry said before it was changed: kept sealed as one, so that any day can be looked back on.
import { type Selectable, sql } from 'kysely'
import type { Keys } from '#kernel/crypto.ts'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { PersonPastTable } from '#kernel/schema/tables.ts'
import { openPerson, type PlainPerson } from './sealed.ts'
import type { PersonRow } from './store.ts'

/** Everything an entry says, in clear. */
export type Said = PlainPerson & {
  readonly class: PersonRow['class']
  readonly homeId: string | null
  readonly householdId: string | null
  readonly relation: string
  readonly sex: number
  readonly livesHere: boolean | null
  readonly state: PersonRow['state']
  /** Hex of the number's hash: an undone merge gives it back. */
  readonly numberMac: string | null
}

export const saidBy = (keys: Keys, row: PersonRow): Said => ({
  ...openPerson(keys, row),
  class: row.class,
  homeId: row.home_id,
  householdId: row.household_id,
  relation: row.relation,
  sex: row.sex,
  livesHere: row.lives_here,
  state: row.state,
  numberMac: row.number_mac?.toString('hex') ?? null,
})

export type PastRow = Selectable<PersonPastTable>
const at = (row: { tenant_id: string; id: string }) => ({
  ...{ tenant: row.tenant_id, table: 'person_past', column: 'entry', row: row.id },
})

export const openPast = (keys: Keys, row: PastRow): Said => JSON.parse(keys.open(row.entry, at(row))) as Said

/** The row that keeps what was said until a day, that day excluded. */
export function pastOf(keys: Keys, row: PersonRow, until: string, now: Date): Statement<unknown> {
  const key = { tenant_id: row.tenant_id, id: newId() }
  return k.insertInto('person_past').values({
    ...key,
    ...{ person_id: row.id, area_pos: row.area_pos, entry: keys.seal(JSON.stringify(saidBy(keys, row)), at(key)) },
    ...{ key_version: keys.version, from_day: row.as_of, to_day: until, source: row.source, made_at: now },
  })
}

/** What was said of somebody on a day; undefined when it is what is said now, or nothing was. */
export const pastAt = (tx: Tx, tenant: string, person: string, day: string): Promise<PastRow | undefined> =>
  tx.first(
    k
      .selectFrom('person_past')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('person_id', '=', person)
      .where('from_day', '<=', sql<string>`${day}::date`)
      .where('to_day', '>', sql<string>`${day}::date`)
      .orderBy('made_at', 'desc')
      .limit(1),
  )

/** From when to when earlier entries spoke, the newest first. */
export const pastDays = (tx: Tx, tenant: string, person: string) =>
  tx.all(
    k
      .selectFrom('person_past')
      .select(['from_day', 'to_day', 'source'])
      .where('tenant_id', '=', tenant)
      .where('person_id', '=', person)
      .whereRef('from_day', '<', 'to_day')
      .orderBy('made_at', 'desc')
      .limit(100),
  )
