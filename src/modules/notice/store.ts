// All SQL of inboxes: lines of one's own, who is to be told, when a digest is due.
import { type Selectable, sql } from 'kysely'
import type { Place } from '#kernel/cursor.ts'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { NoticeTable, NoticeWishTable } from '#kernel/schema/tables.ts'
import type { Said } from './template.ts'

export type NoticeRow = Selectable<NoticeTable>
export type WishRow = Selectable<NoticeWishTable>

/** The kind under which the day's digest stands in an inbox. */
export const DIGEST = 'digest'

export type Recipient = Pick<
  WishRow,
  'digest_at' | 'quiet' | 'quiet_from' | 'quiet_to' | 'digest_due' | 'digest_on' | 'email' | 'digest_email'
> & { readonly id: string; readonly lang: 'zh' | 'en'; readonly work_phone: string; readonly area_pos: number }

/** Active accounts with their wishes, in the order of ids: two commands that tell the same people never wait crosswise. */
export const recipients = (tx: Tx, tenant: string, accounts: readonly string[]): Promise<Recipient[]> =>
  accounts.length === 0
    ? Promise.resolve([])
    : (tx.all(
        k
          .selectFrom('account as a')
          .leftJoin('notice_wish as w', (join) =>
            join.onRef('w.account_id', '=', 'a.id').on('w.tenant_id', '=', tenant),
          )
          .select(['a.id', 'a.lang', 'a.work_phone', 'a.area_pos'])
          .select(['w.digest_at', 'w.quiet', 'w.quiet_from', 'w.quiet_to', 'w.digest_due', 'w.digest_on'])
          .select(['w.email', 'w.digest_email'])
          .where('a.tenant_id', '=', tenant)
          .where(sql<boolean>`a.id = any(${accounts}::uuid[])`)
          .where('a.state', '=', 'active')
          .orderBy('a.id'),
      ) as Promise<Recipient[]>)

export type NewNotice = {
  readonly id: string
  readonly account: string
  readonly kind: string
  readonly about: { readonly kind: string; readonly id: string }
  readonly said: Said
  readonly urgent: boolean
  readonly notBefore: Date
  readonly at: Date
}

/**
 * Said again while unread, it is the same line: counted, on top again, and no longer hidden in a digest. Rows come as
 * one value, so that the text stays the same for any number of them and its plan is kept.
 */
export const putNotices = (tenant: string, rows: readonly NewNotice[]): Statement<unknown> => sql`
  insert into notice (tenant_id, id, account_id, kind, about_kind, about_id, said, urgent, not_before, said_at)
  select ${tenant}::uuid, r.id, r.account, r.kind, r.about->>'kind', (r.about->>'id')::uuid, r.said, r.urgent, r."notBefore", r.at
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, account uuid, kind text, about jsonb, said jsonb,
    urgent boolean, "notBefore" timestamptz, at timestamptz)
  order by r.account, r.id
  on conflict (tenant_id, account_id, kind, about_kind, about_id) where read_at is null do update set
    count = notice.count + 1, said = excluded.said, said_at = excluded.said_at, urgent = excluded.urgent,
    not_before = least(notice.not_before, excluded.not_before), digest_id = null`

/** Lines that have been settled by somebody's deed: nobody need look at them any more. */
export const settleNotices = (tenant: string, about: readonly string[], kinds: readonly string[], now: Date) =>
  k
    .updateTable('notice')
    .set({ read_at: now })
    .where('tenant_id', '=', tenant)
    .where(sql<boolean>`about_id = any(${about}::uuid[])`)
    .where(sql<boolean>`kind = any(${kinds}::text[])`)
    .where('read_at', 'is', null)
    .returning('digest_id')

/** Of these digests, those in which nothing is left to be read. */
export const settleDigests = (tenant: string, ids: readonly string[], now: Date) =>
  k
    .updateTable('notice as d')
    .set({ read_at: now })
    .where('d.tenant_id', '=', tenant)
    .where(sql<boolean>`d.id = any(${ids}::uuid[])`)
    .where('d.read_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('notice as i')
            .select('i.id')
            .where('i.tenant_id', '=', tenant)
            .whereRef('i.digest_id', '=', 'd.id')
            .where('i.read_at', 'is', null),
        ),
      ),
    )

