// SQL for queues: which matters a person sees, in which order, and how many.

import type { Expression } from 'kysely'
import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { type Actor, covers, type Role, type Span } from '#kernel/access.ts'
import { localDay, localInstant } from '#kernel/clock.ts'
import { cursorAt, placeAfter } from '#kernel/cursor.ts'
import type { Tx } from '#kernel/database.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { LEVELS, WIDTH } from '#modules/area/index.ts'
import type { ClockKind } from './clocks.ts'
import type { matter } from './contract.ts'
import { numbersIn, saysAll, wordsIn } from './finding.ts'
import { DESKS, LEADERS, REFEREES } from './leads.ts'
import { IN_HAND, type MatterState, type URGENCIES, type WAYS } from './lifecycle.ts'

type Asked = z.output<typeof matter.list.input>
export type View = Asked['view']

/** Written out, since an index of open matters is only used where the planner reads the same states. */
const OPEN = sql<SqlBool>`m.state in (${sql.join(IN_HAND.map((state) => sql.lit(state)))})`

/**
 * Positions inside one of the intervals; nothing at all for nobody. A narrow reader's rows are found by place. Of a
 * wide one's there are so many that the first of them come sooner in the order asked for: as a case the very same
 * comparison is not offered to the index by place. Words are compared with all of them, so a subdistrict is narrow then.
 */
function inside(spans: readonly Span[], wideFrom: 'subdistrict' | 'district' = 'subdistrict'): Expression<SqlBool> {
  if (spans.length === 0) return sql<SqlBool>`false`
  const wide = spans.some((span) => span.end - span.pos >= WIDTH[wideFrom] - 1)
  const within = sql.join(
    spans.map((span) => sql`m.area_pos between ${span.pos} and ${span.end}`),
    sql` or `,
  )
  return wide ? sql<SqlBool>`case when ${within} then true else false end` : sql<SqlBool>`(${within})`
}

const spansOf = (actor: Actor, ...roles: Role[]) => actor.posts.filter((post) => roles.includes(post.role))

/**
 * Areas in which a worker can stand who is shown beside these matters: in the reader's own and what they lie in. A city
 * has thousands of grids, and each is a look-up; undefined where all of them are meant.
 */
function areasOfWorkers(tenant: string, spans: readonly Span[]): Expression<unknown> | undefined {
  if (spans.some((span) => span.end - span.pos >= WIDTH.district - 1)) return undefined
  const starts = spans.flatMap(({ pos }) => LEVELS.map((level) => pos - (pos % WIDTH[level])))
  const inner = spans.map(
    ({ pos, end }) =>
      sql`select id, area_pos, area_end from area where tenant_id = ${tenant} and area_pos > ${pos} and area_pos <= ${end} and level not in ('unit', 'home')`,
  )
  const outer = sql`select id, area_pos, area_end from area where tenant_id = ${tenant} and area_pos = any(${starts}::bigint[])`
  return sql.join([outer, ...inner], sql` union `)
}

/** Who works where today, and these grids as one set of positions: computed once a question, compared with every row. */
function staffedToday(tenant: string, day: string, spans: readonly Span[] | undefined) {
  const areas = spans && areasOfWorkers(tenant, spans)
  const isToday = sql`p.tenant_id = ${tenant} and p.role = 'grid_worker' and p.ended_at is null and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date)`
  const from = areas
    ? sql`(${areas}) a join post p on p.area_id = a.id`
    : sql`post p cross join lateral (select area_pos, area_end from area where tenant_id = ${tenant} and id = p.area_id limit 1) a`
  return sql`workers as materialized (select p.account_id, a.area_pos, a.area_end from ${from} where ${isToday}),
      staffed as materialized (
        select coalesce(range_agg(int8range(area_pos, area_end, '[]')), '{}') as spans from workers)`
}
/** Somebody works the grid today. Where nobody does, the desk is shown the matter: it never waits in silence. */
const STAFFED = sql<SqlBool>`m.area_pos <@ (select spans from staffed)`

