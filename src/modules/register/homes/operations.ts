// Homes: those of a building, one with who lives in it, recording and ending one.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { areaById, pathTo } from '#modules/area/index.ts'
import { addressKey } from '../classes/address.ts'
import { managersOfHome } from '../compounds/managed-by.ts'
import { register } from '../contract.ts'
import { countAlong, dayOf, sameVersion } from '../people/changing.ts'
import { peopleOfHome } from '../people/store.ts'
import { toPerson } from '../people/view.ts'
import { enters, reads } from '../rights.ts'
import { shownTies } from '../ties/shown.ts'
import { tiesEnd, tiesTo } from '../ties/store.ts'
import { registerProblems } from '../words.ts'
import { homeByAddress, homeById, homesWithin, lockHome, rentalsOf, visitsOf } from './store.ts'
import { toHome, toHomes, toRental } from './view.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const homeNamed = (input: { id: string }, tx: Tx, actor: Actor) => homeById(tx, actor.tenant, input.id)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockHome(tx, actor.tenant, input.id)

export const homes = operation(register.homes, {
  permit: [reads],
  subject: areaNamed,
  async run({ input, subject, tx, actor }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const after = input.after ? await homeById(tx, actor.tenant, input.after) : undefined
    const rows = await homesWithin(tx, actor.tenant, span, after, input.limit + 1)
    const page = rows.slice(0, input.limit)
    return {
      homes: await toHomes(tx, actor.tenant, page),
      next: rows.length > page.length ? page.at(-1)!.id : null,
      can: enters.allows(actor, subject!) ? ['addHome'] : [],
    }
  },
})

export const home = operation(register.home, {
  permit: [reads],
  subject: homeNamed,
  async run({ subject, tx, actor, keys }) {
    const row = subject!
    const [inside, rentals, ties, visits, managers] = await Promise.all([
      peopleOfHome(tx, actor.tenant, row.id),
      rentalsOf(tx, actor.tenant, row.id),
      tiesTo(tx, actor.tenant, row.id),
      visitsOf(tx, actor.tenant, row.id),
      managersOfHome({ tx, actor, keys }, row.area_pos),
    ])
    const may = enters.allows(actor, row) && !row.ended_on
    return {
      ...toHome(
        row,
        inside.length,
        rentals.some((one) => one.to_day === null),
      ),
      inside: inside.map((one) => toPerson(keys, one)),
      rentals: rentals.map(toRental),
      ties: await shownTies(
        { tx, actor, keys },
        ties.filter((one) => one.kind !== 'lives_in'),
      ),
      managers,
      visits: visits.map((one) => ({ id: one.id, begunAt: one.begun_at.toISOString(), outcome: one.outcome })),
      can: may ? ['enter', 'changeHome', 'endHome', 'let', 'beginVisit'] : [],
    }
  },
})

type Told = { unit: string; room: string; address: string }

/** 302 lies on the third floor, 1203 on the twelfth. */
const floorOf = (room: string): number | null => {
  const floor = /^(\d{1,2})\d{2}$/.exec(room)?.[1]
  return floor ? Number(floor) : null
}

type Step = { level: string; name: string }

/** 清荷苑3号楼2单元502: compound and building, unit and room. */
function addressOf(path: readonly Step[], told: Told): string {
  const building = path.find((step) => step.level === 'building')?.name ?? path.at(-1)!.name
  return told.address || `${building}${told.unit}${told.room}`
}

export const addHome = operation(register.addHome, {
  permit: [enters, machineOnly],
  subject: areaNamed,
  async run(context) {
    const { input, subject, tx, actor, now, write, made } = context
    const path = await pathTo(tx, actor.tenant, subject!.id)
    const grid = path.find((step) => step.level === 'grid')
    if (!grid) throw new Problem(registerProblems.homeInGrid)
    const unit = input.unit || (path.find((step) => step.level === 'unit')?.name ?? '')
    const room = input.room || (path.find((step) => step.level === 'home')?.name ?? '')
    const address = addressOf(path, { ...input, unit, room })
    const key = addressKey(address)
    if (await homeByAddress(tx, actor.tenant, key)) throw new Problem(registerProblems.homeKnown, { address })
    const row = {
      ...{ tenant_id: actor.tenant, id: newId(), grid_id: grid.id, area_pos: subject!.area_pos },
      building_id: path.find((step) => step.level === 'building')?.id ?? null,
      ...{ address, address_key: key, unit, floor: input.floor ?? floorOf(room), room, use: input.use },
      ...{ floor_area: input.floorArea, facts: '{}', source: 'desk', as_of: localDay(now), ended_on: null },
      ...{ batch_id: null, version: 1, made_at: now, changed_at: now },
    }
    write(k.insertInto('home').values(row))
    countAlong(context, [{ grid: grid.id, class: 'home', n: 1 }])
    made({ id: row.id, area_pos: row.area_pos, version: 1 })
    return toHome(row, 0, false)
  },
})

export const changeHome = operation(register.changeHome, {
  permit: [enters],
  subject: locked,
  async run({ input, subject, tx, actor, now, write, made }) {
    const row = subject!
    sameVersion(row, input.version)
    const { unit, floor, room, use, floorArea } = input
    const set = {
      ...{ unit, floor, room, use, floor_area: floorArea, source: 'desk', as_of: localDay(now) },
      ...{ version: row.version + 1, changed_at: now },
    }
    write(k.updateTable('home').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
    made({ id: row.id, area_pos: row.area_pos, version: set.version })
    return (await toHomes(tx, actor.tenant, [{ ...row, ...set }]))[0]!
  },
})

export const endHome = operation(register.endHome, {
  permit: [enters],
  subject: locked,
  async run(context) {
    const { input, subject, tx, actor, now, write, made } = context
    const row = subject!
    sameVersion(row, input.version)
    if (row.ended_on) throw new Problem(registerProblems.noHome)
    const inside = await peopleOfHome(tx, actor.tenant, row.id)
    if (inside.length) throw new Problem(registerProblems.stillIn, { count: inside.length })
    const rentals = await rentalsOf(tx, actor.tenant, row.id)
    if (rentals.some((one) => one.to_day === null)) throw new Problem(registerProblems.stillLet)
    const day = dayOf(now, input.day, row.as_of)
    const set = { ended_on: day, version: row.version + 1, changed_at: now }
    write(k.updateTable('home').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
    write(tiesEnd(actor.tenant, row.id, day, now))
    countAlong(context, [{ grid: row.grid_id, class: 'home', n: -1 }])
    made({ id: row.id, area_pos: row.area_pos, version: set.version })
    return toHome({ ...row, ...set }, 0, false)
  },
})
