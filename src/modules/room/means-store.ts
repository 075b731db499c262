// All SQL of the means ledger.
import { sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { Span } from './store.ts'

export const meansKinds = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('means_kind')
      .select(['code', 'zh', 'en', 'unit_zh', 'unit_en', 'expected', 'sort', 'retired', 'version'])
      .where('tenant_id', '=', tenant)
      .orderBy('sort')
      .orderBy('code'),
  )

const noted = (tenant: string) =>
  k
    .selectFrom('means as m')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'm.area_id').on('area.tenant_id', '=', tenant))
    .leftJoin('account as by', (join) => join.onRef('by.id', '=', 'm.noted_by').on('by.tenant_id', '=', tenant))
    .where('m.tenant_id', '=', tenant)
    .select(['m.area_id', 'm.kind', 'm.amount', 'm.as_of', 'by.name as by_name'])

/** The latest statement of each area and kind within an interval. */
export const latestMeans = (tx: Tx, tenant: string, span: Span) =>
  tx.all(
    noted(tenant)
      .where('area.area_pos', '>=', span.pos)
      .where('area.area_pos', '<=', span.end)
      .distinctOn(['m.area_id', 'm.kind'])
      .orderBy('m.area_id')
      .orderBy('m.kind')
      .orderBy('m.as_of', 'desc'),
  )

/** All statements of one area and kind, the newest first. */
export const meansHistory = (tx: Tx, tenant: string, area: string, kind: string) =>
  tx.all(noted(tenant).where('m.area_id', '=', area).where('m.kind', '=', kind).orderBy('m.as_of', 'desc').limit(200))

/** How many rooms of each kind stand directly in each area: their area, their kind, their number. */
export const roomsByKind = (tx: Tx, tenant: string, span: Span) =>
  tx.all(
    k
      .selectFrom('room')
      .innerJoin('place', (join) => join.onRef('place.id', '=', 'room.id').on('place.tenant_id', '=', tenant))
      .select(['place.area_pos', 'place.kind', sql<number>`count(*)::int`.as('n')])
      .where('room.tenant_id', '=', tenant)
      .where('room.closed_at', 'is', null)
      .where('place.area_pos', '>=', span.pos)
      .where('place.area_pos', '<=', span.end)
      .groupBy(['place.area_pos', 'place.kind']),
  )
