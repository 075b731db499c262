// Looking at people: the list of an area, one entry.
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { mayMove } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { areaById } from '#modules/area/index.ts'
import { buildingsOf } from '../compounds/store.ts'
import { BANDS } from '../contract/people.ts'
import { register } from '../contract.ts'
import { personLife } from '../lifecycle.ts'
import { shownRelocations } from '../relocations/shown.ts'
import { relocationsOf } from '../relocations/store.ts'
import { enters, reads } from '../rights.ts'
import { pastDays } from './past.ts'
import { type PersonRow, peopleOfHome, peopleWithin, personById } from './store.ts'
import { toPerson } from './view.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const personNamed = (input: { id: string }, tx: Tx, actor: Actor) => personById(tx, actor.tenant, input.id)

/** Years of birth of those who are of this age band today. */
const bornIn = (band: keyof typeof BANDS, now: Date) => {
  const year = Number(localDay(now).slice(0, 4))
  const [from, to] = BANDS[band]
  return { from: year - to, to: year - from }
}

/** What may be done to an entry in this state; moves of the life, and its household. */
const personMoves = (state: PersonRow['state'], inHousehold: boolean): string[] => [
  ...Object.keys(personLife.moves).filter((move) => mayMove(personLife, move, state)),
  ...(state === 'here' ? ['tie', 'relocate', 'makeHousehold', 'joinHousehold', 'giveSlip'] : []),
  ...(state === 'here' && inHousehold ? ['leaveHousehold', 'setHead'] : []),
]

const reachedBy = (row: PersonRow) => `${row.area_pos}|${row.id}`
function reached(after: string | undefined) {
  const [pos, id] = after?.split('|') ?? []
  return pos && id ? { pos: Number(pos), id } : undefined
}

export const people = operation(register.people, {
  permit: [reads],
  subject: areaNamed,
  async run({ input, subject, tx, actor, keys, now }) {
    const whole = { pos: subject!.area_pos, end: subject!.area_end }
    const spans = input.compoundId && (await buildingsOf(tx, actor.tenant, input.compoundId, whole))
    if (spans?.length === 0) return { people: [], next: null, can: [] }
    // From the first building to the last one, and of that only what lies in one of them.
    const span = spans ? { pos: spans[0]!.pos, end: spans.at(-1)!.end } : whole
    const filter = {
      spans: spans || undefined,
      class: input.class,
      state: input.state,
      born: input.band && bornIn(input.band, now),
    }
    const rows = await peopleWithin(tx, actor.tenant, span, filter, reached(input.after), input.limit + 1)
    const page = rows.slice(0, input.limit)
    return {
      people: page.map((row) => toPerson(keys, row)),
      next: rows.length > page.length ? reachedBy(page.at(-1)!) : null,
      can: enters.allows(actor, subject!) ? ['enter'] : [],
    }
  },
})

export const person = operation(register.person, {
  permit: [reads],
  subject: personNamed,
  async run({ subject, tx, actor, keys }) {
    const row = subject!
    const [beside, waiting] = await Promise.all([
      row.home_id ? peopleOfHome(tx, actor.tenant, row.home_id) : [],
      relocationsOf(tx, actor.tenant, row.id),
    ])
    const [relocating] = await shownRelocations(
      { tx, actor, keys },
      waiting.map((one) => ({ row: one, way: 'out' })),
    )
    return {
      ...toPerson(keys, row),
      has: {
        phone: row.phone !== null,
        birth: row.birth !== null,
        homePlace: row.home_place !== null,
        need: row.need !== null,
        number: row.number_mac !== null,
      },
      household: beside
        .filter((one) => one.id !== row.id && one.household_id !== null && one.household_id === row.household_id)
        .map((one) => toPerson(keys, one)),
      mergedInto: row.merged_into,
      relocating: relocating ?? null,
      days: (await pastDays(tx, actor.tenant, row.id)).map((one) => ({ from: one.from_day, to: one.to_day })),
      can: enters.allows(actor, row) ? personMoves(row.state, row.household_id !== null) : [],
    }
  },
})
