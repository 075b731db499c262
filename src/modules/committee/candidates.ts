// Who could mediate at a place: everybody who sits today in a committee whose area covers it.
import type { Tx } from '#kernel/database.ts'
import { sits } from './gaps.ts'
import { committeesFor, seatsOf } from './store.ts'
import { type Ask, type Candidate, type Load, suggest } from './suggest.ts'

export type Person = Candidate & {
  readonly mediatorId: string
  readonly name: string
  readonly nameEn: string
  readonly committeeName: string
  readonly committeeNameEn: string
}

export async function candidatesAt(tx: Tx, tenant: string, areaPos: number, day: string): Promise<Person[]> {
  const committees = await committeesFor(tx, tenant, areaPos)
  const seated = await seatsOf(
    tx,
    tenant,
    committees.map((row) => row.id),
  )
  const of = new Map(committees.map((row) => [row.id, row]))
  return seated.flatMap((seat) => {
    const home = of.get(seat.committee_id)!
    if (seat.account_id === null || !sits(seat, day)) return []
    return {
      ...{ mediatorId: seat.id, accountId: seat.account_id, name: seat.name ?? '', nameEn: seat.name_en ?? '' },
      ...{ committeeId: home.id, committeeName: home.name, committeeNameEn: home.name_en, level: home.level },
      ...{ mode: seat.mode, skills: seat.skills, languages: seat.languages, homeId: seat.home_id },
    }
  })
}

type Where = { readonly areaPos: number; readonly day: string }

/** For the module that keeps the files: who could mediate, with `load` as the open files of each account. */
export const suggestMediators = async (tx: Tx, tenant: string, { areaPos, day, ...ask }: Ask & Where, load: Load) =>
  suggest(await candidatesAt(tx, tenant, areaPos, day), ask, load)
