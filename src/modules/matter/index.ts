// The face of the matter module: its operations, tables and reactions, and what others may ask of it.
import { branchShift } from '#kernel/branch.ts'
import * as handle from './operations/handle.ts'
import * as judge from './operations/judge.ts'
import * as kinds from './operations/kinds.ts'
import * as read from './operations/read.ts'
import { recount } from './operations/recount.ts'
import { preview, report } from './operations/report.ts'
import * as story from './operations/story.ts'

export { forgetKinds } from './kinds.ts'
export { matterLife } from './lifecycle.ts'
export { recount } from './operations/recount.ts'
export { reporterPhonesOf, type Told, toldOf } from './told.ts'

const branch = branchShift('matter', ['matter', 'matter_clock', 'matter_step', 'file'])
const { writeMove: _write, clocksFrom: _clocks, ...handling } = handle
const { disputeUntil: _until, ...judging } = judge

export const matterModule = {
  name: 'matter',
  operations: [
    branch.shift,
    report,
    preview,
    recount,
    ...Object.values(handling),
    ...Object.values(judging),
    ...Object.values(read),
    ...Object.values(story),
    ...Object.values(kinds),
  ],
  tables: ['matter_kind', 'access_item', 'matter_limit', 'emergency_rule', 'matter', 'matter_clock', 'matter_step'],
  look: read.get,
  reactions: [branch.reaction],
} as const
