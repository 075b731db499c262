// The face of the place module: its operations, its tables, and how a scanned code lets somebody in.
import { branchShift } from '#kernel/branch.ts'
import * as operations from './operations.ts'

export { enterByCode } from './enter.ts'
export { add as addPlace, retire as retirePlace } from './operations.ts'
export { type NamedPlace, placeById, placeKinds } from './store.ts'

const branch = branchShift('place', ['place'])

export const placeModule = {
  name: 'place',
  operations: [...Object.values(operations), branch.shift],
  look: operations.list,
  reactions: [branch.reaction],
  tables: ['place', 'place_kind'],
} as const
