// All SQL of correction requests.
import type { Selectable } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { CorrectionTable } from '#kernel/schema/tables.ts'

export type CorrectionRow = Selectable<CorrectionTable>

const of = (tenant: string) => k.selectFrom('correction').selectAll().where('tenant_id', '=', tenant)

export const correctionById = (tx: Tx, tenant: string, id: string): Promise<CorrectionRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id))

export const lockCorrection = (tx: Tx, tenant: string, id: string): Promise<CorrectionRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id).forUpdate())

/** Of one person, the newest first. */
export const correctionsOf = (tx: Tx, tenant: string, person: string): Promise<CorrectionRow[]> =>
  tx.all(of(tenant).where('person_id', '=', person).orderBy('made_at', 'desc').limit(50))

/** Of an area, the most urgent first. */
export const correctionsWithin = (
  tx: Tx,
  tenant: string,
  span: { pos: number; end: number },
  state: CorrectionRow['state'],
): Promise<CorrectionRow[]> =>
  tx.all(
    of(tenant)
      .where('area_pos', '>=', span.pos)
      .where('area_pos', '<=', span.end)
      .where('state', '=', state)
      .orderBy('due_at')
      .limit(200),
  )
