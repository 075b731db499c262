// All SQL of accounts, posts and sessions.
import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import { type Actor, joinSpans, ROLES, type Role } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import type { AccountTable, PostTable } from '#kernel/schema/tables.ts'
import type { Account, PostView } from './contract.ts'

export type AccountRow = Selectable<AccountTable>
export type PostRow = Selectable<PostTable> & { area_name: string; level: string; area_pos: number; area_end: number }

export const accountByLogin = (tx: Tx, tenant: string, login: string) =>
  tx.first(k.selectFrom('account').selectAll().where('tenant_id', '=', tenant).where('login', '=', login).forUpdate())

export const lockAccount = (tx: Tx, tenant: string, id: string) =>
  tx.first(k.selectFrom('account').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate())

export const accountById = (tx: Tx, tenant: string, id: string) =>
  tx.first(k.selectFrom('account').selectAll().where('tenant_id', '=', tenant).where('id', '=', id))

const posts = (tenant: string) =>
  k
    .selectFrom('post')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'post.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('post')
    .select(['area.name as area_name', 'area.level', 'area.area_pos', 'area.area_end'])
    .where('post.tenant_id', '=', tenant)

/** English names of areas by their ids; empty where an area has none. */
export async function englishNames(tx: Tx, tenant: string, areas: readonly string[]): Promise<Map<string, string>> {
  if (areas.length === 0) return new Map()
  const rows = await tx.all(
    k.selectFrom('area').select(['id', 'name_en']).where('tenant_id', '=', tenant).where('id', 'in', areas),
  )
  return new Map(rows.map((row) => [row.id, row.name_en]))
}

export const postsOf = (tx: Tx, tenant: string, accounts: readonly string[]): Promise<PostRow[]> =>
  accounts.length
    ? tx.all(posts(tenant).where('post.account_id', 'in', accounts).orderBy('post.id'))
    : Promise.resolve([])

export const lockPost = (tx: Tx, tenant: string, id: string): Promise<PostRow | undefined> =>
  tx.first(posts(tenant).where('post.id', '=', id).forUpdate('post'))

/** Neither ended nor past its term. One that has not begun counts: powers dated apart would meet on its first day. */
export const isKept = (post: PostRow, day: string): boolean =>
  post.ended_at === null && (post.to_on === null || post.to_on >= day)

export const toPost = (post: PostRow): z.input<typeof PostView> => ({
  id: post.id,
  role: post.role as Exclude<Role, 'resident' | 'reporter' | 'machine'>,
  areaId: post.area_id,
  areaName: post.area_name,
  level: post.level,
  from: post.from_on,
  to: post.to_on,
  standsIn: post.stands_in_for !== null,
  agencyId: post.agency_id,
  ended: post.ended_at !== null,
})

export const toAccount = (
  row: AccountRow,
  held: readonly PostRow[],
  at: Date,
  can: string[],
): z.input<typeof Account> => ({
  id: row.id,
  login: row.login,
  name: row.name,
  nameEn: row.name_en,
  workPhone: row.work_phone,
  state: row.state,
  joined: row.password !== null,
  locked: row.locked_until !== null && row.locked_until > at,
  posts: held.filter((post) => post.account_id === row.id).map(toPost),
  version: row.version,
  can,
})

