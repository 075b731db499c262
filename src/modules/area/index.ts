// The face of the area module: its operations, its tables, and what other modules may ask of it.
import * as operations from './operations.ts'

export { type Boundaries, BuildingFile, buildingRows, GridFile, gridRows, treeRows } from './geojson.ts'
export { LEVELS, WIDTH } from './lifecycle.ts'
export { forgetShapes, type Grid, gridAt } from './locate.ts'
export { areaNamedIn } from './named-in.ts'
export { districts } from './operations.ts'
export { insideBuilding, type PublicSpot, publicSpots } from './public-spots.ts'
export { areaById, codeHolder as areaWithCode, pathOf, pathTo } from './store.ts'

export const areaModule = {
  name: 'area',
  operations: Object.values(operations),
  look: operations.get,
  tables: ['tenant', 'area', 'area_code', 'area_alias', 'division', 'division_part'],
} as const
