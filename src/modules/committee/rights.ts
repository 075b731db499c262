// Who keeps committees: the justice desk of subdistrict and district; a community's head keeps who sits in its own.
import { type Actor, type Role, works } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { lockCommittee, lockMediator } from './store.ts'

const DESK: readonly Role[] = ['district_staff', 'subdistrict_staff']
export const keeps = works(...DESK)
export const seats = works(...DESK, 'community_head')
/** They write down a complaint about a mediator. */
export const hears = works('community_staff', 'community_head', ...DESK)

export const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
export const committeeLocked = (input: { id: string }, tx: Tx, actor: Actor) =>
  lockCommittee(tx, actor.tenant, input.id)
export const mediatorLocked = (input: { mediatorId: string }, tx: Tx, actor: Actor) =>
  lockMediator(tx, actor.tenant, input.mediatorId)

/** The interval asked about: an area of the district, or all of it. */
export async function spanOf(tx: Tx, actor: Actor, areaId: string | undefined) {
  const area = areaId ? await areaById(tx, actor.tenant, areaId) : undefined
  if (areaId && !area) throw new Problem(doorProblems.missing)
  return { area, span: area ? { pos: area.area_pos, end: area.area_end } : { pos: 0, end: Number.MAX_SAFE_INTEGER } }
}
