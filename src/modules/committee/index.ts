// The face of the committee module: its operations and tables, and who mediates where.
import { branchShift } from '#kernel/branch.ts'
import { endings } from './ending.ts'
import * as applying from './operations/applying.ts'
import * as complaints from './operations/complaints.ts'
import * as keep from './operations/keep.ts'
import { setKind, setSkill } from './operations/kinds.ts'
import * as read from './operations/read.ts'
import * as recruiting from './operations/recruiting.ts'
import * as roster from './operations/roster.ts'
import * as seats from './operations/seats.ts'
import { suggest } from './operations/suggest.ts'
import * as terms from './operations/terms.ts'
import * as training from './operations/training.ts'

export { suggestMediators } from './candidates.ts'
export { ABOUT } from './complaint-contract.ts'
export { committeeOf, leavingDays, type Mediating, mediatorsOf } from './mediating.ts'
export { complainFrom } from './operations/complaints.ts'
export type { TermTold } from './operations/terms.ts'
export { complaintOf } from './own-complaint.ts'
export { type CommitteeRow, committeeById, committeesFor, holdCommittee, lockCommittee } from './store.ts'
export { whyAvoided } from './suggest.ts'
export { sweepTerms } from './sweep.ts'
export { daysHere } from './view.ts'

const branch = branchShift('committee', [
  ...(['mediation_committee', 'mediator_complaint', 'mediator_call', 'mediator_applicant'] as const),
])

export const committeeModule = {
  name: 'committee',
  endings,
  operations: [
    ...[read, keep, seats, terms, roster, training, complaints, recruiting, applying].flatMap((part) =>
      Object.values(part),
    ),
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
    'mediator_call',
    'mediator_applicant',
  ],
  sealed: [
    { table: 'mediator_complaint', row: 'id', columns: ['body', 'answer'], version: 'key_version' },
    { table: 'mediator_applicant', row: 'id', columns: ['body', 'answer'], version: 'key_version' },
  ],
} as const
