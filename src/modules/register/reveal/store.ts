// All SQL about who saw what of whom: the rows, what a look may be for, the day's numbers.
import { sql } from 'kysely'
import type { Role, Span } from '#kernel/access.ts'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'

/** What a day is counted in: as limits name it, and persons in exports. */
type Spent = LimitKind | 'persons'

export type Way = 'unmask' | 'export' | 'slip'
export type PurposeKind = 'matter' | 'visit' | 'correction' | 'merge' | 'export' | 'slip' | 'mediation'

/** Households opened, whole numbers looked up, files tried. */
export type LimitKind = 'households' | 'numbers' | 'files'
export type LimitRow = { role: string; kind: string; most: number; version: number }

/** One person's values on their way out. */
export type Disclosed = {
  readonly tenant: string
  readonly person: string
  /** The household, else the home, else the person. */
  readonly house: string
  readonly actor: string
  /** Area and role of the post by which he may. */
  readonly office: string
  readonly role: Role
  readonly way: Way
  readonly purpose: PurposeKind
  readonly purposeId: string
  readonly fields: readonly string[]
  readonly delayedUntil?: Date | undefined
}

const rowOf = (one: Disclosed, now: Date) => ({
  tenant_id: one.tenant,
  id: newId(),
  person_id: one.person,
  house_id: one.house,
  at: now,
  actor_id: one.actor,
  office_id: one.office,
  role: one.role,
  way: one.way,
  purpose: one.purpose,
  purpose_id: one.purposeId,
  fields: [...one.fields],
  delayed_until: one.delayedUntil ?? null,
})

/** To be written in the transaction whose answer holds the values, so that it is kept before the first byte leaves. */
export const discloseOne = (one: Disclosed, now: Date): Statement<unknown> =>
  k.insertInto('disclosure').values(rowOf(one, now))

/** As above, of many at once, such as a file; at most some thousand, since each has a row of its own. */
export const discloseMany = (list: readonly Disclosed[], now: Date): Statement<unknown> =>
  k.insertInto('disclosure').values(list.map((one) => rowOf(one, now)))

export const limitRows = (tx: Tx, tenant: string): Promise<LimitRow[]> =>
  tx.all(k.selectFrom('register_limit').select(['role', 'kind', 'most', 'version']).where('tenant_id', '=', tenant))

export const writeLimit = (tenant: string, row: LimitRow, now: Date): Statement<unknown> =>
  k
    .insertInto('register_limit')
    .values({ tenant_id: tenant, ...row, kind: row.kind as LimitKind, changed_at: now })
    .onConflict((clash) =>
      clash
        .columns(['tenant_id', 'role', 'kind'])
        .doUpdateSet({ most: row.most, version: row.version, changed_at: now }),
    )

/** Counts up and returns what the day has come to. The row stays locked until the transaction ends. */
export async function spend(tx: Tx, tenant: string, account: string, day: string, kind: Spent, n: number) {
  const row = await tx.first(
    k
      .insertInto('register_spent')
      .values({ tenant_id: tenant, account_id: account, day, kind, n })
      .onConflict((clash) =>
        clash
          .columns(['tenant_id', 'account_id', 'day', 'kind'])
          .doUpdateSet({ n: sql`register_spent.n + excluded.n` }),
      )
      .returning('n'),
  )
  return row!.n
}

export const spentOn = async (tx: Tx, tenant: string, account: string, day: string, kind: Spent) =>
  (
    await tx.first(
      k
        .selectFrom('register_spent')
        .select('n')
        .where('tenant_id', '=', tenant)
        .where('account_id', '=', account)
        .where('day', '=', day)
        .where('kind', '=', kind),
    )
  )?.n ?? 0

/** Whether he has opened this household since an instant: the second look at it costs nothing. */
export const hasOpened = async (tx: Tx, tenant: string, account: string, house: string, since: Date) =>
  (await tx.first(
    k
      .selectFrom('disclosure')
      .select('id')
      .where('tenant_id', '=', tenant)
      .where('actor_id', '=', account)
      .where('at', '>=', since)
      .where('way', '=', 'unmask')
      .where('house_id', '=', house)
      .limit(1),
  )) !== undefined

/** The states in which a matter is open; test/insider.test.ts holds this list to the matter's life. */
export const OPEN_MATTER = ['reported', 'dispatched', 'handling', 'paused', 'finished', 'replied'] as const
/** A visit that was begun and never ended is over after this. */
const VISIT_HOURS = 12
const visitsSince = (now: Date) => new Date(now.getTime() - VISIT_HOURS * 3_600_000)

/**
 * Open matters that this account handles in the building or unit where a home lies. One that is known to the grid alone
 * opens nobody: a grid is some thousand people.
 */
const mattersAt = (tenant: string, account: string, home: string) =>
  k
    .selectFrom('home')
    .innerJoin('area as house', (join) =>
      join.on('house.tenant_id', '=', tenant).onRef('house.id', '=', 'home.building_id'),
    )
    .innerJoin('matter', (join) =>
      join
        .on('matter.tenant_id', '=', tenant)
        .on('matter.handler_id', '=', account)
        .on('matter.state', 'in', OPEN_MATTER),
    )
    .innerJoin('area as spot', (join) =>
      join
        .on('spot.tenant_id', '=', tenant)
        .onRef('spot.id', '=', 'matter.area_id')
        .on('spot.level', 'in', ['building', 'unit', 'home']),
    )
    .select(['matter.id', 'matter.no', 'matter.title'])
    .where('home.tenant_id', '=', tenant)
    .where('home.id', '=', home)
    .where((e) =>
      e.or([
        e.and([e('house.area_pos', '>=', e.ref('spot.area_pos')), e('house.area_pos', '<=', e.ref('spot.area_end'))]),
        e.and([e('spot.area_pos', '>=', e.ref('house.area_pos')), e('spot.area_pos', '<=', e.ref('house.area_end'))]),
      ]),
    )