/** Accounts whose home area lies inside one of the actor's posts. */
export function listAccounts(
  tx: Tx,
  actor: Actor,
  asked: { words?: string | undefined; span?: { pos: number; end: number } | undefined; role?: string | undefined },
  after: string | undefined,
  limit: number,
) {
  const spans = joinSpans(actor.posts)
  let query = k.selectFrom('account').where('account.tenant_id', '=', actor.tenant)
  query = query.where((e) => e.or(spans.map((span) => e.between('area_pos', span.pos, span.end))))
  if (asked.span) query = query.where('area_pos', '>=', asked.span.pos).where('area_pos', '<=', asked.span.end)
  if (asked.words) {
    const like = `%${asked.words.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((e) => e.or([e('name', 'ilike', like), e('name_en', 'ilike', like), e('login', 'ilike', like)]))
  }
  if (asked.role)
    query = query.where(
      sql<boolean>`exists (select 1 from post p where p.tenant_id = ${actor.tenant} and p.account_id = account.id and p.role = ${asked.role} and p.ended_at is null)`,
    )
  const page = after ? query.where('login', '>', after) : query
  return Promise.all([
    tx.all(
      page
        .selectAll()
        .orderBy('login')
        .limit(limit + 1),
    ),
    tx.first(query.select(sql<number>`count(*)::int`.as('n'))),
  ])
}

export const sessionsOf = (tx: Tx, tenant: string, account: string, at: Date) =>
  tx.all(
    k
      .selectFrom('session')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('account_id', '=', account)
      .where('ended_at', 'is', null)
      .where('ends_at', '>', at)
      .orderBy('made_at', 'desc'),
  )

export const endSessions = (tenant: string, account: string, at: Date) =>
  k
    .updateTable('session')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)

/** Of everybody in the district; of those who had signed out already it changes nothing. */
export const endAllSessions = (tx: Tx, tenant: string, at: Date) =>
  tx.all(k.updateTable('session').set({ ended_at: at }).where('tenant_id', '=', tenant).where('ended_at', 'is', null))

/** Idle for so long a session of a page is over (find_session). */
const IDLE_MS = 8 * 3_600_000

/** Ends sessions and tokens that do not hold at both instants: over at the later one, or begun after the earlier one. */
export const endOutside = (tenant: string, from: Date, to: Date, at: Date) =>
  k
    .updateTable('session')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenant)
    .where('ended_at', 'is', null)
    .where((e) =>
      e.or([
        e('ends_at', '<=', to),
        e('seen_at', '>', from),
        e.and([e('kind', '=', 'web'), e('seen_at', '<=', new Date(to.getTime() - IDLE_MS))]),
      ]),
    )

const working = (tenant: string, roles: readonly Role[], day: string) =>
  k
    .selectFrom('post')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'post.area_id').on('area.tenant_id', '=', tenant))
    .innerJoin('account', (join) =>
      join.onRef('account.id', '=', 'post.account_id').on('account.tenant_id', '=', tenant),
    )
    .where('post.tenant_id', '=', tenant)
    .where('post.role', 'in', roles)
    .where('post.ended_at', 'is', null)
    .where('post.from_on', '<=', day)
    .where((e) => e.or([e('post.to_on', 'is', null), e('post.to_on', '>=', day)]))
    .where('account.state', '=', 'active')

/** How many hold each role now at posts within an interval of the tree. */
export const rolesWithin = (
  tx: Tx,
  tenant: string,
  span: { readonly pos: number; readonly end: number },
  roles: readonly Role[],
  day: string,
) =>
  tx.all(
    working(tenant, roles, day)
      .where('area.area_pos', '>=', span.pos)
      .where('area.area_pos', '<=', span.end)
      .select(['post.role', sql<number>`count(distinct account.id)::int`.as('n')])
      .groupBy('post.role'),
  )

/** Who works a position now in one of the roles: name and work phone, stand-ins first. */
export const workersAt = (tx: Tx, tenant: string, pos: number, roles: readonly Role[], day: string) =>
  tx.all(
    working(tenant, roles, day)
      .where('area.area_pos', '<=', pos)
      .where('area.area_end', '>=', pos)
      .select(['account.id', 'account.name', 'account.work_phone as phone', 'post.role', 'post.stands_in_for'])
      .orderBy(sql`post.stands_in_for is null`)
      .orderBy('post.id'),
  )

/** Who works at or below an interval of the tree now in one of the roles; one row for each post. */
export const workersWithin = (
  tx: Tx,
  tenant: string,
  span: { readonly pos: number; readonly end: number },
  roles: readonly Role[],
  day: string,
) =>
  tx.all(
    working(tenant, roles, day)
      .where('area.area_pos', '>=', span.pos)
      .where('area.area_pos', '<=', span.end)
      .select(['account.id', 'account.name', 'post.role'])
      .orderBy('area.area_pos')
      .orderBy('post.id'),
  )

/** The same for many positions in one question: one row for each position and post. */
export const workersAtEach = (
  tx: Tx,
  tenant: string,
  positions: readonly number[],
  roles: readonly Role[],
  day: string,
) =>
  tx.all(
    working(tenant, roles, day)
      .innerJoin(sql<{ pos: number }>`unnest(${positions}::bigint[])`.as<'p'>(sql`p(pos)`), (join) =>
        join.onRef('area.area_pos', '<=', 'p.pos').onRef('area.area_end', '>=', 'p.pos'),
      )
      .select(['p.pos', 'account.id', 'post.role'])
      .orderBy('post.id'),
  )

/** Whoever works for one of the agencies now, or at the desk of one of these very areas: one row for each post. */
export const workersFor = (
  tx: Tx,
  tenant: string,
  of: { readonly agencies: readonly string[]; readonly areas: readonly string[] },
  roles: readonly Role[],
  day: string,
) =>
  tx.all(
    working(tenant, roles, day)
      .where(sql<boolean>`(post.agency_id = any(${of.agencies}::uuid[]) or post.area_id = any(${of.areas}::uuid[]))`)
      .select(['account.id', 'account.name', 'post.role', 'post.agency_id', 'post.area_id'])
      .orderBy('post.id'),
  )

/** The posts that these accounts hold now: what the door would let them see by (find_account, 0010_agency.sql). */
export const heldNow = (tx: Tx, tenant: string, accounts: readonly string[], day: string) =>
  tx.all(
    working(tenant, ROLES, day)
      .where(sql<boolean>`account.id = any(${accounts}::uuid[])`)
      .select(['account.id', 'post.role', 'post.agency_id', 'area.area_pos as pos', 'area.area_end as end'])
      .orderBy('post.id'),
  )

/** Where an account of these posts spends its day. */
export const roomOf = (roles: readonly string[]): 'desk' | 'field' =>
  roles.length > 0 &&
  roles.every((role) => ['grid_worker', 'building_head', 'volunteer', 'patrol_member'].includes(role))
    ? 'field'
    : 'desk'
