// Who convened a panel, who sits on it, and whose opinion is whose to read.
import { type Actor, rule } from '#kernel/access.ts'
import { inOffice } from '#modules/matter/index.ts'
import type { MemberRow, PanelRow } from './store.ts'

type Led = Pick<PanelRow, 'id' | 'convened_by' | 'member_ids' | 'mediator_ids'>
const staff = (actor: Actor) => actor.kind === 'staff'

export const leadsPanel = rule<Led>(
  'convened the panel or mediates its file',
  (actor, row) => inOffice(actor) && (row.convened_by === actor.id || (row.mediator_ids ?? []).includes(actor.id)),
  staff,
)

export const sitsOnPanel = rule<Led>(
  'sits on the panel',
  (actor, row) => inOffice(actor) && row.member_ids.includes(actor.id),
  staff,
)

type Said = Pick<MemberRow, 'account_id' | 'state'>

/**
 * Everybody writes before he has read the others: a member reads theirs once his own is given; whoever convened it
 * reads them when nobody is left to be asked.
 */
export function readsOpinion(reader: string, all: readonly Said[], of: Said): boolean {
  if (of.state !== 'given') return false
  const own = all.find((one) => one.account_id === reader)
  return own ? own.state === 'given' : all.every((one) => one.state !== 'asked')
}

/** The plan and its measures are for those who gave an opinion and for those who work by it. */
export const readsPlan = (reader: string, all: readonly Said[]): boolean =>
  all.find((one) => one.account_id === reader)?.state !== 'aside'