/** It was handed to this person, to his agency or to his desk. */
function ledBy(actor: Actor): Expression<SqlBool> {
  const agencies = actor.posts.flatMap((post) => post.agencyId ?? [])
  const areas = actor.posts
    .filter((post) => (DESKS as readonly string[]).includes(post.role))
    .map((post) => post.areaId)
  return sql<SqlBool>`(m.agency_id = any (${agencies}::uuid[]) or m.desk_area_id = any (${areas}::uuid[]) or m.leader_id = ${actor.id})`
}

const WITH_GRID = sql<SqlBool>`m.agency_id is null and m.desk_area_id is null and m.leader_id is null`
/** Two agencies have returned it and nobody has ruled yet. */
const UNRULED = sql<SqlBool>`m.state = 'reported' and m.returns >= 2 and not m.ruled`
/** Somebody who answers for the area has to say that he saw how late it was. */
const UNSEEN = sql<SqlBool>`m.state = 'finished' and m.late_times > m.acknowledged`

/**
 * What waits for this very person: a grid worker's new and running matters, a desk's checks and gaps, a clerk's orders,
 * a leader's rulings and late ones.
 */
function mine(actor: Actor): Expression<SqlBool> {
  const field = inside(spansOf(actor, 'grid_worker'))
  const desk = inside(spansOf(actor, ...DESKS))
  const leader = inside(spansOf(actor, ...LEADERS))
  const referee = inside(spansOf(actor, ...REFEREES))
  const led = ledBy(actor)
  const handless = sql<SqlBool>`not ${actor.id} = any (m.hands)`
  // A case and not alternatives: PostgreSQL would look for each alternative's state in all grids.
  return sql<SqlBool>`(${OPEN} and case m.state
    when 'reported' then ${field} or (${desk} and ((m.returns > 0 and not (${UNRULED})) or not ${STAFFED})) or (${referee} and ${UNRULED})
    when 'dispatched' then ${led}
    when 'handling' then (${field} and ${WITH_GRID}) or m.handler_id = ${actor.id} or ${led}
    when 'finished' then ${handless} and case when ${UNSEEN} then ${leader} else ${desk} end end)`
}

/** So long a pause is looked at by those who supervise. */
const PAUSED_LONG_DAYS = 7

function viewOf(view: View, actor: Actor, now: Date): Expression<SqlBool> {
  switch (view) {
    case 'mine':
      return mine(actor)
    case 'open':
      return OPEN
    case 'due':
      return sql<SqlBool>`(${OPEN} and m.warn_at <= ${now})`
    case 'overdue':
      return sql<SqlBool>`(${OPEN} and m.due_at <= ${now})`
    case 'check':
      return sql<SqlBool>`m.state = 'finished'`
    case 'reopened':
      return sql<SqlBool>`(${OPEN} and m.round > 1)`
    case 'waiting':
      return sql<SqlBool>`m.state in ('finished', 'replied')`
    case 'dispatch':
      return sql<SqlBool>`(${OPEN} and (m.state = 'reported' or (m.state = 'handling' and m.desk_area_id is not null)))`
    case 'returned':
      return sql<SqlBool>`(${OPEN} and m.returns > 1)`
    case 'paused':
      return sql<SqlBool>`(m.state = 'paused' and m.changed_at <= ${new Date(now.getTime() - PAUSED_LONG_DAYS * 86_400_000)})`
    case 'urged':
      return sql<SqlBool>`(${OPEN} and (m.urged > 0 or m.urgency <> 'plain'))`
    case 'all':
      return sql<SqlBool>`true`
  }
}

/** The queue is what the actor's posts open; a narrower area is cut out of it, one outside it is missing. */
export function scope(actor: Actor, area: { area_pos: number; area_end: number } | undefined): readonly Span[] {
  if (!area) return actor.spans
  const inner = actor.spans.find((span) => covers(span, area.area_pos) && covers(span, area.area_end))
  if (inner) return [{ pos: area.area_pos, end: area.area_end }]
  const cut = actor.spans.filter((span) => area.area_pos <= span.pos && span.end <= area.area_end)
  if (cut.length === 0) throw new Problem(doorProblems.missing)
  return cut
}

