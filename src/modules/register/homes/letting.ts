// That a home is let: from when, until when, for what.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { countAlong, dayOf, sameVersion } from '../people/changing.ts'
import { enters } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { lockHome, lockRental, rentalsOf } from './store.ts'
import { toRental } from './view.ts'

const lockedHome = (input: { homeId: string }, tx: Tx, actor: Actor) => lockHome(tx, actor.tenant, input.homeId)
const lockedRental = (input: { id: string }, tx: Tx, actor: Actor) => lockRental(tx, actor.tenant, input.id)

export const letHome = operation(register.let, {
  permit: [enters, machineOnly],
  subject: lockedHome,
  async run(context) {
    const { input, subject, tx, actor, now, write, made } = context
    const home = subject!
    if (home.ended_on) throw new Problem(registerProblems.noHome)
    const rentals = await rentalsOf(tx, actor.tenant, home.id)
    if (rentals.some((one) => one.to_day === null)) throw new Problem(registerProblems.letAlready)
    const row = {
      ...{ tenant_id: actor.tenant, id: newId(), home_id: home.id, area_pos: home.area_pos, grid_id: home.grid_id },
      ...{ use: input.use, facts: '{}', source: 'desk', from_day: dayOf(now, input.fromDay), to_day: null },
      ...{ batch_id: null, version: 1, made_at: now, changed_at: now },
    }
    write(k.insertInto('rental').values(row))
    countAlong(context, [{ grid: home.grid_id, class: 'rented', n: 1 }])
    made({ id: row.id, area_pos: row.area_pos, version: 1 })
    return toRental(row)
  },
})

export const endLet = operation(register.endLet, {
  permit: [enters],
  subject: lockedRental,
  async run(context) {
    const { input, subject, now, write, made } = context
    const row = subject!
    sameVersion(row, input.version)
    if (row.to_day) throw new Problem(registerProblems.tieOver)
    const set = { to_day: dayOf(now, input.day, row.from_day), version: row.version + 1, changed_at: now }
    write(k.updateTable('rental').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
    countAlong(context, [{ grid: row.grid_id, class: 'rented', n: -1 }])
    made({ id: row.id, area_pos: row.area_pos, version: set.version })
    return toRental({ ...row, ...set })
  },
})
