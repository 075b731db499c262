// SQL of finding: what the indexes in memory are made of, and rows read again under the asker's own rights.
import { sql } from 'kysely'
import type { Span } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'

/** A community of the largest cities has some fifteen thousand people; what is larger is no community. */
const MOST_NAMES = 60_000

const namesFrom = (tenant: string) =>
  k
    .selectFrom('person')
    .select(['tenant_id', 'id', 'area_pos', 'name', 'phone', 'seal_no'])
    .where('tenant_id', '=', tenant)
    .where('state', '=', 'here')

export type NameRow = {
  readonly tenant_id: string
  readonly id: string
  readonly area_pos: number
  readonly name: Buffer
  readonly phone: Buffer | null
  readonly seal_no: number
}

export const namesWithin = (tx: Tx, tenant: string, { pos, end }: Span): Promise<NameRow[]> =>
  tx.all(namesFrom(tenant).where('area_pos', '>=', pos).where('area_pos', '<=', end).limit(MOST_NAMES))

export const namesOf = (tx: Tx, tenant: string, ids: readonly string[], { pos, end }: Span): Promise<NameRow[]> =>
  tx.all(
    namesFrom(tenant)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .where('area_pos', '>=', pos)
      .where('area_pos', '<=', end),
  )

const people = (tenant: string) =>
  k
    .selectFrom('person')
    .leftJoin('home', (join) => join.on('home.tenant_id', '=', tenant).onRef('home.id', '=', 'person.home_id'))
    .select(['person.tenant_id', 'person.id', 'person.area_pos', 'person.name', 'person.phone', 'person.seal_no'])
    .select(['person.birth_year', 'home.address'])
    .where('person.tenant_id', '=', tenant)
    .where('person.state', '=', 'here')

export type PersonHit = NameRow & { readonly birth_year: number | null; readonly address: string | null }

export const peopleByIds = (tx: Tx, tenant: string, ids: readonly string[]): Promise<PersonHit[]> =>
  ids.length ? tx.all(people(tenant).where(sql<boolean>`person.id = any(${ids}::uuid[])`)) : Promise.resolve([])

/** By the hashes of one number under each living key. */
export const peopleByNumber = (
  tx: Tx,
  tenant: string,
  column: 'phone_mac' | 'number_mac',
  macs: readonly Buffer[],
  most: number,
): Promise<PersonHit[]> =>
  tx.all(
    people(tenant)
      .where(sql<boolean>`${sql.ref(`person.${column}`)} = any(${macs}::bytea[])`)
      .limit(most),
  )

export const homesIn = (
  tx: Tx,
  tenant: string,
  buildings: readonly string[],
  rooms: readonly string[],
  most: number,
) =>
  buildings.length
    ? tx.all(
        k
          .selectFrom('home')
          .select(['id', 'area_pos', 'address', 'unit', 'room'])
          .where('tenant_id', '=', tenant)
          .where(sql<boolean>`building_id = any(${buildings}::uuid[])`)
          .where(sql<boolean>`room = any(${rooms}::text[])`)
          .where('ended_on', 'is', null)
          .limit(most),
      )
    : Promise.resolve([])

export const homesAt = (tx: Tx, tenant: string, addressKey: string, most: number) =>
  tx.all(
    k
      .selectFrom('home')
      .select(['id', 'area_pos', 'address', 'unit', 'room'])
      .where('tenant_id', '=', tenant)
      .where('address_key', '=', addressKey)
      .where('ended_on', 'is', null)
      .limit(most),
  )

export const organisationsWithin = (tx: Tx, tenant: string, { pos, end }: Span) =>
  tx.all(
    k
      .selectFrom('organisation')
      .select(['id', 'name', 'code'])
      .where('tenant_id', '=', tenant)
      .where('area_pos', '>=', pos)
      .where('area_pos', '<=', end)
      .where('ended_on', 'is', null)
      .limit(MOST_NAMES),
  )

export const organisationsByIds = (tx: Tx, tenant: string, ids: readonly string[]) =>
  ids.length
    ? tx.all(
        k
          .selectFrom('organisation')
          .select(['id', 'area_pos', 'class', 'name', 'code', 'address'])
          .where('tenant_id', '=', tenant)
          .where(sql<boolean>`id = any(${ids}::uuid[])`)
          .where('ended_on', 'is', null),
      )
    : Promise.resolve([])

export type AreaRow = {
  readonly id: string
  readonly parent_id: string | null
  readonly level: string
  readonly name: string
  readonly name_en: string
  readonly address: string
  readonly code: string | null
  readonly area_pos: number
}

/** All names of a district down to its units, parents before children: they are known to everybody of it. */
export async function areaNames(tx: Tx, tenant: string) {
  const [areas, aliases] = await Promise.all([
    tx.all(
      k
        .selectFrom('area')
        .select(['id', 'parent_id', 'level', 'name', 'name_en', 'address', 'code', 'area_pos'])
        .where('tenant_id', '=', tenant)
        .where('valid_to', 'is', null)
        .where('level', '<>', 'home')
        .orderBy('area_pos'),
    ),
    tx.all(k.selectFrom('area_alias').select(['area_id', 'name']).where('tenant_id', '=', tenant)),
  ])
  return { areas: areas as AreaRow[], aliases }
}
