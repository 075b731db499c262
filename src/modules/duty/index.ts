// The face of the duty module: its operations and its tables.
import * as operations from './operations.ts'

export const dutyModule = {
  name: 'duty',
  operations: Object.values(operations),
  tables: ['duty_kind', 'duty', 'working_group', 'group_member'],
} as const
