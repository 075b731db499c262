// The face of the upkeep module: its operations; the rows it reads are others'.
import { health, tally } from './health.ts'
import * as operations from './operations.ts'

export { health as upkeepHealth, tally as upkeepTally } from './health.ts'
export const { state: upkeepState, release } = operations

export const upkeepModule = {
  name: 'upkeep',
  operations: [...Object.values(operations), health, tally],
  look: operations.state,
  tables: [],
} as const
