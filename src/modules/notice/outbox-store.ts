// All SQL of what leaves by SMS and e-mail: rows that wait, tries, and what is left of them when they are old.
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Binding, Keys } from '#kernel/crypto.ts'
import type { Place } from '#kernel/cursor.ts'
import { k, type Tx } from '#kernel/database.ts'
import type { OutboxTable } from '#kernel/schema/tables.ts'

export type OutRow = Selectable<OutboxTable>
/** What is sealed in a row: the text as it is sent, and what a gateway's own template needs. */
export type Message = {
  readonly subject: string
  readonly text: string
  readonly template: string
  readonly values: Readonly<Record<string, string>>
}

const at = (row: { tenant_id: string; id: string }, column: 'address' | 'message'): Binding => ({
  tenant: row.tenant_id,
  table: 'outbox',
  column,
  row: row.id,
})

export const sealOut = (keys: Keys, row: { tenant_id: string; id: string }, address: string, message: Message) => ({
  address: keys.seal(address, at(row, 'address')),
  message: keys.seal(JSON.stringify(message), at(row, 'message')),
})

/** Null for what is not there or does not open: one row that was tampered with must not hold up all others. */
function opened(keys: Keys, sealed: Buffer | null, where: Binding): string | null {
  try {
    return sealed && keys.open(sealed, where)
  } catch {
    return null
  }
}

export const addressOf = (keys: Keys, row: Pick<OutRow, 'tenant_id' | 'id' | 'address'>): string | null =>
  opened(keys, row.address, at(row, 'address'))

export const messageOf = (keys: Keys, row: Pick<OutRow, 'tenant_id' | 'id' | 'message'>): Message | null => {
  const text = opened(keys, row.message, at(row, 'message'))
  return text === null ? null : (JSON.parse(text) as Message)
}

type NewOut = Pick<
  OutRow,
  'tenant_id' | 'id' | 'channel' | 'kind' | 'about_kind' | 'about_id' | 'to_kind' | 'to_id'
> & {
  readonly address: Buffer
  readonly message: Buffer
  readonly sendAt: Date
  readonly now: Date
}

/** Waits to be sent; what waits already to tell the same person the same thing is enough. */
export const putOut = ({ sendAt, now, ...row }: NewOut) =>
  k
    .insertInto('outbox')
    .values({ ...row, state: 'waiting', next_at: sendAt, since: sendAt, made_at: now, changed_at: now })
    .onConflict((clash) =>
      clash
        .columns(['tenant_id', 'to_id', 'channel', 'kind', 'about_id'])
        .where('state', '=', sql.lit('waiting'))
        .doNothing(),
    )

export const lockOut = (tx: Tx, tenant: string, id: string) =>
  tx.first(k.selectFrom('outbox').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate())

/** Rows whose time has come. A row that another process holds is passed by, so each is taken by one. */
export function lockDue(
  tx: Tx,
  tenant: string,
  now: Date,
  { most, channel }: { readonly most: number; readonly channel?: OutRow['channel'] | undefined },
) {
  const due = k.selectFrom('outbox').selectAll().where('tenant_id', '=', tenant).where('next_at', '<=', now)
  const asked = channel ? due.where('channel', '=', channel) : due
  return tx.all(asked.orderBy('next_at').limit(most).forUpdate().skipLocked())
}

export const setOut = (row: Pick<OutRow, 'tenant_id' | 'id' | 'version'>, set: Updateable<OutboxTable>, now: Date) =>
  k
    .updateTable('outbox')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

export const beginTry = (row: OutRow, id: string, no: number, now: Date) =>
  k.insertInto('outbox_try').values({ tenant_id: row.tenant_id, id, outbox_id: row.id, no, at: now })

