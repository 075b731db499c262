// All SQL of agencies.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { AgencyTable } from '#kernel/schema/tables.ts'

export type AgencyRow = Selectable<AgencyTable> & { area_name: string }

const named = (tenant: string) =>
  k
    .selectFrom('agency')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'agency.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('agency')
    .select('area.name as area_name')
    .where('agency.tenant_id', '=', tenant)

export const agencyById = (tx: Tx, tenant: string, id: string): Promise<AgencyRow | undefined> =>
  tx.first(named(tenant).where('agency.id', '=', id))

export const lockAgency = (tx: Tx, tenant: string, id: string): Promise<AgencyRow | undefined> =>
  tx.first(named(tenant).where('agency.id', '=', id).forUpdate('agency'))

export const agencyNamed = (tx: Tx, tenant: string, name: string) =>
  tx.first(k.selectFrom('agency').select('id').where('tenant_id', '=', tenant).where('name', '=', name))

/** Agencies that serve a place: those of its own area and of every area above it. The nearest first. */
export const agenciesFor = (tx: Tx, tenant: string, pos: number | undefined, words: string): Promise<AgencyRow[]> => {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  let query = named(tenant).where('agency.retired_at', 'is', null)
  if (pos !== undefined) query = query.where('area.area_pos', '<=', pos).where('area.area_end', '>=', pos)
  if (words) query = query.where((e) => e.or([e('agency.name', 'ilike', like), e('agency.name_en', 'ilike', like)]))
  return tx.all(query.orderBy('agency.area_pos', 'desc').orderBy(sql`agency.name collate "C"`).limit(300))
}
