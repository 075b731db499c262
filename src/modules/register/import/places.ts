// Which building of the area an address means: the tree of one batch's area in memory, found by what is written last.
import { type Address, readAddress } from '../classes/address.ts'

/** An area as it is handed to the thread that reads: small, since there may be a hundred thousand. */
export type AreaRow = {
  readonly id: string
  readonly parent_id: string | null
  readonly level: string
  readonly name: string
  readonly address: string
  readonly area_pos: number
}

export type Building = {
  readonly id: string
  readonly gridId: string
  readonly pos: number
  /** 清荷苑3号楼, as it is compared. */
  readonly key: string
  /** Names of the community and the subdistrict, as compared: two compounds of one name are told apart by them. */
  readonly above: readonly string[]
}

/** A grid, a community or a subdistrict; `gridId` is null above a grid. */
export type Within = { readonly id: string; readonly gridId: string | null; readonly pos: number }

export type Places = {
  find(address: Address): Building | undefined
  /** The smallest area that an address names which is no building's: by its street and number, by its community, by its subdistrict. */
  within(address: Address): Within | undefined
}

const keyOf = (name: string): string => readAddress(name).key

/** Names under which a building is looked for. One called 3号楼 alone is nothing without what stands before it. */
function namesOf(area: AreaRow, community: string): string[] {
  const { before, key } = readAddress(area.name)
  if (before !== '') return [key]
  const street = keyOf(area.address)
  return [street === '' || street.endsWith(key) ? street : street + key, community + key].filter((name) => name !== '')
}

export function openPlaces(areas: readonly AreaRow[]): Places {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const byName = new Map<string, Building[]>()
  const keys = new Map<string, string>()
  const nameKey = (area: AreaRow) => {
    let key = keys.get(area.id)
    if (key === undefined) keys.set(area.id, (key = keyOf(area.name)))
    return key
  }
  for (const area of areas) {
    if (area.level !== 'building') continue
    const grid = byId.get(area.parent_id ?? '')
    if (!grid) continue
    const community = byId.get(grid.parent_id ?? '')
    const subdistrict = byId.get(community?.parent_id ?? '')
    const above = [community, subdistrict].flatMap((one) => (one ? [nameKey(one)] : []))
    const names = namesOf(area, above[0] ?? '')
    const building = { id: area.id, gridId: grid.id, pos: area.area_pos, key: names[0] ?? '', above }
    for (const name of new Set(names)) {
      const there = byName.get(name)
      if (there) there.push(building)
      else byName.set(name, [building])
    }
  }
  const within = openWithin(areas, byId, nameKey)
  // Rows of one building stand together in most files.
  let last: { full: string; found: Building | undefined } | undefined
  return {
    find(address) {
      const full = address.before + address.building
      if (last?.full === full) return last.found
      last = { full, found: findIn(byName, full) }
      return last.found
    },
    within: (address) => within(address.key),
  }
}

function findIn(byName: ReadonlyMap<string, readonly Building[]>, full: string): Building | undefined {
  for (let at = 0; at < full.length; at++) {
    const there = byName.get(full.slice(at))
    if (!there) continue
    if (there.length === 1) return there[0]
    const before = full.slice(0, at)
    for (const level of [0, 1]) {
      const named = there.filter(({ above }) => above[level] && before.includes(above[level]))
      if (named.length === 1) return named[0]
    }
    return undefined
  }
  return undefined
}

/** 梅和路83号 is one compound's, and so one grid's; a number that two grids share leads to neither. */
function byStreet(areas: readonly AreaRow[], byId: ReadonlyMap<string, AreaRow>): Map<string, AreaRow | null> {
  const grids = new Map<string, AreaRow | null>()
  for (const area of areas) {
    const street = area.level === 'building' ? keyOf(area.address) : ''
    const grid = byId.get(area.parent_id ?? '')
    if (street === '' || !grid) continue
    const there = grids.get(street)
    grids.set(street, there === undefined || there?.id === grid.id ? grid : null)
  }
  return grids
}

function openWithin(
  areas: readonly AreaRow[],
  byId: ReadonlyMap<string, AreaRow>,
  nameKey: (area: AreaRow) => string,
): (full: string) => Within | undefined {
  let streets: Map<string, AreaRow | null> | undefined
  const at = (level: string) => areas.filter((area) => area.level === level)
  const [communities, subdistricts] = [at('community'), at('subdistrict')]
  const toWithin = ({ id, area_pos, level }: AreaRow) => ({ id, gridId: level === 'grid' ? id : null, pos: area_pos })
  const above = (area: AreaRow) => byId.get(area.parent_id ?? '')
  const named = (full: string): AreaRow | undefined => {
    const there = communities.filter((one) => full.includes(nameKey(one)))
    if (there.length === 1) return there[0]
    const told = there.filter((one) => above(one) && full.includes(nameKey(above(one)!)))
    return told.length === 1 ? told[0] : subdistricts.find((one) => full.includes(nameKey(one)))
  }
  return (full) => {
    streets ??= byStreet(areas, byId)
    const area = named(full)
    const street = area ? full.slice(full.indexOf(nameKey(area)) + nameKey(area).length) : full
    const grid = streets.get(street)
    // A street's number is believed where it lies in the community that is named, or where none is.
    const found = grid && (!area || area.id === grid.parent_id || area.id === above(grid)?.parent_id) ? grid : area
    return found && toWithin(found)
  }
}
