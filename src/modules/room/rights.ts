// Who keeps rooms: those who keep the printed codes of the area, its desk and its community.
import { type Actor, works } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { lockRoom, type RoomRow } from './store.ts'

export const keeps = works('system_admin', 'district_staff', 'subdistrict_staff', 'community_head', 'community_staff')

export const roomLocked = (input: { id: string }, tx: Tx, actor: Actor) => lockRoom(tx, actor.tenant, input.id)

export const canOf =
  (actor: Actor) =>
  (row: RoomRow): string[] =>
    keeps.allows(actor, row)
      ? ['change', 'setHours', 'setDay', 'setServices', 'setTools', 'lend', 'giveBack', 'close']
      : []

/** The interval asked about: an area of the district, or all of it. */
export async function spanOf(tx: Tx, actor: Actor, areaId: string | undefined) {
  const area = areaId ? await areaById(tx, actor.tenant, areaId) : undefined
  if (areaId && !area) throw new Problem(doorProblems.missing)
  return { area, span: area ? { pos: area.area_pos, end: area.area_end } : { pos: 0, end: Number.MAX_SAFE_INTEGER } }
}
