// The face of the counsel module: its operations and its tables.
import { branchShift } from '#kernel/branch.ts'
import { endings } from './ending.ts'
import * as advice from './operations/advice.ts'
import * as advisers from './operations/advisers.ts'
import * as bookings from './operations/bookings.ts'
import * as clinics from './operations/clinics.ts'
import * as library from './operations/library.ts'
import * as panelPlans from './operations/panel-plans.ts'
import * as panels from './operations/panels.ts'
import * as queue from './operations/queue.ts'
import * as rotation from './operations/rotation.ts'
import * as sitters from './operations/sitters.ts'

const { openFor: _open, writeClinic: _write, possible: _possible, ...sessions } = clinics
const { daysOf: _days, ...patterns } = rotation
const { ticketView: _view, ...numbers } = queue

const branch = branchShift(
  'counsel',
  [
    ...(['sitter', 'rotation', 'clinic', 'law_answer', 'panel', 'panel_member', 'panel_measure'] as const),
    ...(['law_post', 'law_service', 'law_advice'] as const),
  ],
  [{ table: 'law_post', column: 'area_end' }],
)

export const counselModule = {
  name: 'counsel',
  endings,
  operations: [
    ...[sitters, advisers, advice, sessions, patterns, numbers, bookings, library, panels, panelPlans].flatMap((part) =>
      Object.values(part),
    ),
    branch.shift,
  ],
  look: clinics.week,
  reactions: [branch.reaction],
  tables: [
    ...(['sitter', 'rotation', 'clinic', 'clinic_seat', 'clinic_booking', 'clinic_ticket'] as const),
    ...([
      'law_answer',
      'panel',
      'panel_member',
      'panel_measure',
      'law_post',
      'law_service',
      'law_advice',
      'aid_centre',
    ] as const),
  ],
  sealed: [
    { table: 'clinic_booking', row: 'id', columns: ['phone'], version: 'key_version' },
    { table: 'panel', row: 'id', columns: ['put', 'plan'], version: 'key_version' },
    { table: 'panel_member', row: 'id', columns: ['opinion'], version: 'key_version' },
    { table: 'panel_measure', row: 'id', columns: ['body'], version: 'key_version' },
    { table: 'law_advice', row: 'id', columns: ['person', 'aid'], version: 'key_version' },
  ],
} as const
