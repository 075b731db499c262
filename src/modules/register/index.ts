// The face of the register: its operations and tables, and what others may ask of it.
import { branchShift } from '#kernel/branch.ts'
import * as corrections from './corrections/operations.ts'
import * as counts from './counts/operations.ts'
import { endings } from './ending.ts'
import * as letting from './homes/letting.ts'
import * as homes from './homes/operations.ts'
import * as households from './households/operations.ts'
import * as organisations from './organisations/operations.ts'
import * as entering from './people/enter.ts'
import * as history from './people/history.ts'
import * as merging from './people/merge.ts'
import * as moving from './people/move.ts'
import * as people from './people/read.ts'
import * as ties from './ties/operations.ts'

export { correctionLife, personLife } from './lifecycle.ts'
export { sealPerson } from './people/sealed.ts'

const branch = branchShift('register', [
  ...(['home', 'rental', 'organisation', 'household', 'person', 'person_past', 'tie'] as const),
  ...(['movement', 'home_visit', 'correction', 'register_batch', 'register_count'] as const),
])

export const registerModule = {
  name: 'register',
  endings,
  operations: [
    branch.shift,
    ...[people, entering, moving, merging, history, households, homes, letting].flatMap((part) => Object.values(part)),
    ...[organisations, ties, corrections, counts].flatMap((part) => Object.values(part)),
  ],
  look: people.person,
  reactions: [branch.reaction],
  tables: [
    ...(['home', 'rental', 'organisation', 'household', 'person', 'person_past', 'tie', 'movement'] as const),
    ...(['home_visit', 'correction', 'register_batch', 'register_purpose', 'register_count'] as const),
  ],
} as const