export const endTry = (
  row: OutRow,
  no: number,
  end: { result: 'sent' | 'failed' | 'unknown'; error: string | null },
  now: Date,
) =>
  k
    .updateTable('outbox_try')
    .set({ ...end, ended_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('outbox_id', '=', row.id)
    .where('no', '=', no)

/** Tries since the row was last set off of which nobody knows whether they arrived. */
export async function unknownTries(tx: Tx, row: OutRow): Promise<number> {
  const found = await tx.first(
    k
      .selectFrom('outbox_try')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('tenant_id', '=', row.tenant_id)
      .where('outbox_id', '=', row.id)
      .where('result', '=', 'unknown')
      .where('at', '>=', row.since),
  )
  return found?.n ?? 0
}

export function listOut(
  tx: Tx,
  tenant: string,
  asked: { readonly state: OutRow['state'] | undefined; readonly after: Place | undefined; readonly limit: number },
) {
  const { after } = asked
  let query = k.selectFrom('outbox').where('tenant_id', '=', tenant)
  if (asked.state) query = query.where('state', '=', asked.state)
  if (after)
    query = query.where((e) =>
      e.or([e('made_at', '<', after.at), e.and([e('made_at', '=', after.at), e('id', '<', after.id)])]),
    )
  return tx.all(
    query
      .selectAll()
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1),
  )
}

export const countOut = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('outbox')
      .select(['state', sql<number>`count(*)::int`.as('n')])
      .where('tenant_id', '=', tenant)
      .groupBy('state'),
  )

/** Reporters took their numbers back: what waits is not sent, and nothing of them stays here. */
export const withdrawOut = (tenant: string, matters: readonly string[], now: Date) =>
  k
    .updateTable('outbox')
    .set({
      address: null,
      message: null,
      next_at: null,
      state: sql`case when state = 'sent' then state else 'given_up' end`,
      error: sql`case when state = 'sent' then error else 'withdrawn' end`,
      changed_at: now,
    })
    .where('tenant_id', '=', tenant)
    .where(sql<boolean>`about_id = any(${matters}::uuid[])`)
    .where('to_kind', '=', 'reporter')

/** What waits since before an instant is not sent by machine any more; somebody may still set it off by hand. */
export const holdOut = (tx: Tx, tenant: string, before: Date, now: Date) =>
  tx.all(
    k
      .updateTable('outbox')
      .set({ state: 'given_up', error: 'restored', next_at: null, changed_at: now, version: sql`version + 1` })
      .where('tenant_id', '=', tenant)
      .where('next_at', 'is not', null)
      .where('made_at', '<', before)
      .returning('id'),
  )

/** Reporters have done meanwhile what a message would have asked of them: of these kinds nothing is sent any more. */
export const overtakeOut = (tenant: string, matters: readonly string[], kinds: readonly string[], now: Date) =>
  k
    .updateTable('outbox')
    .set({
      ...{ address: null, message: null, next_at: null, state: 'given_up', error: 'overtaken', changed_at: now },
      version: sql`version + 1`,
    })
    .where('tenant_id', '=', tenant)
    .where(sql<boolean>`about_id = any(${matters}::uuid[])`)
    .where('to_kind', '=', 'reporter')
    .where(sql<boolean>`kind = any(${kinds}::text[])`)
    .where('state', 'in', ['waiting', 'failed'])

/** Takes addresses and messages out of rows that have been over for long. */
export const eraseOut = (tx: Tx, tenant: string, before: Date) =>
  tx.all(
    k
      .updateTable('outbox')
      .set({ address: null, message: null })
      .where('tenant_id', '=', tenant)
      .where('address', 'is not', null)
      .where('changed_at', '<', before)
      .where('state', 'in', ['sent', 'given_up'])
      .returning('id'),
  )

/** What of one tenant's is due: one question per look, so that an idle sweep writes nothing. */
export const dueWork = (tx: Tx, tenant: string, now: Date, old: Date) =>
  tx.first(
    sql<{ outbox: boolean; digest: boolean; old: boolean }>`select
      exists (select 1 from outbox o where o.tenant_id = ${tenant} and o.next_at <= ${now}) as outbox,
      exists (select 1 from notice_wish w where w.tenant_id = ${tenant} and w.digest_due <= ${now}) as digest,
      exists (select 1 from outbox a where a.tenant_id = ${tenant} and a.address is not null and a.changed_at < ${old} and a.state in ('sent', 'given_up')) as old`,
  )

export const demoMessages = (tx: Tx, tenant: string, most: number) =>
  tx.all(
    k
      .selectFrom('outbox')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('provider', '=', 'demo')
      .where('state', '=', 'sent')
      .where('address', 'is not', null)
      .orderBy('changed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most),
  )
