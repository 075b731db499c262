// Entering somebody, and correcting what an entry says.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { homeById } from '../homes/store.ts'
import { sourceOf } from '../homes/visiting.ts'
import { HEAD, householdOf, newHousehold } from '../households/rows.ts'
import { personLife } from '../lifecycle.ts'
import { spendOrStop } from '../reveal/limits.ts'
import { enters } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { changePerson, countAlong, dayOf, sameVersion } from './changing.ts'
import { asKept, keepsNumber, knownAs, sealAgain } from './entering.ts'
import { openPerson, sealPerson } from './sealed.ts'
import { lockPerson, type PersonRow } from './store.ts'
import { toPerson } from './view.ts'

const homeNamed = (input: { homeId: string }, tx: Tx, actor: Actor) => homeById(tx, actor.tenant, input.homeId)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockPerson(tx, actor.tenant, input.id)

export const enter = operation(register.enter, {
  permit: [enters, machineOnly],
  subject: homeNamed,
  moves: step(personLife, 'enter'),
  async run(context) {
    const { input, subject, tx, actor, keys, now, write, made } = context
    const home = subject!
    if (home.ended_on) throw new Problem(registerProblems.noHome)
    const source = await sourceOf(context, input.visitId, [home.id])
    const day = dayOf(now, input.came)
    const today = localDay(now)
    const told = asKept(input, today)
    const keepNumber = await keepsNumber(tx, actor.tenant, today)
    const id = newId()
    const sealed = sealPerson(keys, { tenant: actor.tenant, id, seal: 1 }, told, {
      ...{ addressKey: home.address_key, keepNumber },
    })
    const mine = input.household === 'new' ? newId() : (input.household ?? null)
    if (mine && input.household !== 'new') await householdOf(tx, actor.tenant, mine, home.id)
    // Last of all that may refuse: whoever tries numbers leaves an entry for each that nobody has.
    const known = await knownAs(tx, keys, actor.tenant, sealed, told.number)
    if (known && (known.by === 'number' || !input.another)) throw new Problem(registerProblems.known, { id: known.id })
    const row = {
      ...{ tenant_id: actor.tenant, id, class: input.class, home_id: home.id, household_id: mine },
      ...{ relation: input.household === 'new' ? HEAD : input.relation, grid_id: home.grid_id },
      ...{ area_pos: home.area_pos, ...sealed, sex: told.sex, lives_here: input.livesHere, paper: input.paper },
      ...{ seal_no: 1, source, as_of: day, state: 'here' as const, state_since: day },
      ...{ merged_into: null, batch_id: null, said_mac: null, version: 1, made_at: now, changed_at: now },
    } as const
    write(k.insertInto('person').values(row))
    if (input.household === 'new') write(newHousehold(mine!, home, id, now))
    const grid = home.grid_id
    const cause = input.born ? 'born' : 'came'
    const moved = input.came || input.born ? [{ grid, way: 'in', cause, day } as const] : []
    countAlong(context, [{ grid, class: input.class, n: 1 }], moved)
    made({ id, area_pos: row.area_pos, state: 'here', version: 1 })
    return toPerson(keys, { ...row, address: home.address, unit: home.unit, room: home.room })
  },
})

/** What was told now over what was said before. */
function over(keys: Parameters<typeof openPerson>[0], row: PersonRow, told: Record<string, unknown>) {
  const before = openPerson(keys, row)
  const said = (field: keyof typeof before) => (told[field] as string | undefined) ?? before[field]
  return {
    ...{ name: said('name'), phone: said('phone'), birth: said('birth'), homePlace: said('homePlace') },
    ...{ need: said('need'), number: said('number'), sex: (told.sex ?? row.sex) as 0 | 1 | 2 | 9 },
  }
}

export const change = operation(register.change, {
  permit: [enters],
  subject: locked,
  moves: step(personLife, 'change'),
  async run(context) {
    const { input, subject, tx, actor, keys, now } = context
    const row = subject!
    sameVersion(row, input.version)
    const source = await sourceOf(context, input.visitId, [row.home_id])
    const today = localDay(now)
    const said = over(keys, row, input)
    // A number told now says the birth day anew.
    const told = asKept(input.number ? { ...said, birth: input.birth ?? '' } : said, today)
    const keepNumber = await keepsNumber(tx, actor.tenant, today)
    const home = row.home_id ? await homeById(tx, actor.tenant, row.home_id) : undefined
    const sealed = sealAgain(keys, row, told, { addressKey: home?.address_key ?? '', keepNumber })
    if (input.number) {
      // Told whose it is, somebody could try one after the other: each counts as a number looked up.
      await spendOrStop(tx, actor, 'numbers', 1, now)
      const known = await knownAs(tx, keys, actor.tenant, { same_mac: null }, told.number)
      if (known && known.id !== row.id) throw new Problem(registerProblems.known, { id: known.id })
    }
    const after = changePerson(context, row, dayOf(now, undefined, row.as_of), {
      ...{ ...sealed, sex: told.sex, class: input.class ?? row.class, relation: input.relation ?? row.relation },
      ...{ lives_here: input.livesHere === undefined ? row.lives_here : input.livesHere },
      source,
    })
    if (after.class !== row.class)
      countAlong(context, [
        { grid: row.grid_id, class: row.class, n: -1 },
        { grid: row.grid_id, class: after.class, n: 1 },
      ])
    return toPerson(keys, after)
  },
})
