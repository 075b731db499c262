// The face of the register: its operations and tables, and what others may ask of it.
import { branchShift } from '#kernel/branch.ts'
import * as peopleRead from './people/read.ts'

const branch = branchShift('register', [
  ...(['home', 'rental', 'organisation', 'household', 'person', 'person_past', 'tie'] as const),
  ...(['movement', 'home_visit', 'correction', 'register_batch'] as const),
])

export const registerModule = {
  name: 'register',
  operations: [branch.shift, ...Object.values(peopleRead)],
  look: peopleRead.person,
  reactions: [branch.reaction],
  tables: [
    ...(['home', 'rental', 'organisation', 'household', 'person', 'person_past', 'tie', 'movement'] as const),
    ...(['home_visit', 'correction', 'register_batch', 'register_purpose'] as const),
  ],
} as const
