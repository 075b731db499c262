// All SQL of places and their kinds.
import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import { k, type Tx } from '#kernel/database.ts'
import type { PlaceTable } from '#kernel/schema/tables.ts'
import type { Kind, Place } from './contract.ts'

export type PlaceRow = Selectable<PlaceTable>
export type NamedPlace = PlaceRow & { kind_zh: string; kind_en: string; area_name: string }

const named = (tenant: string) =>
  k
    .selectFrom('place')
    .innerJoin('place_kind as kind', (join) =>
      join.onRef('kind.code', '=', 'place.kind').on('kind.tenant_id', '=', tenant),
    )
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'place.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('place')
    .select(['kind.zh as kind_zh', 'kind.en as kind_en', 'area.name as area_name'])
    .where('place.tenant_id', '=', tenant)

export const placeById = (tx: Tx, tenant: string, id: string): Promise<NamedPlace | undefined> =>
  tx.first(named(tenant).where('place.id', '=', id))

export const lockPlace = (tx: Tx, tenant: string, id: string): Promise<NamedPlace | undefined> =>
  tx.first(named(tenant).where('place.id', '=', id).forUpdate('place'))

export const placesWithin = (
  tx: Tx,
  tenant: string,
  span: { pos: number; end: number },
  words: string | undefined,
  limit: number,
) => {
  let query = named(tenant)
    .where('place.area_pos', '>=', span.pos)
    .where('place.area_pos', '<=', span.end)
    .where('place.retired_at', 'is', null)
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((e) =>
      e.or([e('place.name', 'ilike', like), e('place.name_en', 'ilike', like), e('place.label', 'ilike', like)]),
    )
  }
  return Promise.all([
    tx.all(query.orderBy('place.area_pos').orderBy('place.id').limit(limit)) as Promise<NamedPlace[]>,
    tx.first(query.clearSelect().select(sql<number>`count(*)::int`.as('n'))),
  ])
}

export const placeKinds = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('place_kind')
      .select(['code', 'zh', 'en', 'room', 'level', 'expected', 'usual', 'sort', 'retired', 'version'])
      .where('tenant_id', '=', tenant)
      .orderBy('sort')
      .orderBy('code'),
  ) as Promise<z.input<typeof Kind>[]>

/** Areas that have no living code of their own yet. */
export const codeless = (tx: Tx, tenant: string, span: { pos: number; end: number }) =>
  tx.all(
    k
      .selectFrom('area')
      .select(['id', 'name', 'name_en', 'level', 'area_pos', 'lon', 'lat', 'parent_id'])
      .where('tenant_id', '=', tenant)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end)
      .where('level', 'in', ['building', 'unit'])
      .where('valid_to', 'is', null)
      .where(
        sql<boolean>`not exists (select 1 from place p where p.tenant_id = ${tenant} and p.area_id = area.id and p.kind = 'door' and p.retired_at is null)`,
      )
      .orderBy('area_pos')
      .limit(5000),
  )

export const toPlace = (row: NamedPlace, url: string, can: string[]): z.input<typeof Place> => ({
  id: row.id,
  kind: row.kind,
  kindZh: row.kind_zh,
  kindEn: row.kind_en,
  name: row.name,
  nameEn: row.name_en,
  label: row.label,
  areaId: row.area_id,
  areaName: row.area_name,
  lon: row.lon,
  lat: row.lat,
  checkWords: row.check_words,
  url: `${url}/q/${row.code}`,
  retired: row.retired_at !== null,
  version: row.version,
  can,
})
