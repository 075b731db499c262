// Many matters at once, written past the door: every state and kind, in many months, with words that must never be seen outside.
import { matterLife } from '#modules/matter/lifecycle.ts'
import type { Street } from '#test/street.ts'

const DAY_MS = 86_400_000
/** Of every text that speaks of people, or that people wrote. */
export const CANARY = '鹦鹉'
/** What the phones of a crowd of fewer than a thousand begin with: eight figures, which no random number spells. */
export const phonesFrom = (first: number): string => `13987${String(first).slice(0, 3)}`

export type Grown = {
  readonly no: string
  readonly state: string
  readonly kind: string
  readonly public: boolean
  readonly reportedAt: number
  /** Of the last step that changed the state. */
  readonly changedAt: number
}

/** The same numbers for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let at = seed >>> 0
  return (below) => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((at / 2 ** 32) * below)
  }
}

const STATES = Object.keys(matterLife.states)
/** Written by hand: what the life calls a change of state, and two moves that are none. */
const LOUD = ['take', 'dispatch', 'sign', 'pause', 'resume', 'finish', 'verify', 'dispute', 'rate', 'merge', 'withdraw']
const QUIET = ['note', 'comment', 'archive', 'answer']

type Step = { matter: string; move: string; at: number }

type Kind = { readonly code: string; readonly public: boolean }
type Area = { readonly id: string; readonly pos: number }
type Span = { readonly until: Date; readonly days: number; readonly first: number }

function invent(count: number, kinds: readonly Kind[], areas: readonly Area[], { until, days, first }: Span) {
  const next = numbers(first)
  const grown: (Grown & { area: string; pos: number })[] = []
  const steps: Step[] = []
  for (let at = 0; at < count; at++) {
    const kind = kinds[next(kinds.length)]!
    const area = areas[next(areas.length)]!
    const reportedAt = until.getTime() - next(days * DAY_MS)
    const no = `LL-2026-${first + at}`
    let changedAt = reportedAt
    steps.push({ matter: no, move: 'report', at: reportedAt })
    for (let more = next(5); more > 0; more--) {
      const quiet = next(3) === 0
      const move = quiet ? QUIET[next(QUIET.length)]! : LOUD[next(LOUD.length)]!
      const when = Math.min(until.getTime(), reportedAt + next(20 * DAY_MS))
      steps.push({ matter: no, move, at: when })
      if (!quiet) changedAt = Math.max(changedAt, when)
    }
    const state = STATES[next(STATES.length)]!
    grown.push({ no, state, kind: kind.code, public: kind.public, reportedAt, changedAt, area: area.id, pos: area.pos })
  }
  return { grown, steps }
}

/** Adds `count` matters to the tenant that end at `until`, spread over `days`; numbered LL-2026-`first` and on. */
export async function grow(
  street: { readonly tenant: string; readonly owner: Pick<Street['owner'], 'query'> },
  count: number,
  { tenant = street.tenant, ...span }: Span & { readonly tenant?: string },
): Promise<Grown[]> {
  const kinds = (
    await street.owner.query<Kind>('select code, public from matter_kind where tenant_id = $1 order by code', [tenant])
  ).rows
  const areas = (
    await street.owner.query<Area>(
      `select id, area_pos as pos from area where tenant_id = $1 and level in ('grid', 'building', 'unit', 'home') and valid_to is null order by area_pos limit 3000`,
      [tenant],
    )
  ).rows
  const { grown, steps } = invent(count, kinds, areas, span)
  const instants = (list: readonly number[]) => list.map((one) => new Date(one).toISOString())
  await street.owner.query(
    `insert into matter (tenant_id, id, no, state, kind, way, words, title, area_id, area_pos, address, reply, lon, lat, reporter_name, reporter_phone, reported_at, changed_at)
     select $1, gen_random_uuid(), no, state, kind, 'scan', $2 || '话' || no, $2 || '题' || no, area, pos, $2 || '址' || no, $2 || '复' || no,
       115.60000001, 34.40000001, convert_to($2 || '名' || no, 'UTF8'), convert_to('13987' || right(no, 6), 'UTF8'), at, at
     from unnest($3::text[], $4::text[], $5::text[], $6::uuid[], $7::bigint[], $8::timestamptz[]) as x(no, state, kind, area, pos, at)`,
    [
      tenant,
      CANARY,
      grown.map((one) => one.no),
      grown.map((one) => one.state),
      grown.map((one) => one.kind),
      grown.map((one) => one.area),
      grown.map((one) => one.pos),
      instants(grown.map((one) => one.reportedAt)),
    ],
  )
  await street.owner.query(
    `insert into matter_step (tenant_id, id, matter_id, area_pos, round, move, at, by, actor_name, text, detail)
     select $1, gen_random_uuid(), m.id, m.area_pos, 1, x.move, x.at, 'staff', $2 || '员', $2 || '步' || x.no, jsonb_build_object('said', $2 || '细' || x.no)
     from unnest($3::text[], $4::text[], $5::timestamptz[]) as x(no, move, at) join matter m on m.tenant_id = $1 and m.no = x.no`,
    [
      tenant,
      CANARY,
      steps.map((one) => one.matter),
      steps.map((one) => one.move),
      instants(steps.map((one) => one.at)),
    ],
  )
  await street.owner.query(
    `insert into matter_clock (tenant_id, id, matter_id, area_pos, round, kind, counting, limit_minutes, basis, started_at, warn_at, due_at, provisional, stopped_at)
     select $1, gen_random_uuid(), m.id, m.area_pos, 1, clock.kind, 'always', 60, $2 || '据', m.reported_at, m.reported_at, m.reported_at + interval '1 hour', false, m.reported_at
     from matter m, unnest(array['take', 'finish']) as clock (kind) where m.tenant_id = $1 and m.no = any ($3::text[])`,
    [tenant, CANARY, grown.map((one) => one.no)],
  )
  await street.owner.query('analyze matter, matter_step, matter_clock')
  return grown.map(({ area: _, pos: __, ...shown }) => shown)
}
