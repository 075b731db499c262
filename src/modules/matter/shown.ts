// What strangers may see of matters: of a public kind, its number, kind, state, place and times. No word, name or photo is read here.
import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#kernel/database.ts'
import { type KindRow, rowsOf } from './kinds.ts'
import { IN_HAND, type MatterState, matterLife } from './lifecycle.ts'

export type ShownKind = Pick<
  KindRow,
  | 'code'
  | 'family'
  | 'zh'
  | 'en'
  | 'hint_zh'
  | 'hint_en'
  | 'public_zh'
  | 'public_en'
  | 'words'
  | 'limit_minutes'
  | 'counting'
  | 'retired_at'
  | 'changed_at'
>

/** Kinds that are public, retired ones too, since their matters are still shown; by code. */
export async function shownKinds(tx: Tx, tenant: string): Promise<ReadonlyMap<string, ShownKind>> {
  const { kinds } = await rowsOf(tx, tenant)
  return new Map([...kinds].filter(([, kind]) => kind.public))
}

/** Moves after which the state is another one: all that is told of the way. Being put away for good is no news. */
export const SHOWN_MOVES: readonly string[] = Object.entries(matterLife.moves)
  .filter(([name, { from, to }]) => name !== 'archive' && !(from as readonly (string | null)[]).includes(to))
  .map(([name]) => name)

/** Something is still promised. Once it is answered, declined, joined or taken back, nothing is. */
export const isInHand = (state: MatterState): boolean => IN_HAND.includes(state)

export type ShownMatter = {
  readonly no: string
  readonly state: MatterState
  readonly kind: string
  readonly areaPos: number
  readonly reportedAt: Date
  /** When its state was last another one. */
  readonly changedAt: Date
  /** By which step; known where changes were asked for. */
  readonly changedBy: string | null
  /** When it is to be finished; null until somebody has taken it. */
  readonly dueAt: Date | null
  readonly agencyZh: string | null
  readonly agencyEn: string | null
  /** The number of the matter it was joined to, where that is public too. */
  readonly into: string | null
  /** The place that was named, when it is one that everybody may enter: never a door. */
  readonly place: {
    readonly id: string
    readonly zh: string
    readonly en: string
    readonly lon: number
    readonly lat: number
    readonly pos: number
  } | null
}

/** Both ends included; with `after`, the id of a step, what was told up to that step is left out. */
export type Times = {
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  readonly after?: string | undefined
}
export type ShownAsked = {
  readonly nos?: readonly string[] | undefined
  readonly kinds?: readonly string[] | undefined
  readonly reported?: Times
  /** By when the state last changed, the earliest first; without it the newest report stands first. */
  readonly changed?: Times
  readonly inHand?: boolean | undefined
  readonly limit: number
  readonly offset: number
}

/** Written out, since an index of open matters is only used where the planner reads the same states. */
const OPEN = sql.join(IN_HAND.map((state) => sql.lit(state)))
const between = (column: ReturnType<typeof sql>, { from, to, after }: Times) => [
  ...(from ? [sql<SqlBool>`${column} >= ${from}`] : []),
  ...(from && after ? [sql<SqlBool>`(s.at, s.id) > (${from}, ${after}::uuid)`] : []),
  ...(to ? [sql<SqlBool>`${column} <= ${to}`] : []),
]

function conditions(tenant: string, kinds: readonly string[], asked: ShownAsked) {
  const { nos, inHand, reported = {} } = asked
  return [
    sql<SqlBool>`m.tenant_id = ${tenant}`,
    sql<SqlBool>`m.kind = any (${[...kinds]}::text[])`,
    ...(nos ? [sql<SqlBool>`m.no = any (${[...nos]}::text[])`] : []),
    ...(inHand === undefined
      ? []
      : [inHand ? sql<SqlBool>`m.state in (${OPEN})` : sql<SqlBool>`m.state not in (${OPEN})`]),
    ...between(sql`m.reported_at`, reported),
  ]
}

const PAGE = sql`m.id, m.no, m.state, m.kind, m.area_pos, m.place_id, m.agency_id, m.merged_into, m.reported_at`

/** One page of matters. By change, the last step of each is looked for from the time asked for on, so that no other row is read. */
function pageOf(tenant: string, kinds: readonly string[], asked: ShownAsked) {
  const where = sql.join(conditions(tenant, kinds, asked), sql` and `)
  const part = sql`limit ${asked.limit} offset ${asked.offset}`
  if (!asked.changed)
    return sql`select ${PAGE}, null::timestamptz as sorted_at, null::uuid as sorted_by
      from matter m where ${where} order by m.reported_at desc, m.id desc ${part}`
  const times = sql.join([sql<SqlBool>`s.tenant_id = ${tenant}`, ...between(sql`s.at`, asked.changed)], sql` and `)
  return sql`select ${PAGE}, s.at as sorted_at, s.id as sorted_by
    from matter_step s join matter m on m.tenant_id = ${tenant} and m.id = s.matter_id
    where ${times} and s.move = any (${[...SHOWN_MOVES]}::text[]) and ${where}
      and not exists (select 1 from matter_step later where later.tenant_id = ${tenant} and later.matter_id = s.matter_id
        and later.move = any (${[...SHOWN_MOVES]}::text[]) and (later.at, later.id) > (s.at, s.id))
    order by s.at, s.id ${part}`
}