const visitsAt = (tenant: string, account: string, home: string, now: Date) =>
  k
    .selectFrom('home_visit')
    .select(['id', 'begun_at'])
    .where('tenant_id', '=', tenant)
    .where('home_id', '=', home)
    .where('made_by', '=', account)
    .where('ended_at', 'is', null)
    .where('begun_at', '>=', visitsSince(now))

const correctionsOf = (tenant: string, person: string) =>
  k
    .selectFrom('correction')
    .select(['id', 'made_at', 'area_pos'])
    .where('tenant_id', '=', tenant)
    .where('person_id', '=', person)
    .where('state', '=', 'open')

export type Wanted = {
  readonly tenant: string
  readonly account: string
  readonly person: string
  readonly home: string | null
  readonly now: Date
}

/** What this account may look at this person for, now. The corrections of a person are anybody's who may change him. */
export async function purposesNow(tx: Tx, { tenant, account, person, home, now }: Wanted) {
  const [matters, visits, corrections] = await Promise.all([
    home ? tx.all(mattersAt(tenant, account, home).limit(20)) : [],
    home ? tx.all(visitsAt(tenant, account, home, now).limit(5)) : [],
    tx.all(correctionsOf(tenant, person).limit(5)),
  ])
  return { matters, visits, corrections }
}

/** Whether exactly this is one of them. */
export async function isPurpose(tx: Tx, wanted: Wanted, kind: 'matter' | 'visit' | 'correction', id: string) {
  const { tenant, account, person, home, now } = wanted
  if (kind === 'correction') return (await tx.first(correctionsOf(tenant, person).where('id', '=', id))) !== undefined
  if (!home) return false
  if (kind === 'visit') return (await tx.first(visitsAt(tenant, account, home, now).where('id', '=', id))) !== undefined
  return (await tx.first(mattersAt(tenant, account, home).where('matter.id', '=', id))) !== undefined
}

/** The entries that are one person: his own and those that were merged into it. */
export const entriesOf = async (tx: Tx, tenant: string, person: string): Promise<string[]> => {
  const merged = await tx.all(
    k.selectFrom('person').select('id').where('tenant_id', '=', tenant).where('merged_into', '=', person).limit(20),
  )
  return [person, ...merged.map(({ id }) => id)]
}

/**
 * What a person is told, newest first: which post's area, which role, for what. Whose post it was is not read.
 * `shielded`: the matter is still open, and its month is not over.
 */
export const looksAtPerson = (tx: Tx, tenant: string, entries: readonly string[], now: Date, limit: number) =>
  tx.all(
    k
      .selectFrom('disclosure')
      .leftJoin('area', (join) => join.on('area.tenant_id', '=', tenant).onRef('area.id', '=', 'disclosure.office_id'))
      .leftJoin('matter', (join) =>
        join
          .on('matter.tenant_id', '=', tenant)
          .onRef('matter.id', '=', 'disclosure.purpose_id')
          .on('matter.state', 'in', OPEN_MATTER),
      )
      .select(['disclosure.at', 'disclosure.role', 'disclosure.way', 'disclosure.purpose', 'disclosure.fields'])
      .select(['area.name as office', 'area.name_en as office_en'])
      .select(sql<boolean>`matter.id is not null and disclosure.delayed_until > ${now}`.as('shielded'))
      .where('disclosure.tenant_id', '=', tenant)
      .where(sql<boolean>`disclosure.person_id = any(${entries}::uuid[])`)
      .orderBy('disclosure.at', 'desc')
      .orderBy('disclosure.id', 'desc')
      .limit(limit),
  )

/**
 * Looks per account and local day since an instant, of offices inside the given intervals. Lists in full that somebody
 * took alone are looks as well; those that a second person agreed to were looked at by him. A list has no first household
 * of its own, so none of it is beyond.
 */
export const lookDays = (tx: Tx, tenant: string, since: Date, within: readonly Span[]) =>
  tx.all(
    sql<{
      actor_id: string
      name: string
      office_id: string
      office: string
      office_en: string
      role: string
      day: string
      households: number
      beyond: number
      purposes: number
    }>`
      select d.actor_id, a.name, d.office_id, o.name as office, o.name_en as office_en, d.role,
        to_char(d.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
        count(distinct d.house_id)::int as households,
        (count(distinct (d.purpose_id, d.house_id)) filter (where d.way = 'unmask')
          - count(distinct d.purpose_id) filter (where d.way = 'unmask'))::int as beyond,
        count(distinct d.purpose_id)::int as purposes
      from disclosure d
      join area o on o.tenant_id = ${tenant} and o.id = d.office_id
      join account a on a.tenant_id = ${tenant} and a.id = d.actor_id
      left join register_export e on e.tenant_id = ${tenant} and e.id = d.purpose_id and d.way = 'export'
      where d.tenant_id = ${tenant} and d.at >= ${since} and (d.way = 'unmask' or not e.second)
        and (${sql.join(
          within.map(({ pos, end }) => sql`o.area_pos between ${pos} and ${end}`),
          sql` or `,
        )})
      group by d.actor_id, a.name, d.office_id, o.name, o.name_en, d.role, day
      order by d.actor_id, day`,
  )