/** Only what is open has a deadline; among other matters the order is always the newest first. */
const hasDeadlines = ({ view, state }: Asked): boolean =>
  state ? IN_HAND.includes(state) : view !== 'all' && view !== 'waiting'

/** Inside the intervals, or handed to the reader one by one. */
const within = (spans: readonly Span[], actor: Actor, wideFrom?: 'district'): Expression<SqlBool> =>
  actor.ids.length > 1
    ? sql<SqlBool>`(${inside(spans, wideFrom)} or m.id = any (${[...actor.ids]}::uuid[]))`
    : inside(spans, wideFrom)

const EXACT_UP_TO = 1_000
const NEVER = new Date('9999-12-31T00:00:00Z')

export const writeCursor = ({ sorted_at, id }: { sorted_at: Date | null; id: string }): string =>
  cursorAt({ at: sorted_at ?? NEVER, id })

/** What the question names besides its view. Days are days in Shanghai. */
const narrowedBy = (asked: Asked): Expression<SqlBool>[] => [
  ...(asked.gridId ? [sql<SqlBool>`m.grid_id = ${asked.gridId}`] : []),
  ...(asked.state ? [sql<SqlBool>`m.state = ${asked.state}`] : []),
  ...(asked.kind ? [sql<SqlBool>`m.kind = ${asked.kind}`] : []),
  ...(asked.agencyId ? [sql<SqlBool>`m.agency_id = ${asked.agencyId}`] : []),
  ...(asked.way ? [sql<SqlBool>`m.way = ${asked.way}`] : []),
  ...(asked.urgency ? [sql<SqlBool>`m.urgency = ${asked.urgency}`] : []),
  ...(asked.level !== undefined ? [sql<SqlBool>`m.level = ${asked.level}`] : []),
  ...(asked.since ? [sql<SqlBool>`m.reported_at >= ${localInstant(asked.since)}`] : []),
  ...(asked.until ? [sql<SqlBool>`m.reported_at < ${new Date(localInstant(asked.until).getTime() + 86_400_000)}`] : []),
]

/** Words are looked for among what was reported within so many days, and besides among all that is still open. */
const FOUND_WITHIN_DAYS = 366

/** From which day on words are looked for; null where all that could be meant was looked through. */
export function lookedFrom(asked: Asked, day: string): string | null {
  if (!asked.find || numbersIn(asked.find, Number(day.slice(0, 4))) || hasDeadlines(asked)) return null
  const last = asked.until && asked.until < day ? asked.until : day
  const bound = localDay(new Date(localInstant(last).getTime() - FOUND_WITHIN_DAYS * 86_400_000))
  return asked.since && asked.since > bound ? asked.since : bound
}

/**
 * Up to a thousand matters that somebody's words name: by number through the index, by words within a year and among
 * what is open. An index of words would not be used: under row-level security PostgreSQL compares words only after the
 * reader's area, since LIKE is not leakproof. For the same reason nobody finds out what lies outside his.
 */
function found(asked: Asked, day: string, matches: Expression<unknown>, order: Expression<unknown>) {
  if (!asked.find) return undefined
  const numbers = numbersIn(asked.find, Number(day.slice(0, 4)))
  const rows = (more: Expression<SqlBool>) => sql`select m.* from matter m where ${matches} and ${more}`
  const from = lookedFrom(asked, day)
  const says = numbers ? sql<SqlBool>`m.no = any (${numbers}::text[])` : saysAll(wordsIn(asked.find))
  const within = from ? sql<SqlBool>`m.reported_at >= ${localInstant(from)} and ${says}` : says
  const older =
    from && asked.view === 'all' && !asked.until && !asked.since
      ? sql` union all ${rows(sql<SqlBool>`${OPEN} and m.reported_at < ${localInstant(from)} and ${says}`)}`
      : sql``
  return sql`hits as materialized (
        select m.* from (${rows(within)}${older}) m order by ${order} limit ${EXACT_UP_TO + 1}
      ), `
}

