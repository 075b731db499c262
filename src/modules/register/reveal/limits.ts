// How many households a day somebody may open, and how many whole numbers he may look up: rows, and what holds without one.
import type { Actor, Role } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { type LimitKind, type LimitRow, limitRows, spend, spentOn } from './store.ts'
import { registerProblems } from './words.ts'

export const LIMITED = ['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff'] as const
export type Limited = (typeof LIMITED)[number]

/**
 * Households: a worker on foot does not reach more doors in a day. Whole numbers: a tail is shown, so a phone has ten
 * thousand candidates; 200 tries a day leave it as good as unknown (reliability A4: less than a bit recovered).
 */
const USUAL: Readonly<Record<Limited, Readonly<Record<LimitKind, number>>>> = {
  grid_worker: { households: 60, numbers: 60 },
  community_staff: { households: 60, numbers: 200 },
  community_head: { households: 60, numbers: 200 },
  subdistrict_staff: { households: 60, numbers: 200 },
}

export const limitOf = (rows: readonly LimitRow[], role: Limited, kind: LimitKind) =>
  rows.find((row) => row.role === role && row.kind === kind) ?? { most: USUAL[role][kind], version: 0 }

/** The largest that one of his posts gives him; 0 without such a post. */
export function mostFor(rows: readonly LimitRow[], roles: readonly Role[], kind: LimitKind): number {
  const his = LIMITED.filter((role) => roles.includes(role)).map((role) => limitOf(rows, role, kind).most)
  return Math.max(0, ...his)
}

const rolesOf = (actor: Actor): Role[] => actor.posts.map((post) => post.role)

/** Counts up by `n`, or stops hard: what was over the day's number is neither answered nor kept. Returns what is left. */
export async function spendOrStop(tx: Tx, actor: Actor, kind: LimitKind, n: number, now: Date): Promise<number> {
  const most = mostFor(await limitRows(tx, actor.tenant), rolesOf(actor), kind)
  const spent = await spend(tx, actor.tenant, actor.id, localDay(now), kind, n)
  if (spent > most) throw new Problem(registerProblems[kind === 'households' ? 'dayUsed' : 'lookUpsUsed'], { most })
  return most - spent
}

export async function leftToday(tx: Tx, actor: Actor, kind: LimitKind, now: Date): Promise<number> {
  const most = mostFor(await limitRows(tx, actor.tenant), rolesOf(actor), kind)
  return Math.max(0, most - (await spentOn(tx, actor.tenant, actor.id, localDay(now), kind)))
}
