// Three answers to "does this row exist for this person": the actor's spans, row-level security, and the tree by parent links.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Actor, covers, type Post, scopeOf, seenBy } from '#kernel/access.ts'
import type { Street } from '#test/street.ts'
import { READERS, STAFF } from './expected/roles.ts'

export type Row = { readonly id: string; readonly tenant: string; readonly area: string; readonly pos: number }
type Area = { id: string; tenant: string; parent: string | null; level: string; pos: number; end: number }
export type Forest = { readonly areas: readonly Area[]; readonly byId: ReadonlyMap<string, Area> }

/** mulberry32: the same numbers for the same seed, so that a red run can be looked at again. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!

/** An area of any level, each level as often as the others: there are thousands of homes and two districts. */
function anyArea(areas: readonly Area[], levels: readonly string[], random: () => number): Area {
  const level = pick(levels, random)
  return pick(
    areas.filter((area) => area.level === level),
    random,
  )
}
const UPPER = ['district', 'subdistrict', 'community', 'grid', 'building']

export async function forestOf(owner: pg.Pool): Promise<Forest> {
  const { rows } = await owner.query<Area>(
    'select id, tenant_id as tenant, parent_id as parent, level, area_pos as pos, area_end as "end" from area',
  )
  return { areas: rows, byId: new Map(rows.map((area) => [area.id, area])) }
}

/** Matters in both tenants, some in every grid, the rest anywhere in the tree; each with a clock, a step and a file. */
export async function scatterMatters(
  { owner }: Street,
  { areas }: Forest,
  count: number,
  random: () => number,
): Promise<Row[]> {
  const grids = areas.filter((area) => area.level === 'grid')
  const rows = Array.from({ length: count }, (_, at): Row => {
    const area = grids[at] ?? anyArea(areas, [...UPPER, 'unit', 'home'], random)
    return { id: randomUUID(), tenant: area.tenant, area: area.id, pos: area.pos }
  })
  const given = [JSON.stringify(rows)]
  const from = `from jsonb_to_recordset($1) as x (id uuid, tenant uuid, area uuid, pos bigint)`
  await owner.query(
    `insert into matter (tenant_id, id, no, state, kind, way, words, title, area_id, area_pos, address, reported_at, changed_at)
     select x.tenant, x.id, 'T-' || x.id, 'reported', '0305', 'desk', '音响太响', '音响太响', x.area, x.pos, '', now(), now() ${from}`,
    given,
  )
  await owner.query(
    `insert into matter_clock (tenant_id, id, matter_id, area_pos, round, kind, counting, limit_minutes, basis, started_at, warn_at, due_at, provisional)
     select x.tenant, x.id, x.id, x.pos, 1, 'take', 'always', 30, '', now(), now(), now(), false ${from}`,
    given,
  )
  await owner.query(
    `insert into matter_step (tenant_id, id, matter_id, area_pos, round, move, at, by) select x.tenant, x.id, x.id, x.pos, 1, 'report', now(), 'staff' ${from}`,
    given,
  )
  await owner.query(
    `insert into file (tenant_id, id, subject_id, area_pos, purpose, mime, bytes, width, height, sha256, made_by, made_at)
     select x.tenant, x.id, x.id, x.pos, 'reported', 'image/jpeg', 1, 1, 1, '', x.id, now() ${from}`,
    given,
  )
  return rows
}

/** Somebody with none to five posts of any role at any level of his tenant, and now and then a row assigned by id. */
export function anyActor(forest: Forest, rows: readonly Row[], random: () => number): Actor {
  const tenant = pick([...new Set(rows.map((row) => row.tenant))], random)
  const mine = forest.areas.filter((area) => area.tenant === tenant)
  const posts = Array.from({ length: Math.floor(random() * 6) }, (): Post => {
    const area = anyArea(mine, UPPER, random)
    const role = random() < 0.7 ? pick(READERS, random) : pick(STAFF, random)
    return {
      id: randomUUID(),
      role,
      areaId: area.id,
      areaName: '',
      level: area.level,
      pos: area.pos,
      end: area.end,
      standsIn: false,
      agencyId: null,
    }
  })
  const id = randomUUID()
  // Ids of another tenant's rows are assigned too: they must open nothing.
  const assigned = random() < 0.3 ? Array.from({ length: 3 }, () => pick(rows, random).id) : []
  return { kind: 'staff', id, tenant, name: '', lang: 'zh', posts, spans: seenBy(posts), ids: [id, ...assigned] }
}

/** As the door sees it. */
export const bySpans = (actor: Actor, rows: readonly Row[]): Set<string> =>
  new Set(
    rows
      .filter((row) => row.tenant === actor.tenant)
      .filter((row) => actor.ids.includes(row.id) || actor.spans.some((span) => covers(span, row.pos)))
      .map((row) => row.id),
  )

/** By nothing but parents, the posts' own areas, and the seven roles that open their area. */
export function byParents(actor: Actor, rows: readonly Row[], { byId }: Forest): Set<string> {
  const open = new Set(
    actor.posts.filter((post) => (READERS as readonly string[]).includes(post.role)).map((post) => post.areaId),
  )
  const inside = (area: string | null): boolean => area !== null && (open.has(area) || inside(byId.get(area)!.parent))
  return new Set(
    rows
      .filter((row) => row.tenant === actor.tenant && (actor.ids.includes(row.id) || inside(row.area)))
      .map((row) => row.id),
  )
}

const GUARDED = { matter: 'id', matter_clock: 'matter_id', matter_step: 'matter_id', file: 'subject_id' } as const
export type Guarded = keyof typeof GUARDED
export const GUARDED_TABLES = Object.keys(GUARDED) as Guarded[]

/** As the server's login sees it through row-level security, with no condition of its own. */
export async function byDatabase(client: pg.ClientBase, actor: Actor, table: Guarded): Promise<Set<string>> {
  await client.query('begin')
  await client.query('select set_scope($1, $2, $3, $4, $5)', [...scopeOf(actor)])
  const { rows } = await client.query<{ id: string }>(`select ${GUARDED[table]} as id from ${table}`)
  await client.query('rollback')
  return new Set(rows.map((row) => row.id))
}

export const apart = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [
  ...[...a].filter((id) => !b.has(id)),
  ...[...b].filter((id) => !a.has(id)),
]