export async function listMatters(tx: Tx, actor: Actor, asked: Asked, spans: readonly Span[], now: Date, day: string) {
  const whole = asked.areaId === undefined
  const cursor = placeAfter(asked.after)
  const wideFrom = asked.find && !numbersIn(asked.find, Number(day.slice(0, 4))) ? 'district' : undefined
  const where = [
    sql`m.tenant_id = ${actor.tenant}`,
    whole ? within(spans, actor, wideFrom) : inside(spans, wideFrom),
    viewOf(asked.view, actor, now),
  ]
  const narrowed = sql.join([...where, ...narrowedBy(asked)], sql` and `)
  const byDue = asked.sort === 'due' && hasDeadlines(asked)
  const key = byDue ? sql`m.due_at` : sql`m.reported_at`
  const order = byDue ? sql`m.due_at nulls last, m.id` : sql`m.reported_at desc, m.id desc`
  const onward = !cursor
    ? sql`true`
    : byDue
      ? sql`(coalesce(m.due_at, ${NEVER}), m.id) > (${cursor.at}, ${cursor.id}::uuid)`
      : sql`(m.reported_at, m.id) < (${cursor.at}, ${cursor.id}::uuid)`
  const hits = found(asked, day, narrowed, order)
  const from = hits ? sql`hits m where m.tenant_id = ${actor.tenant}` : sql`matter m where ${narrowed}`
  return tx.all(
    sql<ListedRow>`
      with ${staffedToday(actor.tenant, day, whole && actor.ids.length > 1 ? undefined : spans)}, ${hits ?? sql``}page as (
        select m.*, ${key} as sorted_at from ${from} and ${onward} order by ${order} limit ${asked.limit + 1}
      ), total as materialized (
        select count(*)::int as n from (select 1 from ${from} limit ${EXACT_UP_TO + 1}) counted
      )
      select ${SHOWN}, (select n from total) as total,
        (select c.started_at from matter_clock c where c.tenant_id = ${actor.tenant} and c.matter_id = m.id and c.kind = m.clock and c.stopped_at is null limit 1) as started_at,
        (select f.id from file f where f.tenant_id = ${actor.tenant} and f.subject_id = m.id and f.purpose <> 'voice' order by f.id limit 1) as cover,
        worker.name as worker_name,
        ${STAFFED} as staffed
      from page m
        join matter_kind kind on kind.tenant_id = ${actor.tenant} and kind.code = m.kind
        left join lateral (${areaOf(actor.tenant, sql`m.grid_id`)}) grid on true
        left join lateral (${areaOf(actor.tenant, sql`case when grid.parent_id is null then m.area_id else grid.parent_id end`)}) community on true
        left join lateral (${areaOf(actor.tenant, sql`m.desk_area_id`)}) desk on true
        left join lateral (select g.name, g.name_en from agency g where g.tenant_id = ${actor.tenant} and g.id = m.agency_id limit 1) agency on true
        left join lateral (${accountOf(actor.tenant, sql`m.handler_id`)}) handler on true
        left join lateral (${accountOf(actor.tenant, sql`m.leader_id`)}) leader on true
        left join lateral (
          select w.account_id from workers w where m.state = 'reported' and m.area_pos between w.area_pos and w.area_end
          order by w.area_pos desc, w.account_id limit 1) nearest on true
        left join lateral (${accountOf(actor.tenant, sql`nearest.account_id`)}) worker on true
      order by ${order}`,
  )
}

/**
 * One look by key for each row of a page: as a plain join PostgreSQL reads every area there is for it. The key may be a
 * case but neither coalesce() nor a question of its own: under row-level security PostgreSQL takes these for functions
 * that may tell what they see, compares them after the policy, and reads the whole table.
 */
const areaOf = (tenant: string, id: Expression<unknown>) =>
  sql`select a.name, a.name_en, a.parent_id from area a where a.tenant_id = ${tenant} and a.id = ${id} limit 1`

const accountOf = (tenant: string, id: Expression<unknown>) =>
  sql`select a.name from account a where a.tenant_id = ${tenant} and ${id} is not null and a.id = ${id} limit 1`

