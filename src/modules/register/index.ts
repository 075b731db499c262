// The face of the register: its operations and tables, and what others may ask of it.
import { branchShift } from '#kernel/branch.ts'
import * as peopleRead from './people/read.ts'
import * as looks from './reveal/looks.ts'
import * as revealing from './reveal/reveal.ts'

export { openNameAndPhone, phoneDigits } from './people/sealed.ts'
export { maskName, maskPhone } from './personal.ts'
export { LIMITED, spendOrStop } from './reveal/limits.ts'
export { READERS } from './rights.ts'

const branch = branchShift('register', [
  ...(['home', 'rental', 'organisation', 'household', 'person', 'person_past', 'tie'] as const),
  ...(['movement', 'home_visit', 'correction', 'register_batch'] as const),
])

export const registerModule = {
  name: 'register',
  operations: [branch.shift, ...Object.values(peopleRead), ...Object.values(revealing), ...Object.values(looks)],
  look: peopleRead.person,
  reactions: [branch.reaction],
  tables: [
    ...(['home', 'rental', 'organisation', 'household', 'person', 'person_past', 'tie', 'movement'] as const),
    ...(['home_visit', 'correction', 'register_batch', 'register_purpose'] as const),
    ...(['disclosure', 'register_limit', 'register_spent'] as const),
  ],
} as const
