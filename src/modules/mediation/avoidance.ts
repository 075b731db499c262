// Disclosures of a file and requests that a mediator step out: what keeps a session from being held, and how they read.
import type { z } from 'zod'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { type AvoidanceRow, avoidancesOf, type DisclosureRow, disclosuresOf } from './avoidance-store.ts'
import type { Avoidance, Disclosure } from './contract/shapes.ts'
import { namesOf } from './names.ts'
import { openIn, openJson } from './sealed.ts'
import type { MediationRow } from './store.ts'
import { mediationProblems } from './words.ts'

export type Tie = { readonly kind: string; readonly partyId?: string | undefined }
type Names = ReadonlyMap<string, string>
type File = Pick<MediationRow, 'tenant_id' | 'id' | 'mediator_ids'>

/** What a mediator has said last counts. */
export const lastOf = (rows: readonly DisclosureRow[], mediator: string): DisclosureRow | undefined =>
  rows.findLast((row) => row.mediator_id === mediator)

/** Mediators of the file who have said nothing yet. */
export const silent = ({ mediator_ids }: Pick<File, 'mediator_ids'>, rows: readonly DisclosureRow[]): string[] =>
  mediator_ids.filter((id) => !lastOf(rows, id))

/** Who has disclosed a tie here, or was asked to step out and did: they stay out of it. */
export async function staysOut(tx: Tx, file: File): Promise<string[]> {
  const [rows, asked] = await Promise.all([disclosuresOf(tx, file), avoidancesOf(tx, file)])
  const tied = rows.filter((row) => lastOf(rows, row.mediator_id)?.tied).map((row) => row.mediator_id)
  return [...tied, ...asked.filter((row) => row.state === 'granted').map((row) => row.mediator_id)]
}

/** Before a session: every mediator has said what ties him to a party, the parties were told of it, and no request waits. */
export async function checkDisclosed(tx: Tx, file: File): Promise<void> {
  const [rows, asked] = await Promise.all([disclosuresOf(tx, file), avoidancesOf(tx, file)])
  const missing = silent(file, rows)
  if (missing.length > 0) {
    const names = await namesOf(tx, file.tenant_id, missing)
    throw new Problem(mediationProblems.notDisclosed, { who: missing.map((id) => names.get(id) ?? '').join('、') })
  }
  if (rows.some((row) => file.mediator_ids.includes(row.mediator_id) && row.tied && !row.told_on))
    throw new Problem(mediationProblems.tiesNotTold)
  if (asked.some((row) => row.state === 'asked')) throw new Problem(mediationProblems.avoidanceOpen)
}

export function toDisclosure(keys: Keys, row: DisclosureRow, names: Names): z.input<typeof Disclosure> {
  const body = openJson<{ ties: Tie[]; words: string }>(keys, 'mediation_disclosure', row, 'body', row.body)
  return {
    ...{ id: row.id, mediatorName: names.get(row.mediator_id) ?? '', on: row.made_at.toISOString() },
    ties: (body?.ties ?? []).map(({ kind, partyId }) => ({ kind, partyId: partyId ?? null })),
    ...{ words: body?.words ?? '', toldOn: row.told_on },
  }
}

export function toAvoidance(keys: Keys, row: AvoidanceRow, names: Names): z.input<typeof Avoidance> {
  const body = openJson<{ tie: string | null; words: string }>(keys, 'mediation_avoidance', row, 'body', row.body)
  return {
    ...{ id: row.id, mediatorId: row.mediator_id, mediatorName: names.get(row.mediator_id) ?? '' },
    ...{ partyId: row.party_id, tie: body?.tie ?? null, words: body?.words ?? '', state: row.state },
    ...{ askedOn: row.asked_on, dueOn: row.due_on, decidedOn: row.decided_on },
    decidedBy: row.decided_by ? (names.get(row.decided_by) ?? '') : '',
    decision: openIn(keys, 'mediation_avoidance', row, 'decision', row.decision),
  }
}

/** What a file shows of both, for whoever reads it. */
export async function avoidanceView(tx: Tx, keys: Keys, file: File) {
  const [rows, asked] = await Promise.all([disclosuresOf(tx, file), avoidancesOf(tx, file)])
  const people = [...rows, ...asked].map((row) => row.mediator_id)
  const deciders = asked.map((row) => row.decided_by)
  const names = await namesOf(tx, file.tenant_id, [...people, ...deciders, ...file.mediator_ids])
  return {
    undisclosed: silent(file, rows).map((id) => names.get(id) ?? ''),
    disclosures: rows.map((row) => toDisclosure(keys, row, names)),
    avoidances: asked.map((row) => toAvoidance(keys, row, names)),
  }
}
