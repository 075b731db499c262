// The city's area tree as the three files that `bin/linli area import` reads: subdistricts and communities, grids, buildings.
import { type Building, buildingName, buildingsFor, DISTRICT } from './doors.ts'

const ORIGIN = { lon: 112.1, lat: 33.2 }
/** Degrees: some 450 m by 450 m for a grid, 20 m for a building. */
const [GRID, HOUSE] = [0.0045, 0.0002]
const GRIDS_IN_A_ROW = 60

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function square(lon: number, lat: number, width: number, height: number) {
  const [west, south, east, north] = [round(lon), round(lat), round(lon + width), round(lat + height)]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

const corner = (grid: number) => ({
  lon: ORIGIN.lon + (grid % GRIDS_IN_A_ROW) * GRID,
  lat: ORIGIN.lat + Math.floor(grid / GRIDS_IN_A_ROW) * GRID,
})

const gridFeature = ({ grid, community }: Building) => {
  const { lon, lat } = corner(grid.at)
  return {
    type: 'Feature',
    geometry: square(lon, lat, GRID, GRID),
    properties: { code: grid.code, name: grid.name, nameEn: `Grid ${grid.code.slice(-3)}`, community: community.code },
  }
}

function buildingFeature(building: Building) {
  const { lon, lat } = corner(building.grid.at)
  const at = building.number - 1
  const { units, floors } = building
  return {
    type: 'Feature',
    geometry: square(
      lon + GRID * (0.1 + 0.22 * (at % 4)),
      lat + GRID * (0.2 + 0.4 * Math.floor(at / 4)),
      HOUSE * units,
      HOUSE,
    ),
    properties: {
      name: buildingName(building),
      nameEn: `${building.compound} ${building.number}`,
      grid: building.grid.code,
      address: building.street,
      height: floors * 3,
      floors,
      units,
      // Homes stand in the register, not in the tree.
      homesPerFloor: 0,
    },
  }
}

type TreeRow = { code: string; name: string; nameEn: string; level: string; parent: string | null; aliases: string[] }

export type AreaFiles = {
  readonly tree: TreeRow[]
  readonly grids: unknown[]
  readonly buildings: unknown[]
  readonly areas: number
}

/** Everything behind so many homes. `areas` counts what the import adds below the district. */
export function areaFilesFor(homes: number, seed: number): AreaFiles {
  const tree: TreeRow[] = [{ ...DISTRICT, level: 'district', parent: null, aliases: [] }]
  const known = new Set<string>()
  const grids: unknown[] = []
  const buildings: unknown[] = []
  let units = 0
  const add = (one: { code: string; name: string; at: number }, level: string, parent: string) => {
    if (known.has(one.code)) return
    known.add(one.code)
    tree.push({ code: one.code, name: one.name, nameEn: `${level} ${one.at + 1}`, level, parent, aliases: [] })
  }
  for (const building of buildingsFor(homes, seed)) {
    add(building.subdistrict, 'subdistrict', DISTRICT.code)
    add(building.community, 'community', building.subdistrict.code)
    if (!known.has(building.grid.code)) grids.push(gridFeature(building))
    known.add(building.grid.code)
    buildings.push(buildingFeature(building))
    units += building.units
  }
  return { tree, grids, buildings, areas: tree.length - 1 + grids.length + buildings.length + units }
}
