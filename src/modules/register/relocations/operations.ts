// Moving between communities: told where somebody leaves, confirmed or declined where he comes to. Until it is confirmed
// nothing of his entry changes, so he stands in one community at any time, and in none at no time.
import { type Actor, machine, machineOnly } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { areaById, pathTo } from '#modules/area/index.ts'
import { register } from '../contract.ts'
import { homeById } from '../homes/store.ts'
import { relocationLife } from '../lifecycle.ts'
import { dayOf, sameVersion } from '../people/changing.ts'
import { moveTo } from '../people/move-to.ts'
import { lockPerson, type PersonRow } from '../people/store.ts'
import { toPerson } from '../people/view.ts'
import { enters, reads } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { sealShown, shownRelocations } from './shown.ts'
import { comingTo, leavingFrom, lockRelocation, relocationsOf, settled } from './store.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const personLocked = (input: { id: string }, tx: Tx, actor: Actor) => lockPerson(tx, actor.tenant, input.id)
const asComing = (input: { id: string }, tx: Tx, actor: Actor) => lockRelocation(tx, actor.tenant, input.id)

/** The same row, where those stand who told of it. */
async function asLeaving(input: { id: string }, tx: Tx, actor: Actor) {
  const row = await lockRelocation(tx, actor.tenant, input.id)
  return row && { ...row, area_pos: row.from_pos }
}

/** Who is to move; the move that is begun has no state yet, whatever that of his entry is. */
async function moving(input: { id: string }, tx: Tx, actor: Actor) {
  const person = await personLocked(input, tx, actor)
  return person && { id: person.id, area_pos: person.area_pos, person }
}

/** Where he may be told to go: some place below a community that is not his own. */
async function goingTo(tx: Tx, person: PersonRow, toAreaId: string) {
  const path = await pathTo(tx, person.tenant_id, toAreaId)
  const community = path.find((one) => one.level === 'community')
  const [area, whole] = await Promise.all(
    [toAreaId, community?.id].map((id) => (id ? areaById(tx, person.tenant_id, id) : undefined)),
  )
  if (!area || !whole) throw new Problem(registerProblems.relocateWhere)
  if (whole.area_pos <= person.area_pos && person.area_pos <= whole.area_end)
    throw new Problem(registerProblems.relocateWithin)
  return area
}

export const relocate = operation(register.relocate, {
  permit: [enters],
  subject: moving,
  moves: step(relocationLife, 'relocate'),
  async run({ input, subject, tx, actor, keys, now, write, made }) {
    const row = subject!.person
    sameVersion(row, input.version)
    if (row.state !== 'here') throw new Problem(registerProblems.notHere)
    const area = await goingTo(tx, row, input.toAreaId)
    const earlier = await relocationsOf(tx, actor.tenant, row.id)
    if (earlier.some((one) => one.state === 'open')) throw new Problem(registerProblems.relocating)
    for (const one of earlier) write(settled(one, { state: 'recalled' }, now))
    const from = (await pathTo(tx, actor.tenant, row.grid_id)).find((one) => one.level === 'community')
    const key = { tenant_id: actor.tenant, id: newId() }
    write(
      k.insertInto('relocation').values({
        ...{ ...key, person_id: row.id, shown: sealShown(keys, key, row), key_version: keys.version },
        ...{ from_area_id: from?.id ?? row.grid_id, from_pos: row.area_pos, to_area_id: area.id },
        ...{ area_pos: area.area_pos, day: dayOf(now, input.day, row.as_of), state: 'open' as const },
        ...{ made_at: now, changed_at: now },
      }),
    )
    made({ id: key.id, area_pos: area.area_pos, state: 'open', version: 1 })
    return { id: key.id }
  },
})

export const relocations = operation(register.relocations, {
  permit: [reads],
  subject: areaNamed,
  async run({ subject, tx, actor, keys }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const [coming, leaving] = await Promise.all([comingTo(tx, actor.tenant, span), leavingFrom(tx, actor.tenant, span)])
    const rows = [
      ...coming.map((row) => ({ row, way: 'in' as const })),
      ...leaving.map((row) => ({ row, way: 'out' as const })),
    ]
    return { relocations: await shownRelocations({ tx, actor, keys }, rows) }
  },
})

/** The entry follows. Whoever confirms does not see it where it stands, so Linli does this, and only in the same transaction. */
export const arrive = operation(register.arrive, {
  permit: [machineOnly],
  subject: personLocked,
  async run(context) {
    const { input, subject, tx, actor, keys, now } = context
    const row = subject!
    if (row.state !== 'here' && row.state !== 'left') throw new Problem(registerProblems.relocationGone)
    const home = await homeById(tx, actor.tenant, input.homeId)
    const day = dayOf(now, [input.day, row.as_of].toSorted().at(-1), row.as_of)
    return toPerson(keys, moveTo(context, row, home!, day, 'desk'))
  },
})

export const confirmRelocation = operation(register.confirmRelocation, {
  permit: [enters],
  subject: asComing,
  moves: step(relocationLife, 'confirmRelocation'),
  async run({ input, subject, tx, actor, now, write, made, perform }) {
    const row = subject!
    sameVersion(row, input.version)
    const home = await homeById(tx, actor.tenant, input.homeId)
    if (!home || home.ended_on || !enters.allows(actor, home)) throw new Problem(registerProblems.noHome)
    const person = await perform(
      arrive,
      { id: row.person_id!, homeId: home.id, day: row.day },
      machine(actor.tenant, register.confirmRelocation.name),
    )
    write(settled(row, { state: 'confirmed' }, now))
    made({ id: row.id, area_pos: row.from_pos, state: 'confirmed', version: row.version + 1 })
    return person
  },
})

export const declineRelocation = operation(register.declineRelocation, {
  permit: [enters],
  subject: asComing,
  moves: step(relocationLife, 'declineRelocation'),
  async run({ input, subject, now, write, made }) {
    const row = subject!
    sameVersion(row, input.version)
    write(settled(row, { state: 'declined', reason: input.reason }, now))
    made({ id: row.id, area_pos: row.from_pos, state: 'declined', version: row.version + 1 })
    return { id: row.id }
  },
})

export const recallRelocation = operation(register.recallRelocation, {
  permit: [enters],
  subject: asLeaving,
  moves: step(relocationLife, 'recallRelocation'),
  async run({ input, subject, now, write, made }) {
    const row = subject!
    sameVersion(row, input.version)
    write(settled(row, { state: 'recalled' }, now))
    made({ id: row.id, area_pos: row.from_pos, state: 'recalled', version: row.version + 1 })
    return { id: row.id }
  },
})
