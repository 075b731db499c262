// SQL of requests to the desk and of the times a clock stood still.
import type { Selectable } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { MatterPauseTable, MatterRequestTable } from '#kernel/schema/tables.ts'
import type { Pause } from '#modules/calendar/index.ts'

export type PauseRow = Selectable<MatterPauseTable>
export type RequestRow = Selectable<MatterRequestTable>

export const pausesOf = (tx: Tx, tenant: string, matter: string): Promise<PauseRow[]> =>
  tx.all(
    k
      .selectFrom('matter_pause')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('matter_id', '=', matter)
      .orderBy('started_at'),
  )

export const openPause = async (tx: Tx, tenant: string, matter: string): Promise<PauseRow | undefined> =>
  (await pausesOf(tx, tenant, matter)).find((one) => one.ended_at === null)

export const requestById = (tx: Tx, tenant: string, matter: string, id: string): Promise<RequestRow | undefined> =>
  tx.first(
    k
      .selectFrom('matter_request')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('matter_id', '=', matter)
      .where('id', '=', id)
      .forUpdate(),
  )

export const requestsOf = (tx: Tx, tenant: string, matter: string): Promise<RequestRow[]> =>
  tx.all(
    k
      .selectFrom('matter_request')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('matter_id', '=', matter)
      .orderBy('asked_at'),
  )

/** The pauses as the calendar counts them; one that still stands is open. */
export const stoodStill = async (tx: Tx, tenant: string, matter: string): Promise<Pause[]> =>
  (await pausesOf(tx, tenant, matter)).map((one) => ({ from: one.started_at, to: one.ended_at, reason: one.reason }))
