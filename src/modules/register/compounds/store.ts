// All SQL of compounds: links across the tree. A compound has the buildings that bear its name in the grids it lies in.
import { sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'

type Span = { readonly pos: number; readonly end: number }
export type Building = Span & { readonly id: string; readonly name: string }

/** A compound with one of its buildings, as far as they lie in an area. */
const parts = (tenant: string, { pos, end }: Span) => sql`
  from division d
  join division_part part on part.tenant_id = ${tenant} and part.division_id = d.id
  join area up on up.tenant_id = ${tenant} and up.id = part.area_id
  join area b on b.tenant_id = ${tenant} and b.level = 'building' and b.valid_to is null
    and b.area_pos >= up.area_pos and b.area_pos <= up.area_end and (up.level = 'building' or starts_with(b.name, d.name))
  where d.tenant_id = ${tenant} and d.kind = 'compound' and b.area_pos >= ${pos} and b.area_pos <= ${end}`

export const compoundsWithin = (tx: Tx, tenant: string, span: Span) =>
  tx.all(sql<{ id: string; name: string; buildings: number }>`
    select d.id, d.name, count(distinct b.id)::int as buildings ${parts(tenant, span)} group by d.id, d.name order by d.name`)

export const buildingsOf = (tx: Tx, tenant: string, compound: string, span: Span): Promise<Building[]> =>
  tx.all(sql<Building>`
    select distinct b.id, b.name, b.area_pos as pos, b.area_end as end ${parts(tenant, span)} and d.id = ${compound}
    order by pos`)

/** The compounds that a building belongs to. */
export const compoundsOf = (tx: Tx, tenant: string, pos: number): Promise<{ id: string; name: string }[]> =>
  tx.all(sql<{ id: string; name: string }>`
    select distinct d.id, d.name ${parts(tenant, { pos, end: pos })}`)

export const compoundById = (tx: Tx, tenant: string, id: string) =>
  tx.first(
    k
      .selectFrom('division')
      .select(['id', 'name'])
      .where('tenant_id', '=', tenant)
      .where('id', '=', id)
      .where('kind', '=', 'compound'),
  )

export const homesIn = (tx: Tx, tenant: string, buildings: readonly string[]): Promise<{ id: string; n: number }[]> =>
  tx.all(
    k
      .selectFrom('home')
      .select([sql<string>`building_id`.as('id'), sql<number>`count(*)::int`.as('n')])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`building_id = any(${buildings}::uuid[])`)
      .where('ended_on', 'is', null)
      .groupBy('building_id'),
  )

/** One look into the index for each building. */
export const peopleInBuildings = (
  tx: Tx,
  tenant: string,
  buildings: readonly Building[],
): Promise<{ id: string; n: number }[]> =>
  tx.all(sql<{ id: string; n: number }>`
    select b.id, held.n
    from unnest(${buildings.map(({ id }) => id)}::uuid[], ${buildings.map(({ pos }) => pos)}::bigint[], ${buildings.map(({ end }) => end)}::bigint[]) as b(id, pos, "end")
    cross join lateral (
      select count(*)::int as n from person
      where person.tenant_id = ${tenant} and person.area_pos >= b.pos and person.area_pos <= b."end" and person.state = 'here'
    ) held`)
