// All SQL of ties.
import { type Selectable, sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { TieTable } from '#kernel/schema/tables.ts'

export type TieRow = Selectable<TieTable>

const of = (tenant: string) => k.selectFrom('tie').selectAll().where('tenant_id', '=', tenant)
/** A row that never counted, such as a tie ended on the day it began. */
const newest = (query: ReturnType<typeof of>) => query.orderBy('from_day', 'desc').orderBy('id').limit(200)

export const lockTie = (tx: Tx, tenant: string, id: string): Promise<TieRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id).forUpdate())

export const tiesOfPerson = (tx: Tx, tenant: string, person: string): Promise<TieRow[]> =>
  tx.all(newest(of(tenant).where('person_id', '=', person)))

export const tiesOfOrganisation = (tx: Tx, tenant: string, organisation: string): Promise<TieRow[]> =>
  tx.all(newest(of(tenant).where('organisation_id', '=', organisation)))

/** Of a home, an organisation, a person or an area: who is tied to it. */
export const tiesTo = (tx: Tx, tenant: string, to: string): Promise<TieRow[]> =>
  tx.all(newest(of(tenant).where('to_id', '=', to)))

/** Who had left this home by now and still lived in it on a day. */
export const livedOn = (tx: Tx, tenant: string, home: string, day: string): Promise<TieRow[]> =>
  tx.all(
    newest(
      of(tenant)
        .where('to_id', '=', home)
        .where('kind', '=', 'lives_in')
        .where('from_day', '<=', sql<string>`${day}::date`)
        .where('to_day', '>', sql<string>`${day}::date`),
    ),
  )

/** Ties of organisations that manage one of these places now. */
export const managersOf = (tx: Tx, tenant: string, places: readonly string[]): Promise<TieRow[]> =>
  tx.all(
    newest(
      of(tenant)
        .where(sql<boolean>`to_id = any(${places}::uuid[])`)
        .where('kind', '=', 'manages')
        .where('to_day', 'is', null),
    ),
  )

/** What still leads to something that is no more ends with it, no earlier than it began. */
export const tiesEnd = (tenant: string, to: string, day: string, now: Date): Statement<unknown> =>
  sql`update tie set to_day = greatest(from_day, ${day}::date), version = version + 1, changed_at = ${now}
    where tenant_id = ${tenant} and to_id = ${to} and to_day is null`
