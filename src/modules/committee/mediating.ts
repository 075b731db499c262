// Who mediates in a committee, for the module that keeps the files.
import type { Tx } from '#kernel/database.ts'
import { sits } from './gaps.ts'
import { mediatorById, seatsOf } from './store.ts'

export type Mediating = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly nameEn: string
  readonly mode: 'full_time' | 'part_time' | 'invited'
  readonly head: boolean
  /** Codes of kinds of disputes, and of languages. */
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  /** Sits on the day that was asked about. */
  readonly active: boolean
}

/** Everybody who sits or sat in the committee; `day`: for which `active` is told. */
export const mediatorsOf = async (tx: Tx, tenant: string, committeeId: string, day: string): Promise<Mediating[]> =>
  (await seatsOf(tx, tenant, [committeeId])).flatMap((row) =>
    row.account_id === null
      ? []
      : {
          id: row.id,
          accountId: row.account_id,
          name: row.name ?? '',
          nameEn: row.name_en ?? '',
          mode: row.mode as Mediating['mode'],
          head: row.head,
          skills: row.skills,
          languages: row.languages,
          active: sits(row, day),
        },
  )

export const committeeOf = async (tx: Tx, tenant: string, mediatorId: string): Promise<string | undefined> =>
  (await mediatorById(tx, tenant, mediatorId))?.committee_id

/** Today, and the days from then on of which somebody of the committee does not sit any more because he leaves. */
export async function leavingDays(tx: Tx, tenant: string, committeeId: string, today: string): Promise<string[]> {
  const left = (await seatsOf(tx, tenant, [committeeId])).flatMap(({ left_on }) => left_on ?? [])
  return [...new Set([today, ...left.filter((day) => day > today)])].sort()
}
