// What is said when a matter has moved, and to whom: to who has to do something now, and to whoever waits for it.
import type { Role } from '#kernel/access.ts'
import { REFEREES, type Told } from '#modules/matter/index.ts'
import type { Followed } from './moves.ts'
import type { Receiver, Saying } from './tell.ts'
import type { Said } from './template.ts'
import type { Choice, Group } from './whom.ts'

export type Moved = {
  readonly move: Followed
  readonly by_id: string | null
  readonly at: Date
  /** As it is when it is told: what has gone on since is not said any more. */
  readonly row: Told
  /** Agencies and people to whom it was handed by this very move. */
  readonly handed: readonly string[]
  /** What was decided by this move: who had asked, and until when. */
  readonly decided: { readonly asked_by: string; readonly until_at: Date } | undefined
  /** Matters that are answered together with it. */
  readonly joined: readonly { readonly id: string; readonly no: string }[]
}

type Line = Pick<Saying, 'kind' | 'without' | 'urgent'> & {
  readonly to: Receiver
  readonly said?: Said
  readonly about?: string
}

const COMMUNITY = ['community_staff', 'community_head'] as const
const SUBDISTRICT = ['subdistrict_staff'] as const

const at = (row: Told, ...roles: readonly Role[]): Group => ({ roles, areaPos: row.area_pos })
const only = (...groups: readonly Group[]): Choice => ({ groups })

/** The community's desk; where it has none, the subdistrict's. */
const desk = (row: Told): Choice[] => [only(at(row, ...COMMUNITY)), only(at(row, ...SUBDISTRICT))]
const worker = (row: Told): Choice[] => [only(at(row, 'grid_worker')), ...desk(row)]
const referees = (row: Told): Choice[] => [only(at(row, 'subdistrict_leader')), only(at(row, ...REFEREES))]
const leaders = (row: Told): Choice[] => [
  only(at(row, 'community_head', 'subdistrict_leader')),
  only(at(row, 'district_leader')),
]
/** An agency or a person: which of the two an id is, the question itself finds out. */
const either = (id: string): Group[] => [{ agency: id }, { account: id }]

/** Whom it lies with now: agency, desk, leader and his team, or the grid; returned, it is the desks' or the referees'. */
function lies(row: Told): Choice[] {
  if (row.agency_id) return [only({ agency: row.agency_id }), ...desk(row)]
  if (row.desk_area_id)
    return [only({ desk: row.desk_area_id }), only(at(row, ...SUBDISTRICT)), only(at(row, 'subdistrict_leader'))]
  if (row.leader_id)
    return [
      only({ account: row.leader_id }, ...row.helpers.map((account) => ({ account }))),
      only(at(row, ...SUBDISTRICT)),
    ]
  if (row.state !== 'reported' || row.returns === 0) return worker(row)
  return row.returns >= 2 && !row.ruled ? referees(row) : [only(at(row, ...COMMUNITY, ...SUBDISTRICT))]
}

/** Whoever handles it; where nobody does or he is gone, whom it lies with. */
const holder = (row: Told): Choice[] =>
  row.handler_id && row.state !== 'reported' && row.state !== 'dispatched'
    ? [only({ account: row.handler_id }), ...lies(row)]
    : lies(row)

const staff = (
  kind: string,
  choices: readonly Choice[],
  more: Pick<Line, 'without' | 'urgent' | 'said'> = {},
): Line => ({
  kind,
  to: { choices },
  ...more,
})
const reporter = (kind: string, row: Told, said: Said = {}): Line => ({ kind, to: { reporter: row.id }, said })

/** To an agency; where nobody works for it today, the desk is told just that. */
const toAgency = (row: Told, kind: string, groups: readonly Group[], urgent = row.emergency !== null): Line =>
  staff(kind, [only(...groups), ...desk(row).map((choice) => ({ ...choice, kind: 'matter.unattended' }))], { urgent })

const toHelpers = ({ row, handed }: Moved): Line[] =>
  handed
    .filter((id) => id !== row.agency_id && row.helpers.includes(id))
    .map((id) => toAgency(row, 'matter.invited', either(id), false))

const handedOn = (moved: Moved): Line[] => [
  ...(moved.row.agency_id
    ? [
        toAgency(moved.row, moved.row.emergency ? 'matter.emergency' : 'matter.dispatched', [
          { agency: moved.row.agency_id },
        ]),
      ]
    : []),
  ...toHelpers(moved),
]

/** A limit that ran out is nobody's hand. */
const passedUp = ({ row, by_id }: Moved): Line[] =>
  row.agency_id
    ? []
    : [staff(by_id ? 'matter.raised' : 'matter.climbed', lies(row), { urgent: row.emergency !== null })]

