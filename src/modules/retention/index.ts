// The face of the retention module: terms, holds, lists to sign, and the daily look.
import { branchShift } from '#kernel/branch.ts'
import { endings } from './ending.ts'
import { destruction, destructions, keep, sign, witness } from './operations/destructions.ts'
import { begin, closeMonth, draw, endDue, endSigned, looked, settle } from './operations/ending.ts'
import { askLift, hold, holds, lift } from './operations/holds.ts'
import { rules, setRule } from './operations/rules.ts'

export { rules as retentionRules } from './operations/rules.ts'
export { type Swept, startRetention, sweepRetention } from './sweep.ts'

const branch = branchShift('retention', ['destruction', 'destruction_row'])

export const retentionModule = {
  name: 'retention',
  endings,
  operations: [
    ...[rules, setRule, holds, hold, askLift, lift],
    ...[destructions, destruction, sign, witness, keep],
    ...[begin, settle, endDue, draw, endSigned, closeMonth, looked, branch.shift],
  ],
  look: rules,
  reactions: [branch.reaction],
  tables: ['retention_rule', 'legal_hold', 'destruction', 'destruction_row'],
} as const
