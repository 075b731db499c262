// Who keeps the sessions of an area, who sits in one, and who writes and reviews answers.
import { type Actor, allOf, holds, rule, works } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { areaById } from '#modules/area/index.ts'

export const keeps = works('district_staff', 'subdistrict_staff', 'community_head', 'community_staff')

const sitters = holds('lawyer', 'mediator', 'volunteer', 'expert')

/** Handed the session when it was planned, wherever his post is. */
export const sitsThere = rule<{ readonly id: string; readonly clinic_id?: string }>(
  'sits in this session',
  (actor, row) => sitters.mayEver(actor) && actor.ids.includes(row.clinic_id ?? row.id),
  sitters.mayEver,
)

/** Those who know the law or the desk; an answer lies with the area it was written in. */
export const writes = works(
  'district_staff',
  'subdistrict_staff',
  'community_head',
  'community_staff',
  'mediator',
  'lawyer',
)

const notHis = rule<{ readonly proposed_by: string }>(
  'not whoever wrote it',
  (actor, row) => actor.id !== row.proposed_by,
)

export const reviews = allOf<{ readonly area_pos: number; readonly proposed_by: string }>(writes, notHis)

export const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
