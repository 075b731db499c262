// The city's tree in the order of its doors: subdistricts, communities, grids, each with a compound, buildings, units.
import { communityName, compoundName, roadName, subdistrictName } from './names.ts'
import { type Throws, throwsOf } from './throws.ts'

export const DISTRICT = { code: '990301', name: '安川区', nameEn: 'Anchuan District' } as const

const COMMUNITIES_EACH = 10
const GRIDS_EACH = 10
const DOORS_EACH_FLOOR = 2

export type Building = {
  readonly subdistrict: { readonly at: number; readonly code: string; readonly name: string }
  readonly community: { readonly at: number; readonly code: string; readonly name: string }
  readonly grid: { readonly at: number; readonly code: string; readonly name: string }
  readonly compound: string
  /** 路 with its number. */
  readonly street: string
  readonly number: number
  readonly units: number
  readonly floors: number
}

const two = (n: number) => String(n).padStart(2, '0')
const three = (n: number) => String(n).padStart(3, '0')

function* buildingsOfGrid(at: number, throws: Throws): Generator<Building> {
  const communityAt = Math.floor(at / GRIDS_EACH)
  const subdistrictAt = Math.floor(communityAt / COMMUNITIES_EACH)
  const subdistrict = {
    at: subdistrictAt,
    code: DISTRICT.code + three(subdistrictAt + 1),
    name: subdistrictName(subdistrictAt),
  }
  const community = {
    at: communityAt,
    code: subdistrict.code + three((communityAt % COMMUNITIES_EACH) + 1),
    name: communityName(communityAt),
  }
  const number = (at % GRIDS_EACH) + 1
  const grid = { at, code: community.code + three(number), name: `${community.name}第${two(number)}网格` }
  const street = `${roadName(Math.floor(at / 3))}${throws.between(1, 199)}号`
  const count = throws.between(5, 8)
  for (let one = 1; one <= count; one++)
    yield {
      subdistrict,
      community,
      grid,
      compound: compoundName(at),
      street,
      number: one,
      units: throws.between(2, 4),
      floors: throws.between(5, 6),
    }
}

/** So many homes of the city, building by building; the last building may have doors to spare. */
export function* buildingsFor(homes: number, seed: number): Generator<Building> {
  const throws = throwsOf(seed, 'buildings')
  let left = homes
  for (let grid = 0; left > 0; grid++)
    for (const building of buildingsOfGrid(grid, throws)) {
      if (left <= 0) return
      yield building
      left -= building.units * building.floors * DOORS_EACH_FLOOR
    }
}

export type Door = { readonly building: Building; readonly unit: number; readonly room: string }

/** Every home, in order. */
export function* doorsFor(homes: number, seed: number): Generator<Door> {
  let left = homes
  for (const building of buildingsFor(homes, seed))
    for (let unit = 1; unit <= building.units; unit++)
      for (let floor = 1; floor <= building.floors; floor++)
        for (let door = 1; door <= DOORS_EACH_FLOOR; door++) {
          if (left-- <= 0) return
          yield { building, unit, room: `${floor}${two(door)}` }
        }
}

export const buildingName = (building: Building): string => `${building.compound}${building.number}号楼`

/** 安和街道柳园社区清荷苑3号楼2单元502室, as a register has it. */
export const addressOf = ({ building, unit, room }: Door): string =>
  `${building.subdistrict.name}${building.community.name}${buildingName(building)}${unit}单元${room}室`
