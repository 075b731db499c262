// The face of the committee module: its operations and tables, and who mediates where.
import { branchShift } from '#kernel/branch.ts'
import { endings } from './ending.ts'
import * as complaints from './operations/complaints.ts'
import * as keep from './operations/keep.ts'
import { setKind, setSkill } from './operations/kinds.ts'
import * as read from './operations/read.ts'
import * as roster from './operations/roster.ts'
import * as seats from './operations/seats.ts'
import { suggest } from './operations/suggest.ts'
import * as training from './operations/training.ts'

export { suggestMediators } from './candidates.ts'
export { committeeOf, leavingDays, type Mediating, mediatorsOf } from './mediating.ts'
export { type CommitteeRow, committeeById, committeesFor, holdCommittee, lockCommittee } from './store.ts'
export { whyAvoided } from './suggest.ts'
export { daysHere } from './view.ts'

const branch = branchShift('committee', ['mediation_committee', 'mediator_complaint'])

export const committeeModule = {
  name: 'committee',
  endings,
  operations: [
    ...[read, keep, seats, roster, training, complaints].flatMap((part) => Object.values(part)),
    setKind,
    setSkill,
    suggest,
    branch.shift,
  ],
  look: read.get,
  reactions: [branch.reaction],
  tables: [
    'committee_kind',
    'mediation_skill',
    'mediation_committee',
    'mediator',
    'mediator_training',
    'committee_rule',
    'mediator_complaint',
  ],
  sealed: [{ table: 'mediator_complaint', row: 'id', columns: ['body', 'answer'], version: 'key_version' }],
} as const
