// Counts over a period and an area, each in one statement; rates are made where they are shown, from counts that are shown too.
import { type SqlBool, sql } from 'kysely'
import { holds } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { matter } from '../contract.ts'
import { READERS } from '../leads.ts'
import { IN_HAND } from '../lifecycle.ts'
import { scope } from '../lists.ts'

const COUNTS = holds(...READERS)

type Counted = { received: number; finished: number }
type Total = Counted &
  Record<
    | 'kept'
    | 'late'
    | 'onTheSpot'
    | 'declined'
    | 'returned'
    | 'ruled'
    | 'paused'
    | 'raised'
    | 'merged'
    | 'withdrawn'
    | 'reopened'
    | 'asked'
    | 'answered'
    | 'solved'
    | 'starred'
    | 'satisfied'
    | 'unanswered'
    | 'l0'
    | 'l1'
    | 'l2'
    | 'l3',
    number
  >

const inHand = sql.join(IN_HAND.map((state) => sql.lit(state)))
/** Replied to and not open again; of one that was joined to another, the other counts. */
const FINISHED = sql<SqlBool>`coalesce(case when m.merged_into is null then m.replied_at is not null and m.state not in (${inHand})
  else into_.replied_at is not null and into_.state not in (${inHand}) end, false)`

const totals = (tx: Tx, tenant: string, from: ReturnType<typeof matters>) =>
  tx.first(sql<Total>`
    select count(*)::int as received, count(*) filter (where ${FINISHED})::int as finished,
      count(*) filter (where ${FINISHED} and m.late_times = 0)::int as kept, count(*) filter (where m.late_times > 0)::int as late,
      count(*) filter (where exists (select 1 from matter_step s where s.tenant_id = ${tenant} and s.matter_id = m.id and s.move = 'record'))::int as "onTheSpot",
      count(*) filter (where m.level = 0)::int as l0, count(*) filter (where m.level = 1)::int as l1,
      count(*) filter (where m.level = 2)::int as l2, count(*) filter (where m.level = 3)::int as l3,
      count(*) filter (where m.state = 'declined' or (m.state = 'archived' and exists (select 1 from matter_step s where s.tenant_id = ${tenant} and s.matter_id = m.id and s.move = 'decline')))::int as declined,
      count(*) filter (where m.returns > 0)::int as returned, count(*) filter (where m.ruled)::int as ruled,
      count(*) filter (where exists (select 1 from matter_pause p where p.tenant_id = ${tenant} and p.matter_id = m.id))::int as paused,
      count(*) filter (where m.raised_at is not null)::int as raised, count(*) filter (where m.merged_into is not null)::int as merged,
      count(*) filter (where exists (select 1 from matter_step s where s.tenant_id = ${tenant} and s.matter_id = m.id and s.move = 'withdraw'))::int as withdrawn,
      count(*) filter (where m.round > 1)::int as reopened,
      count(*) filter (where m.asked)::int as asked, count(*) filter (where m.asked and (m.solved is not null or m.round > 1))::int as answered,
      count(*) filter (where m.asked and m.solved and m.round = 1)::int as solved,
      count(*) filter (where m.satisfaction is not null)::int as starred, count(*) filter (where m.satisfaction >= 4)::int as satisfied,
      count(*) filter (where m.lapsed)::int as unanswered
    from ${from}`)

/** Matters of a period inside an area, with what they were merged into. Days are days in Shanghai. */
function matters(tenant: string, spans: readonly { pos: number; end: number }[], from: string, to: string) {
  const inside = sql.join(
    spans.map((span) => sql`m.area_pos between ${span.pos} and ${span.end}`),
    sql` or `,
  )
  return sql`(select m.*, m.way = 'scan' and m.replied_at is not null and m.merged_into is null as asked from matter m
      where m.tenant_id = ${tenant} and (${spans.length ? inside : sql`false`})
        and m.reported_at >= ${from}::timestamp at time zone 'Asia/Shanghai'
        and m.reported_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai') m
    left join matter into_ on into_.tenant_id = ${tenant} and into_.id = m.merged_into`
}

const COUNTED = sql`count(*)::int as received, count(*) filter (where ${FINISHED})::int as finished`

export const figures = operation(matter.figures, {
  permit: [COUNTS],
  async run({ input, tx, actor, now }) {
    const { tenant } = actor
    const area = input.areaId ? await areaById(tx, tenant, input.areaId) : undefined
    if (input.areaId && !area) throw new Problem(doorProblems.missing)
    const today = localDay(now)
    const to = [input.to, today].sort()[0]!
    const spans = scope(actor, area)
    const from = matters(tenant, spans, input.from, to)
    const parent = area?.id ?? actor.posts.find((post) => COUNTS.mayEver({ ...actor, posts: [post] }))!.areaId
    const named = area ?? (await areaById(tx, tenant, parent))
    const [total, months, kinds, areas, ways] = await Promise.all([
      totals(tx, tenant, from),
      tx.all(sql<Counted & { month: string }>`
        select to_char(m.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, ${COUNTED} from ${from} group by 1 order by 1`),
      tx.all(sql<Counted & { kind: string; zh: string; en: string }>`
        select m.kind, kind.zh, kind.en, ${COUNTED} from ${from} join matter_kind kind on kind.tenant_id = ${tenant} and kind.code = m.kind
        group by m.kind, kind.zh, kind.en order by received desc, m.kind`),
      tx.all(sql<Counted & { id: string; name: string; nameEn: string }>`
        select a.id, a.name, a.name_en as "nameEn", count(m.id)::int as received, count(m.id) filter (where ${FINISHED})::int as finished
        from area a left join ${from} on m.area_pos between a.area_pos and a.area_end
        where a.tenant_id = ${tenant} and a.parent_id = ${parent} and a.valid_to is null and a.level in ('subdistrict', 'community', 'grid')
        group by a.id, a.name, a.name_en, a.area_pos order by a.area_pos`),
      tx.all(
        sql<{
          way: string
          received: number
        }>`select m.way, count(*)::int as received from ${from} group by 1 order by 2 desc, 1`,
      ),
    ])
    const { l0, l1, l2, l3, ...counts } = total!
    return {
      from: input.from,
      to,
      ...{ areaName: named!.name, areaNameEn: named!.name_en },
      total: { ...counts, levels: [l0, l1, l2, l3] },
      ...{ months, kinds, areas, ways },
    }
  },
})