const SHOWN = sql`m.id, m.no, m.state, m.version, m.round, m.kind, m.title, m.address, m.grid_id, m.area_pos, m.hands, m.handler_id, m.agency_id, m.desk_area_id, m.leader_id, m.helpers, m.returns, m.ruled, m.late_times, m.acknowledged, m.level, m.way, m.urgency, m.urged, m.same_as, m.answered_at, m.reporter_phone is not null as reachable,
        m.reported_at, m.changed_at, m.photos, m.emergency, m.clock, m.warn_at, m.due_at, m.sorted_at, m.tenant_id,
        kind.zh as kind_zh, kind.en as kind_en, grid.name as grid_name, grid.name_en as grid_name_en, community.name as community_name, community.name_en as community_name_en,
        desk.name as desk_name, desk.name_en as desk_name_en, handler.name as handler_name, leader.name as leader_name, agency.name as agency_name, agency.name_en as agency_name_en`

export type ListedRow = {
  id: string
  no: string
  state: MatterState
  version: number
  round: number
  kind: string
  title: string
  address: string
  grid_id: string | null
  area_pos: number
  hands: string[]
  agency_id: string | null
  desk_area_id: string | null
  leader_id: string | null
  helpers: string[]
  returns: number
  ruled: boolean
  late_times: number
  acknowledged: number
  level: number
  way: (typeof WAYS)[number]
  urgency: (typeof URGENCIES)[number]
  urged: number
  same_as: string | null
  agency_name: string | null
  agency_name_en: string | null
  answered_at: Date | null
  reachable: boolean
  handler_id: string | null
  reported_at: Date
  changed_at: Date
  photos: number
  emergency: '110' | '119' | '120' | null
  clock: ClockKind | null
  warn_at: Date | null
  due_at: Date | null
  sorted_at: Date | null
  tenant_id: string
  kind_zh: string
  kind_en: string
  grid_name: string | null
  grid_name_en: string | null
  community_name: string | null
  community_name_en: string | null
  desk_name: string | null
  desk_name_en: string | null
  leader_name: string | null
  handler_name: string | null
  worker_name: string | null
  total: number
  started_at: Date | null
  cover: string | null
  staffed: boolean
}

export const TOTAL_LIMIT = EXACT_UP_TO

export type Counts = {
  mine: number
  due: number
  check: number
  reopened: number
  waiting: number
  dispatch: number
  overdue: number
  returned: number
  paused: number
  urged: number
  open: number
  done_today: number
}

export async function countMatters(
  tx: Tx,
  actor: Actor,
  spans: readonly Span[],
  now: Date,
  day: string,
  dayStart: Date,
): Promise<Counts> {
  const counted = (view: View) => sql`count(*) filter (where ${viewOf(view, actor, now)})::int`
  const { tenant } = actor
  const seen = spans === actor.spans ? within(spans, actor) : inside(spans)
  const row = await tx.first(
    sql<Counts>`with ${staffedToday(tenant, day, actor.ids.length > 1 ? undefined : spans)}
      select ${counted('mine')} as mine, ${counted('due')} as due, ${counted('check')} as "check", ${counted('reopened')} as reopened,
        ${counted('dispatch')} as dispatch, ${counted('overdue')} as overdue, ${counted('returned')} as returned, ${counted('paused')} as paused, ${counted('urged')} as urged,
        (select count(*)::int from (
          select 1 from matter m where m.tenant_id = ${tenant} and ${seen} and m.state in ('finished', 'replied') limit ${EXACT_UP_TO}) waiting) as waiting,
        count(*)::int as open,
        (select count(*)::int from (
          select 1 from matter_step s where s.tenant_id = ${tenant} and s.actor_id = ${actor.id} and s.at >= ${dayStart} and s.move in ('finish', 'verify') limit ${EXACT_UP_TO}) done) as done_today
      from matter m where m.tenant_id = ${tenant} and ${seen} and ${OPEN}`,
  )
  return row!
}
