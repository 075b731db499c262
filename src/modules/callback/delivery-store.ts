// All SQL of calls: rows that wait, tries, and what is taken away when they are old.
import { type Selectable, sql, type Updateable } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { CallbackDeliveryTable, CallbackTryTable } from '#kernel/schema/tables.ts'

export type DeliveryRow = Selectable<CallbackDeliveryTable>
export type TryRow = Selectable<CallbackTryTable>

type NewDelivery = Pick<DeliveryRow, 'tenant_id' | 'id' | 'receiver_id' | 'matter_id' | 'no' | 'event' | 'at' | 'body'>

export const insertDeliveries = (rows: readonly NewDelivery[], now: Date) =>
  k
    .insertInto('callback_delivery')
    .values(rows.map((row) => ({ ...row, state: 'waiting' as const, next_at: now, made_at: now, changed_at: now })))

/**
 * Whose time has come, and before which nothing about the same matter still waits for this receiver. A row that another
 * process holds is passed by; one behind it is not, since the first counts as waiting until it is settled.
 */
export const lockDue = (tx: Tx, tenant: string, receiver: string, now: Date, most: number): Promise<DeliveryRow[]> =>
  tx.all(
    k
      .selectFrom('callback_delivery as d')
      .selectAll('d')
      .where('d.tenant_id', '=', tenant)
      .where('d.receiver_id', '=', receiver)
      .where('d.next_at', '<=', now)
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('callback_delivery as e')
              .select('e.id')
              .where('e.tenant_id', '=', tenant)
              .where('e.receiver_id', '=', receiver)
              .whereRef('e.matter_id', '=', 'd.matter_id')
              .where('e.next_at', 'is not', null)
              .where(sql<boolean>`(e.at, e.id) < (d.at, d.id)`),
          ),
        ),
      )
      .orderBy('d.next_at')
      .orderBy('d.id')
      .limit(most)
      .forUpdate()
      .skipLocked(),
  )

export const deliveryById = (tx: Tx, tenant: string, id: string): Promise<DeliveryRow | undefined> =>
  tx.first(k.selectFrom('callback_delivery').selectAll().where('tenant_id', '=', tenant).where('id', '=', id))

export const lockDelivery = (tx: Tx, tenant: string, id: string): Promise<DeliveryRow | undefined> =>
  tx.first(
    k.selectFrom('callback_delivery').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate(),
  )

export const setDelivery = (row: DeliveryRow, set: Updateable<CallbackDeliveryTable>, now: Date) =>
  k
    .updateTable('callback_delivery')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

export const beginTry = (row: DeliveryRow, id: string, no: number, now: Date) =>
  k.insertInto('callback_try').values({ tenant_id: row.tenant_id, id, delivery_id: row.id, no, at: now })

type End = Pick<TryRow, 'status' | 'fault' | 'answer'> & { readonly result: 'sent' | 'failed' | 'unknown' }

export const endTry = (row: DeliveryRow, no: number, end: End, now: Date) =>
  k
    .updateTable('callback_try')
    .set({ ...end, ended_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('delivery_id', '=', row.id)
    .where('no', '=', no)

export const triesOf = (tx: Tx, tenant: string, delivery: string): Promise<TryRow[]> =>
  tx.all(
    k
      .selectFrom('callback_try')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('delivery_id', '=', delivery)
      .orderBy('no', 'desc')
      .limit(50),
  )

type Asked = {
  readonly state: 'open' | 'sent' | 'parked' | undefined
  readonly after: DeliveryRow | undefined
  readonly limit: number
}

/** The newest first. */
export function listDeliveries(tx: Tx, tenant: string, receiver: string, { state, after, limit }: Asked) {
  let query = k.selectFrom('callback_delivery').where('tenant_id', '=', tenant).where('receiver_id', '=', receiver)
  if (state === 'open') query = query.where('next_at', 'is not', null)
  else if (state) query = query.where('state', '=', state)
  if (after)
    query = query.where((e) =>
      e.or([e('made_at', '<', after.made_at), e.and([e('made_at', '=', after.made_at), e('id', '<', after.id)])]),
    )
  return tx.all(
    query
      .selectAll()
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1),
  )
}

/** What was parked since an instant waits again, from the first pause on. */
export const unpark = (tx: Tx, tenant: string, receiver: string, since: Date, now: Date) =>
  tx.all(
    k
      .updateTable('callback_delivery')
      .set({ state: 'waiting', next_at: now, since_try: 0, changed_at: now, version: sql`version + 1` })
      .where('tenant_id', '=', tenant)
      .where('receiver_id', '=', receiver)
      .where('state', '=', 'parked')
      .where('at', '>=', since)
      .returning('id'),
  )

/** Nothing more is sent to a receiver that has ended; what waited says so. */
export const parkAll = (tenant: string, receiver: string, now: Date) =>
  k
    .updateTable('callback_delivery')
    .set({ state: 'parked', next_at: null, changed_at: now, version: sql`version + 1` })
    .where('tenant_id', '=', tenant)
    .where('receiver_id', '=', receiver)
    .where('next_at', 'is not', null)

/** What waits since before an instant is not sent by machine any more; somebody may still send it again by hand. */
export const holdAll = (tx: Tx, tenant: string, before: Date, now: Date) =>
  tx.all(
    k
      .updateTable('callback_delivery')
      .set({ state: 'parked', fault: 'restored', next_at: null, changed_at: now, version: sql`version + 1` })
      .where('tenant_id', '=', tenant)
      .where('next_at', 'is not', null)
      .where('made_at', '<', before)
      .returning('id'),
  )

const ERASED_AT_ONCE = 2_000

/** Takes calls away that were written before an instant, with their tries; returns how many. */
export async function eraseOld(tx: Tx, tenant: string, before: Date): Promise<number> {
  const old = await tx.all(
    k
      .selectFrom('callback_delivery')
      .select('id')
      .where('tenant_id', '=', tenant)
      .where('made_at', '<', before)
      .orderBy('made_at')
      .limit(ERASED_AT_ONCE)
      .forUpdate(),
  )
  if (old.length === 0) return 0
  const ids = old.map(({ id }) => id)
  await tx.all(
    k.deleteFrom('callback_try').where('tenant_id', '=', tenant).where(sql<boolean>`delivery_id = any(${ids}::uuid[])`),
  )
  await tx.all(
    k.deleteFrom('callback_delivery').where('tenant_id', '=', tenant).where(sql<boolean>`id = any(${ids}::uuid[])`),
  )
  return ids.length
}

/** What of one tenant's is due: one question per look, so that an idle look writes nothing. */
export const dueWork = (tx: Tx, tenant: string, now: Date, old: Date) =>
  tx.first(
    sql<{ moves: boolean; old: boolean; receivers: string[] }>`select
      exists (select 1 from callback_move m where m.tenant_id = ${tenant}) as moves,
      exists (select 1 from callback_delivery o where o.tenant_id = ${tenant} and o.made_at < ${old}) as old,
      array(select r.id from callback_receiver r where r.tenant_id = ${tenant} and r.state = 'on'
        and exists (select 1 from callback_delivery d where d.tenant_id = ${tenant} and d.receiver_id = r.id and d.next_at <= ${now})) as receivers`,
  )
