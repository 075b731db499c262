// Moving in, moving away, dying: what changes in the entry, in the counts, and what is left of where somebody lived.
import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { step } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { homeById } from '../homes/store.ts'
import { sourceOf } from '../homes/visiting.ts'
import { personLife } from '../lifecycle.ts'
import { enters } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { changePerson, countAlong, dayOf, livedThere, sameVersion } from './changing.ts'
import { moveTo } from './move-to.ts'
import { lockPerson, type PersonRow } from './store.ts'
import { toPerson } from './view.ts'

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockPerson(tx, actor.tenant, input.id)

export const moveIn = operation(register.moveIn, {
  permit: [enters],
  subject: locked,
  moves: step(personLife, 'moveIn'),
  async run(context) {
    const { input, subject, tx, actor, keys, now } = context
    const row = subject!
    sameVersion(row, input.version)
    const home = await homeById(tx, actor.tenant, input.homeId)
    if (!home || home.ended_on) throw new Problem(registerProblems.noHome)
    const source = await sourceOf(context, input.visitId, [home.id, row.home_id])
    const day = dayOf(now, input.day, row.as_of)
    if (row.state === 'here' && row.home_id === home.id) throw new Problem(registerProblems.sameHome)
    return toPerson(keys, moveTo(context, row, home, day, source))
  },
})

type Leaving = Context<
  { id: string; version: number; day: string; visitId?: string | undefined },
  PersonRow | undefined,
  'left' | 'died'
>

async function leave(context: Leaving) {
  const { input, subject, to, keys, now, write } = context
  const row = subject!
  sameVersion(row, input.version)
  const source = await sourceOf(context, input.visitId, [row.home_id])
  const day = dayOf(now, input.day, row.as_of)
  const wasHere = row.state === 'here'
  if (wasHere && row.home_id) write(livedThere(row, day, now))
  const after = changePerson(context, row, day, { state: to, state_since: day, source })
  if (wasHere)
    countAlong(
      context,
      [{ grid: row.grid_id, class: row.class, n: -1 }],
      [{ grid: row.grid_id, way: 'out', cause: to, day }],
    )
  return toPerson(keys, after)
}

export const moveOut = operation(register.moveOut, {
  permit: [enters],
  subject: locked,
  moves: step(personLife, 'moveOut'),
  run: leave,
})

export const die = operation(register.die, {
  permit: [enters],
  subject: locked,
  moves: step(personLife, 'die'),
  run: leave,
})

/** Taken back as a mistake: nobody died, so nothing is left of it but what the entry said in between. */
export const revive = operation(register.revive, {
  permit: [enters],
  subject: locked,
  moves: step(personLife, 'revive'),
  async run(context) {
    const { input, subject, keys, now } = context
    const row = subject!
    sameVersion(row, input.version)
    const day = dayOf(now, undefined, row.as_of)
    const after = changePerson(context, row, day, { state: 'here', state_since: day, source: 'desk' })
    const { grid_id: grid, class: of } = row
    countAlong(context, [{ grid, class: of, n: 1 }], [{ grid, way: 'in', cause: 'within', day }])
    return toPerson(keys, after)
  },
})