/** Whoever checks a matter, grants time or answers for its lateness had no hand in it. */
const apart = (row: Told) => ({ without: row.handler_id ? [...row.hands, row.handler_id] : row.hands })

function warned({ row }: Moved): Line[] {
  const urgent = row.emergency !== null
  if (row.state === 'replied') return row.clock === 'rate' ? [reporter('matter.again', row)] : []
  if (row.state === 'finished') return [staff('matter.warned', desk(row), { ...apart(row), urgent })]
  return ['reported', 'dispatched', 'handling'].includes(row.state)
    ? [staff('matter.warned', holder(row), { urgent })]
    : []
}

const supervised =
  (kind: string) =>
  ({ row }: Moved): Line[] => [staff(kind, holder(row)), staff(kind, [only(...row.helpers.flatMap(either))])]

const granted = ({ row, decided }: Moved, kind: string): Line[] => {
  if (!decided) return []
  const said = { at: decided.until_at.toISOString() }
  return [
    staff('matter.granted', [only({ account: decided.asked_by }), ...holder(row)], { said }),
    reporter(kind, row, said),
  ]
}

const checked = ({ row }: Moved): Line[] => [
  staff('matter.check', desk(row), apart(row)),
  ...(row.late_times > row.acknowledged ? [staff('matter.late', leaders(row), apart(row))] : []),
]

const none = () => []

const SAID: Readonly<Record<Followed, (moved: Moved) => readonly Line[]>> = {
  report({ row }) {
    if (row.emergency) return [staff('matter.emergency', worker(row))]
    // A rule has handed it on in the same moment: there is nothing for the grid to take.
    return row.agency_id ? [] : [staff('matter.fresh', worker(row))]
  },
  record: checked,
  take: ({ row }) => [reporter('matter.taken', row)],
  answer: none,
  decline: ({ row }) => [reporter('matter.declined', row)],
  dispatch: handedOn,
  rule: handedOn,
  transfer: handedOn,
  sign: none,
  return({ row }) {
    if (row.state !== 'reported' || row.returns === 0) return []
    return [staff(row.returns >= 2 && !row.ruled ? 'matter.ruling' : 'matter.returned', lies(row))]
  },
  invite: toHelpers,
  raise: passedUp,
  climb: passedUp,
  warn: warned,
  ask: ({ row }) => [staff('matter.asked', [...desk(row), ...leaders(row)], apart(row))],
  pause: (moved) => granted(moved, 'matter.paused'),
  standForMediation: () => [],
  extend: (moved) => granted(moved, 'matter.extended'),
  refuse: ({ row, decided }) =>
    decided ? [staff('matter.refused', [only({ account: decided.asked_by }), ...holder(row)])] : [],
  urge: supervised('matter.urged'),
  mark: supervised('matter.marked'),
  comment: supervised('matter.commented'),
  finish: checked,
  sendBack: ({ row }) => [staff('matter.sentBack', holder(row))],
  // The desk could not reply before; now it can. Unread, it is the same line once more.
  acknowledge: ({ row }) =>
    row.state === 'finished' && row.late_times <= row.acknowledged
      ? [staff('matter.check', desk(row), apart(row))]
      : [],
  verify: ({ row, joined }) => [
    reporter('matter.replied', row),
    ...joined.map(({ id, no }) => ({ kind: 'matter.replied', to: { reporter: id }, about: id, said: { no } })),
  ],
  rate: ({ row }) => (row.handler_id ? [staff('matter.rated', [only({ account: row.handler_id })])] : []),
  dispute: ({ row }) => [
    staff('matter.disputed', holder(row)),
    staff('matter.disputed', desk(row), { without: row.handler_id ? [row.handler_id] : [] }),
  ],
  askEffect: ({ row }) => [reporter('matter.effect', row)],
  confirm: none,
  merge: ({ row }) => [reporter('matter.joined', row)],
  withdraw: none,
  forget: none,
}

const saidOf = (row: Told): Said => ({
  no: row.no,
  kind: row.kind,
  ...(row.grid.zh ? { area: row.grid } : {}),
  ...(row.due_at ? { at: row.due_at.toISOString() } : {}),
})

/** Everything that is said of a move. Nobody is told of his own deed, nor of what he may not see. */
export const sayingsOf = (moved: Moved): Saying[] =>
  SAID[moved.move](moved).map(({ said, about, ...line }) => ({
    ...line,
    about: { kind: 'matter', id: about ?? moved.row.id },
    said: { ...saidOf(moved.row), ...said },
    at: moved.at,
    except: moved.by_id,
    guard: { id: moved.row.id, pos: moved.row.area_pos },
  }))
