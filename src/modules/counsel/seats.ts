// Seats of a session: nobody sits twice at once. The people are locked first, so two who plan them at once take turns.
import { assign } from '#kernel/assignment.ts'
import { k, type Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { lockSitters, type SitterRow, seatsAt } from './store.ts'
import { counselProblems } from './words.ts'

export type When = { readonly day: string; readonly from: number; readonly to: number }

const TWO = 2
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(TWO, '0')}:${String(minute % 60).padStart(TWO, '0')}`

/** Locks them and answers who already sits elsewhere then. Throws when one of them does not sit at all. */
async function busyOf(tx: Tx, tenant: string, ids: readonly string[], when: When, but: string | null) {
  const people = await lockSitters(tx, tenant, ids)
  if (people.length !== new Set(ids).size) throw new Problem(counselProblems.noSitter)
  const busy = await seatsAt(tx, tenant, ids, when, but)
  return { people, busy: people.find((one) => busy.some((seat) => seat.sitter_id === one.id)) }
}

/** Throws `counsel.sitsElsewhere`; `but`: the session that is being moved. */
export async function freeToSit(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
  when: When,
  but: string | null = null,
): Promise<SitterRow[]> {
  const { people, busy } = await busyOf(tx, tenant, ids, when, but)
  if (busy)
    throw new Problem(counselProblems.sitsElsewhere, {
      ...{ name: busy.name, from: clockText(when.from), to: clockText(when.to) },
    })
  return people
}

/** As `freeToSit`, for patterns: undefined where somebody sits elsewhere. */
export async function whoCanSit(tx: Tx, tenant: string, ids: readonly string[], when: When) {
  const { people, busy } = await busyOf(tx, tenant, ids, when, null)
  return busy ? undefined : people
}

/** Whoever has an account sees the session from now on, wherever his post is. */
export async function seat(tx: Tx, tenant: string, clinic: string, people: readonly SitterRow[], now: Date) {
  await tx.all(
    k
      .insertInto('clinic_seat')
      .values(people.map((one) => ({ tenant_id: tenant, clinic_id: clinic, sitter_id: one.id }))),
  )
  const holders = people.flatMap((one) => one.account_id ?? [])
  for (const statement of assign({ tenant, subject: clinic }, holders, now)) await tx.all(statement)
}
