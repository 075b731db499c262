// The face of the mediation module: its operations and tables.
import { branchShift } from '#kernel/branch.ts'
import { endings } from './ending.ts'
import { onDuty } from './on-duty.ts'
import * as accepting from './operations/accepting.ts'
import * as after from './operations/after.ts'
import * as agreeing from './operations/agreeing.ts'
import * as archiving from './operations/archiving.ts'
import * as avoiding from './operations/avoiding.ts'
import * as confirm from './operations/confirm.ts'
import * as ends from './operations/ending.ts'
import * as kinds from './operations/kinds.ts'
import * as meeting from './operations/meeting.ts'
import * as notes from './operations/notes.ts'
import * as opening from './operations/opening.ts'
import * as papers from './operations/papers.ts'
import * as partyPage from './operations/party-page.ts'
import * as read from './operations/read.ts'
import * as referring from './operations/referring.ts'
import * as reminding from './operations/reminding.ts'
import * as rules from './operations/rules.ts'
import * as scanning from './operations/scans.ts'
import * as sealing from './operations/sealing.ts'
import { suggest } from './operations/suggest.ts'
import * as talking from './operations/talking.ts'
import * as tiers from './operations/tiers.ts'
import * as ways from './operations/ways.ts'
import { sealedTables } from './sealed-tables.ts'
import { tellsMatter } from './with-matter.ts'

export { filesAbout, leadsOf } from './about.ts'
export { type CountedFile, filesCounted, filesOfMatters } from './figures-store.ts'
export { type KindHere, kindsOf } from './kinds.ts'
export { namesParty } from './named.ts'
export type { Reminded } from './operations/reminding.ts'
export { followUpDays } from './periods.ts'
export { mediates } from './rights.ts'
export { mediationById } from './store.ts'
export { sweepMediations } from './sweep.ts'
export { usualRules } from './usual-rules.ts'

const branch = branchShift('mediation', [
  ...(['mediation', 'mediation_party', 'mediation_record', 'closed_note', 'mediation_evidence'] as const),
  ...(['mediation_agreement', 'mediation_term', 'mediation_signature', 'follow_up', 'mediation_handover'] as const),
  ...(['mediation_step', 'mediation_reminder', 'mediation_scan', 'mediation_archive'] as const),
  'mediation_opening',
  ...(['mediation_step', 'mediation_reminder', 'mediation_meeting', 'mediation_proposal'] as const),
  ...(['mediation_disclosure', 'mediation_avoidance', 'mediation_invitation'] as const),
])
const { standing: _standing, ...agreements } = agreeing
const { workedOn: _workedOn, ...talks } = talking
const { toArchive: _toArchive, ...archives } = archiving
const { MIMES: _mimes, wholeOf: _wholeOf, ...printing } = papers
const { refuseWhileSealed: _refuseWhileSealed, ...seals } = sealing

export const mediationModule = {
  name: 'mediation',
  endings,
  sealed: sealedTables,
  operations: [
    branch.shift,
    suggest,
    ...[
      opening,
      accepting,
      read,
      talks,
      notes,
      referring,
      tiers,
      ways,
      partyPage,
      agreements,
      confirm,
      ends,
      after,
      kinds,
      avoiding,
      rules,
      reminding,
      printing,
      scanning,
      archives,
      seals,
      meeting,
    ].flatMap((part) => Object.values(part)),
  ],
  look: read.get,
  reactions: [branch.reaction, ...tellsMatter, ...onDuty],
  tables: [
    ...(['dispute_kind', 'mediation', 'mediation_party', 'mediation_record', 'closed_note'] as const),
    ...(['mediation_evidence', 'mediation_agreement', 'mediation_term', 'mediation_signature'] as const),
    ...(['follow_up', 'mediation_handover', 'mediation_step'] as const),
    ...(['mediation_scan', 'mediation_archive', 'mediation_opening'] as const),
    ...(['mediation_rule', 'mediation_reminder', 'mediation_meeting', 'mediation_proposal'] as const),
    ...(['tie_kind', 'mediation_disclosure', 'mediation_avoidance', 'mediation_invitation'] as const),
  ],
} as const
