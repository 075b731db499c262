// The face of the duty module: its operations, its tables, and who is on duty where.

import * as bodies from './bodies.ts'
import { endings } from './ending.ts'
import * as operations from './operations.ts'
import * as teams from './teams.ts'

export { minuteOf, presentIn } from './present.ts'
export { joined, minutesIn, missing, type Span, weeklyGaps } from './roster.ts'
export { dutiesOf } from './store.ts'
export { teamsAt } from './team-store.ts'

export const dutyModule = {
  name: 'duty',
  endings,
  operations: [...Object.values(operations), ...Object.values(teams), ...Object.values(bodies)],
  look: operations.chain,
  tables: [
    'duty_kind',
    'duty',
    'working_group',
    'group_member',
    'team_kind',
    'team',
    'team_member',
    'team_shift',
    'team_swap',
    'body_kind',
    'body',
    'secondment',
  ],
} as const
