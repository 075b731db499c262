// The face of the agency module: its operations and its table, and how others find an agency.
import { branchShift } from '#kernel/branch.ts'
import * as operations from './operations.ts'

export { type AgencyRow, agencyById } from './store.ts'

const branch = branchShift('agency', ['agency'])

export const agencyModule = {
  name: 'agency',
  operations: [...Object.values(operations), branch.shift],
  look: operations.list,
  reactions: [branch.reaction],
  tables: ['agency'],
} as const
