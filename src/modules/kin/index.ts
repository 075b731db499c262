// The face of the kin module: declarations, what they bar, and who asked for it all the same.
import { endings } from './ending.ts'
import * as operations from './operations.ts'
import { reactions } from './reactions.ts'

export const kinModule = {
  name: 'kin',
  endings,
  operations: Object.values(operations),
  look: operations.mine,
  reactions,
  tables: ['kin'],
  sealed: [{ table: 'kin', row: 'id', columns: ['body'], version: 'key_version' }],
} as const
