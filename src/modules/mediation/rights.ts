// Who may open a file, who works on it, and who alone reads its closed notes.
import { allOf, holds, rule, works } from '#kernel/access.ts'
import { isOpen } from '#kernel/lifecycle.ts'
import { inOffice } from '#modules/matter/index.ts'
import { mediationLife } from './lifecycle.ts'
import type { MediationRow } from './store.ts'

/** They register disputes: whoever meets them. */
export const registers = works('grid_worker', 'community_staff', 'community_head', 'subdistrict_staff', 'mediator')
/** They take a file in or not, name its mediators, and sign for one that is handed up. */
export const DESKS = ['community_staff', 'community_head', 'subdistrict_staff'] as const
export const desks = works(...DESKS)
/** They decide whether a mediator steps out: who heads the community's committee, and the subdistrict that guides it. */
export const heads = works('community_head', 'subdistrict_staff')
/** They see which files there are, and how they stand. */
export const lists = works(...DESKS, 'subdistrict_leader')
/** They word kinds and limits for the district. */
export const KEEPERS = ['district_staff', 'district_leader'] as const

type File = Pick<MediationRow, 'area_pos' | 'state' | 'mediator_ids'>

const isOpenToRead = (row: File) => row.state !== 'archived'

export const mediates = rule<File>(
  'mediates it',
  (actor, row) => inOffice(actor) && row.mediator_ids.includes(actor.id),
  (actor) => actor.kind === 'staff',
)
const notSealed = rule<File>('it is not sealed', (_, row) => isOpenToRead(row))

export const readsAsMediator = allOf<File>(mediates, notSealed)
export const readsAtDesk = allOf<File>(desks, notSealed)
/** The desk does what a file needs before anybody mediates it. */
export const beforeAnybody = allOf<File>(
  desks,
  rule('nobody mediates it yet', (_, row) => row.mediator_ids.length === 0),
  notSealed,
)
/** Whoever seals a file has gone through it; nobody mediates it any more. */
export const checksAtDesk = allOf<File>(
  desks,
  rule('it is over but not sealed', (_, row) => !isOpen(mediationLife, row.state) && isOpenToRead(row)),
)
/** They may have been handed a file: whoever registers one may become its mediator. */
export const mediatesSomewhere = holds(
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'mediator',
)
/** They word kinds and limits of the district. */
export const keeps = holds(...KEEPERS)
