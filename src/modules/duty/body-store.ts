// All SQL of partner bodies and of the people they second.
import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import { k, type Tx } from '#kernel/database.ts'
import type { BodyTable, SecondmentTable } from '#kernel/schema/tables.ts'
import type { Body, Seconded } from './team-promises.ts'

export type BodyRow = Selectable<BodyTable> & {
  kind_zh: string
  kind_en: string
  area_name: string
  area_name_en: string
  area_pos: number
}
export type SecondedRow = Selectable<SecondmentTable> & {
  body_name: string
  body_name_en: string
  area_name: string
  area_name_en: string
  area_pos: number
}

const bodies = (tenant: string) =>
  k
    .selectFrom('body')
    .innerJoin('body_kind as kind', (join) =>
      join.onRef('kind.code', '=', 'body.kind').on('kind.tenant_id', '=', tenant),
    )
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'body.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('body')
    .select([
      'kind.zh as kind_zh',
      'kind.en as kind_en',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.area_pos',
    ])
    .where('body.tenant_id', '=', tenant)
    .where('body.ended_at', 'is', null)

export const bodiesWithin = (tx: Tx, tenant: string, span: { pos: number; end: number }): Promise<BodyRow[]> =>
  tx.all(
    bodies(tenant)
      .where('area.area_pos', '>=', span.pos)
      .where('area.area_pos', '<=', span.end)
      .orderBy('kind.sort')
      .orderBy('body.id')
      .limit(1000),
  )

export const bodyById = (tx: Tx, tenant: string, id: string): Promise<BodyRow | undefined> =>
  tx.first(bodies(tenant).where('body.id', '=', id))

export const lockBody = (tx: Tx, tenant: string, id: string): Promise<BodyRow | undefined> =>
  tx.first(bodies(tenant).where('body.id', '=', id).forUpdate('body'))

const secondments = (tenant: string) =>
  k
    .selectFrom('secondment as s')
    .innerJoin('body', (join) => join.onRef('body.id', '=', 's.body_id').on('body.tenant_id', '=', tenant))
    .innerJoin('area', (join) => join.onRef('area.id', '=', 's.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('s')
    .select([
      'body.name as body_name',
      'body.name_en as body_name_en',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.area_pos',
    ])
    .where('s.tenant_id', '=', tenant)
    .where('s.ended_at', 'is', null)

/** Those whose term has not passed; also those who come later. */
export const secondedWithin = (
  tx: Tx,
  tenant: string,
  span: { pos: number; end: number },
  day: string,
): Promise<SecondedRow[]> =>
  tx.all(
    secondments(tenant)
      .where('area.area_pos', '>=', span.pos)
      .where('area.area_pos', '<=', span.end)
      .where((e) => e.or([e('s.to_on', 'is', null), e('s.to_on', '>=', day)]))
      .orderBy('area.area_pos')
      .orderBy('s.id')
      .limit(1000),
  )

export const secondedById = (tx: Tx, tenant: string, id: string): Promise<SecondedRow | undefined> =>
  tx.first(secondments(tenant).where('s.id', '=', id))

export const lockSeconded = (tx: Tx, tenant: string, id: string): Promise<SecondedRow | undefined> =>
  tx.first(secondments(tenant).where('s.id', '=', id).forUpdate('s'))

/** How many people each body has seconded on a day. */
export const secondedBy = (tx: Tx, tenant: string, day: string) =>
  tx.all(
    k
      .selectFrom('secondment')
      .select(['body_id', sql<number>`count(*)::int`.as('n')])
      .where('tenant_id', '=', tenant)
      .where('ended_at', 'is', null)
      .where('from_on', '<=', day)
      .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', day)]))
      .groupBy('body_id'),
  )

export const toBody = (row: BodyRow, seconded: number, can: string[]): z.input<typeof Body> => ({
  id: row.id,
  kind: row.kind,
  kindZh: row.kind_zh,
  kindEn: row.kind_en,
  areaId: row.area_id,
  areaName: row.area_name,
  areaNameEn: row.area_name_en,
  name: row.name,
  nameEn: row.name_en,
  offersZh: row.offers_zh,
  offersEn: row.offers_en,
  contact: row.contact,
  phone: row.work_phone,
  seconded,
  version: row.version,
  can,
})

export const toSeconded = (row: SecondedRow, can: string[]): z.input<typeof Seconded> => ({
  id: row.id,
  bodyId: row.body_id,
  bodyName: row.body_name,
  bodyNameEn: row.body_name_en,
  areaId: row.area_id,
  areaName: row.area_name,
  areaNameEn: row.area_name_en,
  name: row.name,
  nameEn: row.name_en,
  phone: row.work_phone,
  taskZh: row.task_zh,
  taskEn: row.task_en,
  from: row.from_on,
  to: row.to_on,
  accountId: row.account_id,
  can,
})