type Row = {
  no: string
  state: MatterState
  kind: string
  area_pos: number
  reported_at: Date
  changed_at: Date | null
  sorted_by: string | null
  due_at: Date | null
  agency_zh: string | null
  agency_en: string | null
  into_no: string | null
  place_id: string | null
  place_zh: string
  place_en: string
  place_lon: number
  place_lat: number
  place_pos: number
}

const toShown = (row: Row): ShownMatter => ({
  ...{ no: row.no, state: row.state, kind: row.kind, areaPos: row.area_pos, reportedAt: row.reported_at },
  changedAt: row.changed_at ?? row.reported_at,
  changedBy: row.sorted_by,
  ...{ dueAt: row.due_at, agencyZh: row.agency_zh, agencyEn: row.agency_en, into: row.into_no },
  place: row.place_id
    ? {
        ...{ id: row.place_id, zh: row.place_zh, en: row.place_en },
        ...{ lon: row.place_lon, lat: row.place_lat, pos: row.place_pos },
      }
    : null,
})

/** Public matters that are asked for. Needs the sight of Linli itself: strangers see no row. */
export async function shownMatters(tx: Tx, tenant: string, asked: ShownAsked): Promise<ShownMatter[]> {
  const kinds = [...(await shownKinds(tx, tenant)).keys()]
  const wanted = kinds.filter((code) => !asked.kinds || asked.kinds.includes(code))
  if (wanted.length === 0) return []
  const rows = await tx.all(
    sql<Row>`with page as materialized (${pageOf(tenant, wanted, asked)})
      select page.no, page.state, page.kind, page.area_pos, page.reported_at, page.sorted_by,
        (select max(s.at) from matter_step s where s.tenant_id = ${tenant} and s.matter_id = page.id
          and s.move = any (${[...SHOWN_MOVES]}::text[])) as changed_at,
        (select max(c.due_at) from matter_clock c where c.tenant_id = ${tenant} and c.matter_id = page.id and c.kind = 'finish') as due_at,
        agency.name as agency_zh, agency.name_en as agency_en, other.no as into_no,
        p.id as place_id, p.name as place_zh, p.name_en as place_en, p.lon as place_lon, p.lat as place_lat, p.area_pos as place_pos
      from page
        left join agency on agency.tenant_id = ${tenant} and agency.id = page.agency_id
        left join matter other on other.tenant_id = ${tenant} and other.id = page.merged_into and other.kind = any (${kinds}::text[])
        left join place p on p.tenant_id = ${tenant} and p.id = page.place_id and p.kind <> 'door'
          and p.retired_at is null and p.lon is not null and p.lat is not null
      order by page.sorted_at, page.sorted_by, page.reported_at desc, page.id desc`,
  )
  return rows.map(toShown)
}

export type ShownStep = { readonly id: string; readonly no: string; readonly move: string; readonly at: Date }

/** Changes of state of public matters, the earliest first. Needs the sight of Linli itself. */
export async function shownSteps(
  tx: Tx,
  tenant: string,
  asked: Pick<ShownAsked, 'nos' | 'kinds' | 'limit' | 'offset'> & { readonly at: Times },
): Promise<ShownStep[]> {
  const kinds = [...(await shownKinds(tx, tenant)).keys()].filter((code) => !asked.kinds || asked.kinds.includes(code))
  if (kinds.length === 0) return []
  const where = sql.join(
    [
      sql<SqlBool>`s.tenant_id = ${tenant}`,
      sql<SqlBool>`s.move = any (${[...SHOWN_MOVES]}::text[])`,
      ...between(sql`s.at`, asked.at),
      ...conditions(tenant, kinds, { ...asked, reported: {} }),
    ],
    sql` and `,
  )
  return tx.all(
    sql<ShownStep>`select s.id, m.no, s.move, s.at from matter_step s join matter m on m.tenant_id = ${tenant} and m.id = s.matter_id
      where ${where} order by s.at, s.id limit ${asked.limit} offset ${asked.offset}`,
  )
}

export type Happened = { readonly matter: string; readonly move: string; readonly at: Date }
export type ToldStep = ShownStep & { readonly matter: string }

/** The steps that these moves left, of public matters alone. Needs the sight of Linli itself. */
export async function stepsOf(tx: Tx, tenant: string, moves: readonly Happened[]): Promise<ToldStep[]> {
  const kinds = [...(await shownKinds(tx, tenant)).keys()]
  return tx.all(
    sql<ToldStep>`select s.id, s.matter_id as matter, m.no, s.move, s.at
      from unnest(${moves.map((one) => one.matter)}::uuid[], ${moves.map((one) => one.move)}::text[], ${moves.map((one) => one.at.toISOString())}::timestamptz[]) as x (matter, move, at)
      join matter_step s on s.tenant_id = ${tenant} and s.matter_id = x.matter and s.move = x.move and s.at = x.at
      join matter m on m.tenant_id = ${tenant} and m.id = s.matter_id and m.kind = any (${kinds}::text[])
      order by s.at, s.id`,
  )
}
