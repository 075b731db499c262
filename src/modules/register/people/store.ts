// All SQL of people.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { PersonTable } from '#kernel/schema/tables.ts'

export type PersonRow = Selectable<PersonTable> & { address: string | null; unit: string | null; room: string | null }
export type Span = { readonly pos: number; readonly end: number }

/** Where a page of a list ended: its position in the tree and its row. */
export type Reached = { readonly pos: number; readonly id: string }

export type Filter = {
  readonly class?: 'registered' | 'floating' | undefined
  readonly state: PersonRow['state']
  /** Only inside one of these, sorted. */
  readonly spans?: readonly Span[] | undefined
  readonly born?: { readonly from: number; readonly to: number } | undefined
}

const withHome = (tenant: string) =>
  k
    .selectFrom('person')
    .leftJoin('home', (join) => join.onRef('home.id', '=', 'person.home_id').on('home.tenant_id', '=', tenant))
    .selectAll('person')
    .select(['home.address', 'home.unit', 'home.room'])
    .where('person.tenant_id', '=', tenant)

export const personById = (tx: Tx, tenant: string, id: string): Promise<PersonRow | undefined> =>
  tx.first(withHome(tenant).where('person.id', '=', id))

export const lockPerson = (tx: Tx, tenant: string, id: string): Promise<PersonRow | undefined> =>
  tx.first(withHome(tenant).where('person.id', '=', id).forUpdate('person'))

/** Written out: an index of the few is only used where the planner reads the same words (0034_pleasant.sql). */
const GONE = sql<boolean>`person.state <> 'here'`
const FLOATING = sql<boolean>`person.class = 'floating'`

/** People of an interval of the tree, by where they live; only by what every list shows. */
export function peopleWithin(
  tx: Tx,
  tenant: string,
  span: Span,
  filter: Filter,
  after: Reached | undefined,
  limit: number,
): Promise<PersonRow[]> {
  let query = withHome(tenant)
    .where('person.area_pos', '>=', Math.max(span.pos, after?.pos ?? 0))
    .where('person.area_pos', '<=', span.end)
    .where('person.state', '=', filter.state)
  if (filter.spans)
    query = query.where(
      sql<boolean>`exists (select 1 from unnest(${filter.spans.map(({ pos }) => pos)}::bigint[], ${filter.spans.map(({ end }) => end)}::bigint[]) as b(pos, "end")
        where person.area_pos >= b.pos and person.area_pos <= b."end")`,
    )
  if (after) query = query.where(sql<boolean>`(person.area_pos > ${after.pos} or person.id > ${after.id}::uuid)`)
  if (filter.state !== 'here') query = query.where(GONE)
  if (filter.class === 'floating') query = query.where(FLOATING)
  else if (filter.class) query = query.where('person.class', '=', filter.class)
  if (filter.born)
    query = query.where('person.birth_year', '>=', filter.born.from).where('person.birth_year', '<=', filter.born.to)
  return tx.all(query.orderBy('person.area_pos').orderBy('person.id').limit(limit))
}

/** Those who belong to one household, or live in one home. */
export const peopleOfHome = (tx: Tx, tenant: string, home: string): Promise<PersonRow[]> =>
  tx.all(
    withHome(tenant)
      .where('person.home_id', '=', home)
      .where('person.state', '=', 'here')
      .orderBy('person.household_id')
      .orderBy('person.relation')
      .orderBy('person.id')
      .limit(200),
  )
