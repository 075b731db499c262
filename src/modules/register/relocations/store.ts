// All SQL of moves between communities.
import { type Selectable, sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { RelocationTable } from '#kernel/schema/tables.ts'

export type RelocationRow = Selectable<RelocationTable>
type Span = { readonly pos: number; readonly end: number }

const of = (tenant: string) => k.selectFrom('relocation').selectAll().where('tenant_id', '=', tenant)
const MOST = 200

export const lockRelocation = (tx: Tx, tenant: string, id: string): Promise<RelocationRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id).forUpdate())

/** What is not settled of one person: waiting, or declined and not yet taken note of. */
export const relocationsOf = (tx: Tx, tenant: string, person: string): Promise<RelocationRow[]> =>
  tx.all(of(tenant).where('person_id', '=', person).orderBy('made_at', 'desc').limit(10))

/** Who is told to come into an area, the oldest first. */
export const comingTo = (tx: Tx, tenant: string, { pos, end }: Span): Promise<RelocationRow[]> =>
  tx.all(
    of(tenant)
      .where('area_pos', '>=', pos)
      .where('area_pos', '<=', end)
      .where('state', '=', 'open')
      .orderBy('made_at')
      .limit(MOST),
  )

/** Who was told to leave an area and is not settled, the oldest first. */
export const leavingFrom = (tx: Tx, tenant: string, { pos, end }: Span): Promise<RelocationRow[]> =>
  tx.all(
    of(tenant)
      .where('from_pos', '>=', pos)
      .where('from_pos', '<=', end)
      .where(sql<boolean>`state in ('open', 'declined')`)
      .orderBy('made_at')
      .limit(MOST),
  )

type Settling = { readonly state: 'confirmed' | 'declined' | 'recalled'; readonly reason?: RelocationRow['reason'] }

/** Declined, it still says whom it was about, for those who told of it; settled it names nobody. */
export const settled = (row: RelocationRow, to: Settling, now: Date): Statement<unknown> =>
  k
    .updateTable('relocation')
    .set({
      ...{ ...to, version: row.version + 1, changed_at: now },
      ...(to.state === 'declined' ? {} : { person_id: null, shown: null }),
    })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)
