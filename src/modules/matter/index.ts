// The face of the matter module: its operations, tables and reactions, and what others may ask of it.
import { branchShift } from '#kernel/branch.ts'
import { endings } from './ending.ts'
import * as along from './operations/along.ts'
import * as climbing from './operations/climb.ts'
import * as dispatch from './operations/dispatch.ts'
import { figures } from './operations/figures.ts'
import * as filters from './operations/filters.ts'
import * as handle from './operations/handle.ts'
import * as judge from './operations/judge.ts'
import * as kinds from './operations/kinds.ts'
import * as listening from './operations/listening.ts'
import * as over from './operations/over.ts'
import * as read from './operations/read.ts'
import { record } from './operations/record.ts'
import { recount } from './operations/recount.ts'
import { menu, preview, report } from './operations/report.ts'
import { routeAtOnce, routes, setRoute } from './operations/routes.ts'
import * as similar from './operations/similar.ts'
import * as story from './operations/story.ts'
import * as supervise from './operations/supervise.ts'
import { due } from './operations/sweep.ts'

export { type CountedMatter, mattersCounted } from './counted-store.ts'
export { forgetKinds } from './kinds.ts'
export { DESKS, inOffice, REFEREES } from './leads.ts'
export { type MatterMove, matterLife } from './lifecycle.ts'
export { note as noteOnMatter, resume as resumeMatter, standForMediation } from './operations/along.ts'
export { finish as finishMatter } from './operations/handle.ts'
export { list as listMatters } from './operations/read.ts'
export { recount } from './operations/recount.ts'
export { report as reportMatter } from './operations/report.ts'
export { Phone } from './shapes.ts'
export {
  isInHand,
  SHOWN_MOVES,
  type ShownAsked,
  type ShownKind,
  type ShownMatter,
  type ShownStep,
  shownKinds,
  shownMatters,
  shownSteps,
  stepsOf,
  type ToldStep,
} from './shown.ts'
export { decidedOf, joinedTo, mattersFromPhone, reporterOf, reporterPhonesOf, type Told, toldOf } from './told.ts'

const branch = branchShift('matter', [
  'matter',
  'matter_clock',
  'matter_step',
  'matter_pause',
  'matter_request',
  'listening',
  'file',
])
const { disputeUntil: _until, ...judging } = judge

export const matterModule = {
  name: 'matter',
  endings,
  operations: [
    branch.shift,
    report,
    record,
    menu,
    preview,
    recount,
    ...Object.values(handle),
    ...Object.values(dispatch),
    ...Object.values(along),
    ...Object.values(climbing),
    ...Object.values(supervise),
    ...Object.values(over),
    due,
    figures,
    ...Object.values(listening),
    ...Object.values(filters),
    ...Object.values(similar),
    routes,
    setRoute,
    ...Object.values(judging),
    ...Object.values(read),
    ...Object.values(story),
    ...Object.values(kinds),
  ],
  tables: [
    'matter_kind',
    'access_item',
    'matter_limit',
    'emergency_rule',
    'matter',
    'matter_clock',
    'matter_step',
    'matter_pause',
    'matter_request',
    'routing_rule',
    'listening',
    'saved_filter',
  ],
  look: read.get,
  reactions: [branch.reaction, routeAtOnce],
  sealed: [{ table: 'matter', row: 'id', columns: ['reporter_name', 'reporter_phone'] }],
} as const
