// All SQL of what belongs to a file on paper: scanned pages, sealed archives, and openings of sealed files.
import type { Insertable, Selectable, Updateable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type * as tables from '#kernel/schema/tables.ts'

export type ScanRow = Selectable<tables.MediationScanTable>
export type ArchiveRow = Selectable<tables.MediationArchiveTable>
export type OpeningRow = Selectable<tables.MediationOpeningTable>
type One = { readonly tenant_id: string; readonly id: string }

export const scansOf = (tx: Tx, { tenant_id, id }: One): Promise<ScanRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_scan')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('made_at')
      .orderBy('id'),
  )

export const insertScan = (row: Insertable<tables.MediationScanTable>): Statement<unknown> =>
  k.insertInto('mediation_scan').values(row)

/** Stored pictures and archives of a file, by id. */
export const storedOf = (tx: Tx, { tenant_id, id }: One) =>
  tx.all(
    k
      .selectFrom('file')
      .select(['id', 'purpose', 'mime', 'width', 'height', 'sha256'])
      .where('tenant_id', '=', tenant_id)
      .where('subject_id', '=', id),
  )
export type StoredRow = Awaited<ReturnType<typeof storedOf>>[number]

/** As it was sealed last; a file that relapsed is sealed anew, and what was sealed before stays. */
export const archiveOf = (tx: Tx, { tenant_id, id }: One): Promise<ArchiveRow | undefined> =>
  tx.first(
    k
      .selectFrom('mediation_archive')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('sealed_at', 'desc')
      .limit(1),
  )

export const insertArchive = (row: Insertable<tables.MediationArchiveTable>): Statement<unknown> =>
  k.insertInto('mediation_archive').values(row)

/** Newest first. */
export const openingsOf = (tx: Tx, { tenant_id, id }: One): Promise<OpeningRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_opening')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('asked_at', 'desc')
      .orderBy('id'),
  )

export const insertOpening = (row: Insertable<tables.MediationOpeningTable>): Statement<unknown> =>
  k.insertInto('mediation_opening').values(row)

export const changeOpening = (
  { tenant_id, id, version }: Pick<OpeningRow, 'tenant_id' | 'id' | 'version'>,
  set: Updateable<tables.MediationOpeningTable>,
): Statement<unknown> =>
  k
    .updateTable('mediation_opening')
    .set({ ...set, version: version + 1 })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)

/** What the district's rule for a purpose says on a day; undefined where it said nothing of its own. */
export const keptDays = async (tx: Tx, tenant: string, purpose: string, day: string): Promise<number | undefined> => {
  const rule = await tx.first(
    k
      .selectFrom('retention_rule')
      .select(['days', 'next_days', 'next_from'])
      .where('tenant_id', '=', tenant)
      .where('purpose', '=', purpose),
  )
  return rule?.next_days != null && rule.next_from! <= day ? rule.next_days : rule?.days
}
