// Homes as they are shown: places in clear, people masked.
import type { Tx } from '#kernel/database.ts'
import { type HomeRow, letAmong, peopleIn, type RentalRow } from './store.ts'

export const toHome = (row: HomeRow, people: number, isLet: boolean) => ({
  id: row.id,
  buildingId: row.building_id,
  gridId: row.grid_id,
  address: row.address,
  unit: row.unit,
  floor: row.floor,
  room: row.room,
  use: row.use,
  floorArea: row.floor_area,
  let: isLet,
  people,
  source: row.source,
  asOf: row.as_of,
  endedOn: row.ended_on,
  version: row.version,
})

export async function toHomes(tx: Tx, tenant: string, rows: readonly HomeRow[]) {
  const ids = rows.map((row) => row.id)
  const [inside, lets] = await Promise.all([peopleIn(tx, tenant, ids), letAmong(tx, tenant, ids)])
  const people = new Map(inside.map((one) => [one.home_id, one.n]))
  const isLet = new Set(lets.map((one) => one.home_id))
  return rows.map((row) => toHome(row, people.get(row.id) ?? 0, isLet.has(row.id)))
}

export const toRental = (row: RentalRow) => ({
  ...{ id: row.id, use: row.use, fromDay: row.from_day, toDay: row.to_day },
  ...{ source: row.source, version: row.version },
})
