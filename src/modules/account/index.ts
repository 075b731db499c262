// The face of the account module: its operations, its tables, and who works where.
import { branchShift } from '#kernel/branch.ts'
import { endings } from './ending.ts'
import { addDemo } from './operations/demo.ts'
import * as manage from './operations/manage.ts'
import * as signIn from './operations/sign-in.ts'
import { endOverlived } from './operations/step-back.ts'
import * as tokens from './operations/tokens.ts'

export { addDemo, DEMO_PASSWORD, DEMO_TOTP_SECRET } from './operations/demo.ts'
export { endPost, grant as grantPost } from './operations/manage.ts'
export {
  accountById,
  endAllSessions,
  heldNow,
  lockPost,
  rolesWithin,
  roomOf,
  workersAt,
  workersAtEach,
  workersFor,
  workersWithin,
} from './store.ts'

const { openTotp: _open, sealTotp: _seal, ...signing } = signIn

const branch = branchShift('account', ['account'])

export const accountModule = {
  name: 'account',
  endings,
  operations: [...Object.values(signing), ...Object.values(manage), ...Object.values(tokens), addDemo, branch.shift],
  look: manage.get,
  reactions: [branch.reaction, endOverlived],
  tables: ['account', 'post', 'session'],
  sealed: [{ table: 'account', row: 'id', columns: ['totp_secret'] }],
} as const
