// The face of the duty module: its operations and its tables.
import * as operations from './operations.ts'

export const dutyModule = {
  name: 'duty',
  operations: Object.values(operations),
  look: operations.chain,
  tables: ['duty_kind', 'duty', 'working_group', 'group_member'],
} as const
