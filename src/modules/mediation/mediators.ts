// Who mediates a file: named from those who sit in its committee, never a party of it; with the file they are handed its closed notes.
import { assign, unassign } from '#kernel/assignment.ts'
import { barredFrom } from '#kernel/barring.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { holdCommittee, mediatorsOf } from '#modules/committee/index.ts'
import type { Working } from './moving.ts'
import type { MediationRow } from './store.ts'
import { mediationProblems } from './words.ts'

type Named = { readonly leadId: string; readonly withIds: readonly string[] }

export const allNamed = ({ leadId, withIds }: Named): string[] => [...new Set([leadId, ...withIds])]

/** Everybody named sits in this committee today, and may see the file. */
export async function checkNamed(
  tx: Tx,
  file: Pick<File, 'tenant_id' | 'id'>,
  committeeId: string,
  named: Named,
  now: Date,
) {
  const { tenant_id: tenant } = file
  // Held before it is read who sits: whoever is named cannot leave in the same moment (on-duty.ts).
  const committee = await holdCommittee(tx, tenant, committeeId)
  const [barred, sitting] = await Promise.all([
    barredFrom(tx, tenant, [file.id]),
    mediatorsOf(tx, tenant, committeeId, localDay(now)),
  ])
  if (committee?.state !== 'open') throw new Problem(mediationProblems.notThere)
  const active = new Set(sitting.filter((one) => one.active).map((one) => one.accountId))
  for (const { account_id } of barred) active.delete(account_id)
  if (!allNamed(named).every((id) => active.has(id))) throw new Problem(mediationProblems.notMediator)
  return committee
}

type File = Pick<MediationRow, 'tenant_id' | 'id' | 'notes_id' | 'mediator_ids'>

/**
 * Hands the file to those named and takes it from whoever is not named any more. What one side said in confidence stays with
 * whom it was said to: where none of them goes on, those who come begin with no closed notes. Gives what the row is set to.
 */
export function handTo({ write, now }: Pick<Working, 'write' | 'now'>, row: File, ids: readonly string[]) {
  const stays = row.mediator_ids.some((id) => ids.includes(id)) || row.mediator_ids.length === 0
  const notes_id = stays ? row.notes_id : newId()
  const gone = row.mediator_ids.filter((id) => !ids.includes(id))
  const fresh = ids.filter((id) => !row.mediator_ids.includes(id))
  for (const subject of [row.id, row.notes_id])
    for (const id of gone) write(unassign({ tenant: row.tenant_id, subject }, id, now))
  for (const subject of [row.id, notes_id])
    for (const one of assign({ tenant: row.tenant_id, subject }, fresh, now)) write(one)
  return { mediator_ids: [...ids], notes_id }
}