/** Their digests will come then, unless one is already on its way. */
export const planDigests = (tenant: string, due: ReadonlyMap<string, Date>, now: Date): Statement<unknown> => sql`
  insert into notice_wish (tenant_id, account_id, digest_due, changed_at)
  select ${tenant}::uuid, r.account, r.due, ${now}::timestamptz
  from jsonb_to_recordset(${JSON.stringify([...due].map(([account, at]) => ({ account, due: at })))}::jsonb)
    as r(account uuid, due timestamptz)
  order by r.account
  on conflict (tenant_id, account_id) do update set digest_due = coalesce(notice_wish.digest_due, excluded.digest_due)`

const own = (tenant: string, account: string) =>
  k.selectFrom('notice').where('tenant_id', '=', tenant).where('account_id', '=', account)

/** What he may be shown now: neither still quiet nor inside a digest. */
const shown = (tenant: string, account: string, now: Date) =>
  own(tenant, account).where('not_before', '<=', now).where('digest_id', 'is', null)

export const unreadOf = (tx: Tx, tenant: string, account: string, now: Date) =>
  tx.first(
    shown(tenant, account, now)
      .where('read_at', 'is', null)
      .select([
        sql<number>`count(*)::int`.as('unread'),
        sql<number>`(count(*) filter (where urgent))::int`.as('urgent'),
      ]),
  )

export function pageOf(
  tx: Tx,
  tenant: string,
  account: string,
  asked: { readonly now: Date; readonly unread: boolean; readonly after: Place | undefined; readonly limit: number },
) {
  let query = shown(tenant, account, asked.now)
  if (asked.unread) query = query.where('read_at', 'is', null)
  const { after } = asked
  if (after)
    query = query.where((e) =>
      e.or([e('said_at', '<', after.at), e.and([e('said_at', '=', after.at), e('id', '<', after.id)])]),
    )
  return tx.all(
    query
      .selectAll()
      .orderBy('said_at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1),
  )
}

const MOST_ITEMS = 300

export const itemsOf = (tx: Tx, tenant: string, account: string, digests: readonly string[]): Promise<NoticeRow[]> =>
  digests.length === 0
    ? Promise.resolve([])
    : tx.all(
        own(tenant, account)
          .where('digest_id', 'in', digests)
          .selectAll()
          .orderBy('said_at', 'desc')
          .orderBy('id', 'desc')
          .limit(MOST_ITEMS),
      )

const markRead = (tenant: string, account: string, now: Date) =>
  k
    .updateTable('notice')
    .set({ read_at: now })
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', account)
    .where('read_at', 'is', null)

/** One line, and with a digest what it holds. */
export const readOne = (tx: Tx, tenant: string, account: string, id: string, now: Date) =>
  tx.all(
    markRead(tenant, account, now)
      .where((e) => e.or([e('id', '=', id), e('digest_id', '=', id)]))
      .returning('id'),
  )

/** Everything he could see by then; what came in between stays unread. */
export const readUntil = (tx: Tx, tenant: string, account: string, until: Date, now: Date) =>
  tx.all(markRead(tenant, account, now).where('said_at', '<=', until).where('not_before', '<=', until).returning('id'))

export const wishOf = (tx: Tx, tenant: string, account: string, lock = false) => {
  const query = k
    .selectFrom('notice_wish')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', account)
  return tx.first(lock ? query.forUpdate() : query)
}

/** Accounts whose digest is due; two processes take different ones. */
export const dueDigests = (tx: Tx, tenant: string, now: Date, most: number) =>
  tx.all(
    k
      .selectFrom('notice_wish')
      .select('account_id')
      .where('tenant_id', '=', tenant)
      .where('digest_due', '<=', now)
      .orderBy('digest_due')
      .limit(most)
      .forUpdate()
      .skipLocked(),
  )

/** What could wait and is still unread: it goes into the digest. Urgent lines were said at once and are not repeated. */
export const forDigest = (tx: Tx, tenant: string, account: string, now: Date) =>
  tx.all(
    shown(tenant, account, now)
      .where('read_at', 'is', null)
      .where('urgent', '=', false)
      .where('kind', '!=', DIGEST)
      .select(['id', 'kind', 'said', 'about_kind', 'about_id'])
      .orderBy('said_at', 'desc'),
  )

export const gather = (tenant: string, account: string, ids: readonly string[], digest: string) =>
  k
    .updateTable('notice')
    .set({ digest_id: digest })
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', account)
    .where('id', 'in', ids)

export const unreadDigest = (tx: Tx, tenant: string, account: string) =>
  tx.first(own(tenant, account).where('kind', '=', DIGEST).where('read_at', 'is', null).select(['id', 'said']))
