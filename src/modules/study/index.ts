// The face of the study module: its operations and its tables.
import { branchShift } from '#kernel/branch.ts'
import { endings } from './ending.ts'
import * as figures from './operations/figures.ts'
import * as meetings from './operations/meetings.ts'
import * as sweeps from './operations/sweeps.ts'

const branch = branchShift(
  'study',
  ['study_meeting', 'study_measure', 'study_sweep', 'study_prevented'],
  [{ table: 'study_sweep', column: 'area_end' }],
)

export const studyModule = {
  name: 'study',
  endings,
  operations: [branch.shift, ...[figures, meetings, sweeps].flatMap((part) => Object.values(part))],
  look: meetings.meetings,
  reactions: [branch.reaction],
  tables: ['study_meeting', 'study_measure', 'study_sweep', 'study_prevented'],
} as const
