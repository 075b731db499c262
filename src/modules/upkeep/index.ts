// The face of the upkeep module: its operations; its rows are the kernel's.
import * as operations from './operations.ts'

export const { state: upkeepState, release } = operations

export const upkeepModule = {
  name: 'upkeep',
  operations: Object.values(operations),
  look: operations.state,
  tables: [],
} as const
