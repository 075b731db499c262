// Rooms for everybody: near a scanned code, of a subdistrict, one by its address.
import { type Actor, anyone } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById, pathOf, pathTo } from '#modules/area/index.ts'
import { enterByCode, placeById } from '#modules/place/index.ts'
import { room } from '../contract.ts'
import { enterByDistrict, enterByRoom } from '../enter.ts'
import { areasOf, roomById, roomsWithin } from '../store.ts'
import { listed, publicView } from '../view.ts'

const open = anyone('hours, services and phones of public rooms are public (mission M03)')

const scanned = (_: unknown, tx: Tx, actor: Actor) => placeById(tx, actor.tenant, actor.place ?? '')
const entered = (_: unknown, tx: Tx, actor: Actor) => roomById(tx, actor.tenant, actor.place ?? '')
const everywhere = { pos: 0, end: Number.MAX_SAFE_INTEGER }

export const near = operation(room.near, {
  permit: [open],
  enter: enterByCode,
  sight: 'tenant',
  subject: scanned,
  async run({ subject, tx, actor, now }) {
    const path = await pathTo(tx, actor.tenant, subject!.area_id)
    // An entrance has no point of its own; its building has.
    const at = [...path, subject!].findLast((step) => step.lon !== null)
    const street = path.find((step) => step.level === 'subdistrict') ?? path[0]!
    const whole = (await areaById(tx, actor.tenant, street.id))!
    const rows = await roomsWithin(tx, actor.tenant, { pos: whole.area_pos, end: whole.area_end })
    const rooms = await listed(tx, actor.tenant, rows, now, at)
    return {
      name: subject!.name,
      nameEn: subject!.name_en,
      rooms: rooms.sort((a, b) => (a.metres ?? Number.MAX_SAFE_INTEGER) - (b.metres ?? Number.MAX_SAFE_INTEGER)),
    }
  },
})

export const around = operation(room.around, {
  permit: [open],
  enter: enterByDistrict,
  async run({ input, tx, actor, now }) {
    const [streets, all] = await Promise.all([
      areasOf(tx, actor.tenant, 'subdistrict', everywhere),
      roomsWithin(tx, actor.tenant, everywhere),
    ])
    const chosen = streets.find((street) => street.id === input.subdistrict)
    if (input.subdistrict && !chosen) throw new Problem(doorProblems.missing)
    const of = (street: { area_pos: number; area_end: number }) =>
      all.filter((row) => street.area_pos <= row.area_pos && row.area_pos <= street.area_end)
    const counted = streets.map((street) => ({ street, rooms: of(street).length })).filter((one) => one.rooms > 0)
    // What belongs to the district itself is for everybody of it.
    const above = all.filter((row) => !streets.some((street) => of(street).includes(row)))
    return {
      subdistricts: counted.map(({ street, rooms }) => ({
        ...{ id: street.id, name: street.name, nameEn: street.name_en, rooms },
      })),
      rooms: await listed(tx, actor.tenant, chosen ? [...of(chosen), ...above] : above, now),
    }
  },
})

export const see = operation(room.see, {
  permit: [open],
  enter: enterByRoom,
  sight: 'tenant',
  subject: entered,
  async run({ subject, tx, actor, now }) {
    const path = await pathOf(tx, actor.tenant, subject!.area_pos)
    return publicView(tx, actor.tenant, subject!, path.findLast((step) => step.address)?.address ?? '', now)
  },
})
