// Who keeps house together: a household with its head, joined and left by one person at a time.
import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { homeById } from '../homes/store.ts'
import { changePerson, dayOf, sameVersion } from '../people/changing.ts'
import { lockPerson, type PersonRow } from '../people/store.ts'
import { toPerson } from '../people/view.ts'
import { enters } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { HEAD, headOf, householdById, householdOf, newHousehold } from './rows.ts'

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockPerson(tx, actor.tenant, input.id)

type Asked = Context<{ id: string; version: number }, PersonRow | undefined>

/** Who lives here and whose entry is as it was read. */
function ofHere({ input, subject }: Asked): PersonRow {
  sameVersion(subject!, input.version)
  if (subject!.state !== 'here') throw new Problem(registerProblems.notHere)
  return subject!
}

const change = (context: Asked, row: PersonRow, household_id: string | null, relation: string) =>
  changePerson(context, row, dayOf(context.now, undefined, row.as_of), { household_id, relation, source: 'desk' })

/** A household without its head says so, until somebody else is. */
async function leaveTheOld({ tx, write, now }: Asked, row: PersonRow): Promise<void> {
  const old = row.household_id ? await householdById(tx, row.tenant_id, row.household_id) : undefined
  if (old?.head_id === row.id) write(headOf(old, null, now))
}

export const makeHousehold = operation(register.makeHousehold, {
  permit: [enters],
  subject: locked,
  async run(context) {
    const { tx, actor, keys, now, write } = context
    const row = ofHere(context)
    const home = row.home_id ? await homeById(tx, actor.tenant, row.home_id) : undefined
    if (!home) throw new Problem(registerProblems.noHome)
    await leaveTheOld(context, row)
    const id = newId()
    write(newHousehold(id, home, row.id, now))
    return { id, person: toPerson(keys, change(context, row, id, HEAD)) }
  },
})

export const joinHousehold = operation(register.joinHousehold, {
  permit: [enters],
  subject: locked,
  async run(context) {
    const { input, tx, actor, keys } = context
    const row = ofHere(context)
    await householdOf(tx, actor.tenant, input.householdId, row.home_id)
    if (input.relation === HEAD) throw new Problem(registerProblems.oneHead)
    if (row.household_id !== input.householdId) await leaveTheOld(context, row)
    return toPerson(keys, change(context, row, input.householdId, input.relation))
  },
})

export const leaveHousehold = operation(register.leaveHousehold, {
  permit: [enters],
  subject: locked,
  async run(context) {
    const row = ofHere(context)
    await leaveTheOld(context, row)
    return toPerson(context.keys, change(context, row, null, ''))
  },
})

export const setHead = operation(register.setHead, {
  permit: [enters],
  subject: locked,
  async run(context) {
    const { tx, actor, keys, now, write } = context
    const row = ofHere(context)
    if (!row.household_id) throw new Problem(registerProblems.noHousehold)
    const household = await householdOf(tx, actor.tenant, row.household_id, row.home_id)
    if (household.head_id && household.head_id !== row.id) {
      const before = await lockPerson(tx, actor.tenant, household.head_id)
      // What he is to the new head is for somebody to say.
      if (before?.household_id === household.id) change(context, before, household.id, '')
    }
    write(headOf(household, row.id, now))
    return toPerson(keys, change(context, row, household.id, HEAD))
  },
})
