// How many households a day somebody may open, how many whole numbers he may look up, how many files try: rows, and what holds without one.
import type { Actor, Role } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { type LimitKind, type LimitRow, limitRows, spend, spentOn } from './store.ts'
import { registerProblems } from './words.ts'

export const LIMITED = ['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff'] as const
/** A district's staff send files and open nobody. */
export const COUNTED_ROLES = [...LIMITED, 'district_staff'] as const
export type CountedRole = (typeof COUNTED_ROLES)[number]

/**
 * Households: a worker on foot does not reach more doors in a day. Whole numbers: a tail is shown, so a phone has ten
 * thousand candidates; 200 tries a day leave it as good as unknown (reliability A4: less than a bit recovered). Files: that of
 * ten thousand made-up numbers one is there, a dry run says; to know which takes fourteen of them, and an honest day has few.
 */
const USUAL: Readonly<Record<CountedRole, Readonly<Partial<Record<LimitKind, number>>>>> = {
  grid_worker: { households: 60, numbers: 60 },
  community_staff: { households: 60, numbers: 200, files: 30 },
  community_head: { households: 60, numbers: 200, files: 30 },
  subdistrict_staff: { households: 60, numbers: 200, files: 30 },
  district_staff: { files: 30 },
}

/** What is counted of a role at all. */
export const kindsOf = (role: CountedRole): LimitKind[] => Object.keys(USUAL[role]) as LimitKind[]

export const limitOf = (rows: readonly LimitRow[], role: CountedRole, kind: LimitKind) =>
  rows.find((row) => row.role === role && row.kind === kind) ?? { most: USUAL[role][kind] ?? 0, version: 0 }

/** The largest that one of his posts gives him; 0 without such a post. */
export function mostFor(rows: readonly LimitRow[], roles: readonly Role[], kind: LimitKind): number {
  const his = COUNTED_ROLES.filter((role) => roles.includes(role)).map((role) => limitOf(rows, role, kind).most)
  return Math.max(0, ...his)
}

const rolesOf = (actor: Actor): Role[] => actor.posts.map((post) => post.role)

const OVER = { households: 'dayUsed', numbers: 'lookUpsUsed', files: 'filesUsed' } as const satisfies Record<
  LimitKind,
  string
>

/** Counts up by `n`, or stops hard: what was over the day's number is neither answered nor kept. Returns what is left. */
export async function spendOrStop(tx: Tx, actor: Actor, kind: LimitKind, n: number, now: Date): Promise<number> {
  const most = mostFor(await limitRows(tx, actor.tenant), rolesOf(actor), kind)
  const spent = await spend(tx, actor.tenant, actor.id, localDay(now), kind, n)
  if (spent > most) throw new Problem(registerProblems[OVER[kind]], { most })
  return most - spent
}

export async function leftToday(tx: Tx, actor: Actor, kind: LimitKind, now: Date): Promise<number> {
  const most = mostFor(await limitRows(tx, actor.tenant), rolesOf(actor), kind)
  return Math.max(0, most - (await spentOn(tx, actor.tenant, actor.id, localDay(now), kind)))
}
