// Who may open a sealed file, for how long, and how that is told: to the desk, and to the parties whose file it is.
import { type Actor, allOf, covers, rule, works } from '#kernel/access.ts'
import type { Statement, Tx } from '#kernel/database.ts'
import { inOffice } from '#modules/matter/index.ts'
import { discloseMany } from '#modules/register/index.ts'
import { type MediationRow, mediationById, type PartyRow } from '../store.ts'
import { type OpeningRow, openingsOf } from './store.ts'

/** How long a sealed file stays open for whoever asked. */
export const OPEN_HOURS = 24
const SECONDS = ['community_head', 'subdistrict_leader', 'district_leader'] as const

export type Opened = MediationRow & { readonly opening: OpeningRow | undefined }

/** A file, and the opening of it that was agreed to for this actor, the latest first. */
export async function openedFor(input: { id: string }, tx: Tx, actor: Actor): Promise<Opened | undefined> {
  const row = await mediationById(tx, actor.tenant, input.id)
  if (!row) return undefined
  const openings = await openingsOf(tx, row)
  return { ...row, opening: openings.find((one) => one.asked_by === actor.id && one.agreed === true) }
}

export const openedForHim = rule<Opened>(
  'a second person opened it for him',
  (actor, row) => inOffice(actor) && row.state === 'archived' && row.opening !== undefined,
  (actor) => actor.kind === 'staff',
)

type File = Pick<MediationRow, 'area_pos' | 'mediator_ids'>

/** The second of two: leads the area, and had no hand in the mediation. */
export const seconds = allOf<File>(
  works(...SECONDS),
  rule('did not mediate it', (actor, row) => !row.mediator_ids.includes(actor.id)),
)

export function stateOf(row: OpeningRow, now: Date): 'waiting' | 'declined' | 'open' | 'over' {
  if (row.agreed === null) return 'waiting'
  if (!row.agreed) return 'declined'
  return row.until && row.until > now ? 'open' : 'over'
}

/** By which office he looks: the narrowest of his posts over the file. */
const officeOf = (actor: Actor, pos: number) =>
  actor.posts.filter((post) => covers(post, pos)).sort((a, b) => a.end - a.pos - (b.end - b.pos))[0] ?? actor.posts[0]

/** Told to each party that stands in the register, where he reads who looked at his data. */
export function tellParties(
  actor: Actor,
  row: MediationRow,
  parties: readonly PartyRow[],
  now: Date,
): Statement<unknown>[] {
  const office = officeOf(actor, row.area_pos)
  const known = parties.filter((party) => party.person_id !== null)
  if (!office || known.length === 0) return []
  const looks = known.map((party) => ({
    ...{ tenant: row.tenant_id, person: party.person_id!, house: party.person_id!, actor: actor.id },
    ...{ office: office.areaId, role: office.role, way: 'unmask' as const, purpose: 'mediation' as const },
    ...{ purposeId: row.id, fields: ['mediation'] },
  }))
  return [discloseMany(looks, now)]
}
