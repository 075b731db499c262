// All SQL of hosts and receivers, and of moves that somebody is to be called about.
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Binding, Keys } from '#kernel/crypto.ts'
import { k, type Tx } from '#kernel/database.ts'
import type { CallbackHostTable, CallbackReceiverTable } from '#kernel/schema/tables.ts'

export type HostRow = Selectable<CallbackHostTable>
export type ReceiverRow = Selectable<CallbackReceiverTable>

export const hostsOf = (tx: Tx, tenant: string): Promise<HostRow[]> =>
  tx.all(
    k
      .selectFrom('callback_host')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('ended_at', 'is', null)
      .orderBy('host')
      .orderBy('port')
      .limit(200),
  )

export const hostById = (tx: Tx, tenant: string, id: string): Promise<HostRow | undefined> =>
  tx.first(k.selectFrom('callback_host').selectAll().where('tenant_id', '=', tenant).where('id', '=', id))

export const insertHost = (row: Omit<HostRow, 'ended_at'>) => k.insertInto('callback_host').values(row)

export const endHostRow = (tenant: string, id: string, at: Date) =>
  k
    .updateTable('callback_host')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .where('ended_at', 'is', null)

/** Host and port of an address, as the list has them. */
export function hostOf(url: string): { host: string; port: number } {
  const { hostname, port, protocol } = new URL(url)
  return { host: hostname, port: port ? Number(port) : protocol === 'http:' ? 80 : 443 }
}

/** The line of the list that lets an address be called; https always, http where it is inside. */
export function allowedBy(hosts: readonly HostRow[], url: string): HostRow | undefined {
  const { host, port } = hostOf(url)
  const found = hosts.find((one) => one.host === host && one.port === port)
  return found && (found.inside || url.startsWith('https:')) ? found : undefined
}

type WithCounts = ReceiverRow & { waiting: number; parked: number }

export const receiversOf = (tx: Tx, tenant: string): Promise<WithCounts[]> =>
  tx.all(
    sql<WithCounts>`select r.*,
        (select count(*)::int from callback_delivery d where d.tenant_id = ${tenant} and d.receiver_id = r.id and d.next_at is not null) as waiting,
        (select count(*)::int from callback_delivery d where d.tenant_id = ${tenant} and d.receiver_id = r.id and d.state = 'parked') as parked
      from callback_receiver r where r.tenant_id = ${tenant} order by r.state = 'ended', r.made_at desc, r.id limit 200`,
  )

/** Those that may still be called one day: what happens now is written down for them. */
export const liveReceivers = (tx: Tx, tenant: string): Promise<ReceiverRow[]> =>
  tx.all(
    k
      .selectFrom('callback_receiver')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('state', '<>', 'ended')
      .orderBy('made_at')
      .orderBy('id')
      .limit(200),
  )

export const receiverById = (tx: Tx, tenant: string, id: string): Promise<ReceiverRow | undefined> =>
  tx.first(k.selectFrom('callback_receiver').selectAll().where('tenant_id', '=', tenant).where('id', '=', id))

export const lockReceiver = (tx: Tx, tenant: string, id: string): Promise<ReceiverRow | undefined> =>
  tx.first(
    k.selectFrom('callback_receiver').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate(),
  )

type NewReceiver = Pick<
  ReceiverRow,
  'tenant_id' | 'id' | 'owner' | 'contact' | 'url' | 'lang' | 'events' | 'secret' | 'made_by'
>

export const insertReceiver = (row: NewReceiver, now: Date) =>
  k.insertInto('callback_receiver').values({ ...row, state: 'on', made_at: now, changed_at: now })

export const setReceiver = (row: ReceiverRow, set: Updateable<CallbackReceiverTable>, now: Date) =>
  k
    .updateTable('callback_receiver')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

/** What came of a try, on the receiver: no version, since no form showed it. */
export const noteReceiver = (row: ReceiverRow, set: Updateable<CallbackReceiverTable>) =>
  k.updateTable('callback_receiver').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id)

const at = (row: { tenant_id: string; id: string }): Binding => ({
  tenant: row.tenant_id,
  table: 'callback_receiver',
  column: 'secret',
  row: row.id,
})

export const sealSecret = (keys: Keys, row: { tenant_id: string; id: string }, secret: string): Buffer =>
  keys.seal(secret, at(row))

/** The newest first; the one before it while it still signs besides. */
export const secretsOf = (keys: Keys, row: ReceiverRow, now: Date): string[] =>
  [row.secret, row.old_until && row.old_until > now ? row.old_secret : null].flatMap((sealed) =>
    sealed ? [keys.open(sealed, at(row))] : [],
  )

/** One row beside the move, without a question and without a round trip more; none while nobody is to be called. */
export const putMove = (row: { tenant: string; id: string; matter: string; move: string; at: Date }) =>
  k
    .insertInto('callback_move')
    .columns(['tenant_id', 'id', 'matter_id', 'move', 'at'])
    .expression(
      k
        .selectFrom(
          k
            .selectFrom('callback_receiver')
            .select('tenant_id')
            .where('tenant_id', '=', row.tenant)
            .where('state', '<>', 'ended')
            .limit(1)
            .as('anybody'),
        )
        .select([
          'anybody.tenant_id',
          sql<string>`${row.id}::uuid`.as('id'),
          sql<string>`${row.matter}::uuid`.as('matter_id'),
          sql<string>`${row.move}::text`.as('move'),
          sql<Date>`${row.at}::timestamptz`.as('at'),
        ]),
    )

/** In the order in which they happened. Not `skip locked`: two processes would tell of one matter in any order. */
export const lockMoves = (tx: Tx, tenant: string, most: number) =>
  tx.all(
    k
      .selectFrom('callback_move')
      .select(['id', 'matter_id', 'move', 'at'])
      .where('tenant_id', '=', tenant)
      .orderBy('at')
      .orderBy('id')
      .limit(most)
      .forUpdate(),
  )

export const dropMoves = (tenant: string, ids: readonly string[]) =>
  k.deleteFrom('callback_move').where('tenant_id', '=', tenant).where(sql<boolean>`id = any(${ids}::uuid[])`)

/** Accounts that keep the systems of a district, whatever area their post names. */
export const keepersOf = (tx: Tx, tenant: string, day: string) =>
  tx.all(
    k
      .selectFrom('post')
      .select('account_id as id')
      .distinct()
      .where('tenant_id', '=', tenant)
      .where('role', '=', 'system_admin')
      .where('ended_at', 'is', null)
      .where('from_on', '<=', day)
      .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', day)]))
      .orderBy('account_id')
      .limit(20),
  )
