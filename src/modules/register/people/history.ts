// Looking back: what an entry said on a day, and who lived in a home then. Masked like everything else.
import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { register } from '../contract.ts'
import { homeById } from '../homes/store.ts'
import { maskBirth, maskName, maskPhone } from '../personal.ts'
import { reads } from '../rights.ts'
import { livedOn } from '../ties/store.ts'
import { openPast, pastAt, type Said } from './past.ts'
import { type PersonRow, peopleOfHome, personById } from './store.ts'
import { toPerson } from './view.ts'

const personNamed = (input: { id: string }, tx: Tx, actor: Actor) => personById(tx, actor.tenant, input.id)
const homeNamed = (input: { id: string }, tx: Tx, actor: Actor) => homeById(tx, actor.tenant, input.id)

/** An earlier entry as a list would have shown it. */
const shownSaid = (id: string, said: Said, address: string, from: string, source: string) => ({
  ...{ id, class: said.class, name: maskName(said.name), phone: maskPhone(said.phone), address, source, asOf: from },
  ...{ birthYear: said.birth ? Number(maskBirth(said.birth)) : null, sex: said.sex as 0 | 1 | 2 | 9 },
  ...{ relation: said.relation, homeId: said.homeId, householdId: said.householdId, livesHere: said.livesHere },
  ...{ state: said.state, since: null },
})

export const asOf = operation(register.asOf, {
  permit: [reads],
  subject: personNamed,
  async run({ input, subject, tx, actor, keys }) {
    const row = subject!
    if (input.day >= row.as_of) return { entry: toPerson(keys, row), from: row.as_of, to: null }
    const past = await pastAt(tx, actor.tenant, row.id, input.day)
    if (!past) return { entry: null, from: null, to: null }
    const said = openPast(keys, past)
    // A home that lies outside the reader's area has no address for him.
    const home = said.homeId ? await homeById(tx, actor.tenant, said.homeId) : undefined
    const entry = shownSaid(row.id, said, home?.address ?? '', past.from_day, past.source)
    return { entry, from: past.from_day, to: past.to_day }
  },
})

export const homeAsOf = operation(register.homeAsOf, {
  permit: [reads],
  subject: homeNamed,
  async run({ input, subject, tx, actor, keys }) {
    const [now, gone] = await Promise.all([
      peopleOfHome(tx, actor.tenant, subject!.id),
      livedOn(tx, actor.tenant, subject!.id, input.day),
    ])
    const since = (row: PersonRow) => row.state_since ?? row.as_of
    const present = now
      .filter((row) => since(row) <= input.day)
      .map((row) => ({ person: toPerson(keys, row), from: since(row), to: null }))
    const left = await Promise.all(
      gone.map(async (one) => {
        const row = await personById(tx, actor.tenant, one.person_id!)
        return row ? [{ person: toPerson(keys, row), from: one.from_day, to: one.to_day }] : []
      }),
    )
    return { people: [...present, ...left.flat()] }
  },
})
