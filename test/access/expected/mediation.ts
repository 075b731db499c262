// Rights on mediation files: the desk takes them in, those who mediate work on them, and nobody else reads what was said.

import { partyPageRights } from './mediation-party-page.ts'
import type { Right } from './right.ts'
import { DESKS, HANDLERS, READERS } from './roles.ts'

const REGISTERING = ['grid_worker', ...DESKS] as const
const MEDIATING = [...REGISTERING, 'mediator'] as const
const KEEPERS = ['district_staff', 'district_leader'] as const

const desk = { about: 'mediation', lets: [{ roles: DESKS, reach: 'area' }] } as const
/** As long as nobody mediates it, the desk does; everybody at work may ask, and those who do not see it are told it is missing. */
const deskFirst = { ...desk, sees: READERS, others: 'door.missing' } as const
/** Nobody here mediates it: who sees it in his area is refused, for all others it is not there. */
const mediatorsOnly = { about: 'mediation', sees: READERS, others: 'door.missing' } as const
const mine = { about: 'nothing', lets: [{ roles: MEDIATING, reach: 'district' }] } as const
const onGrid = { about: 'grid', lets: [{ roles: MEDIATING, reach: 'area' }] } as const

/** Whoever mediates it, in office, wherever it lies. */
const byItsMediator: Right = {
  ...{ about: 'mediation', lets: [{ roles: HANDLERS, reach: 'district' }], others: 'door.missing' },
  given: 'the asker mediates it',
} as const
/** Work on a file that its mediators alone do. */
const MEDIATORS_WORK = [
  'tellRights',
  'record',
  'hold',
  'disclose',
  'note',
  'notes',
  'planMeeting',
  'invite',
  'callOff',
  'propose',
  'answerProposal',
  'addEvidence',
  'suspend',
  'resume',
  'extend',
  'agree',
  'agreeOrally',
  'sign',
  'takeEffect',
  'reword',
  'fail',
  'terminate',
  'confirmation',
  'performed',
  'followUp',
  'moveFollowUp',
  'endFollowUps',
  'settle',
  'handBack',
  'explainGap',
] as const
/** What the desk does as well, or does first. */
const WITH_THE_DESK = [
  'get',
  'committees',
  'giveCode',
  'reveal',
  'precheck',
  'consent',
  'addParty',
  'withdraw',
  'refuse',
  'handOn',
  'handUp',
  'workJointly',
  'relapse',
  'replyReferral',
  'archive',
  'suggest',
  'tellTies',
  'askAvoidance',
] as const

/** What an answer tells of the parties. What one side said alone (`aside`) is told by its own question, and by nothing else. */
const SHOWS = {
  get: { shows: ['statement'] },
  reveal: { shows: ['name', 'phone'] },
  notes: { shows: ['aside'] },
} as const satisfies Readonly<Record<string, Pick<Right, 'shows'>>>

export const mediationRights: Readonly<Record<string, Right>> = {
  'mediation.kinds': { about: 'nothing', lets: [{ roles: [...MEDIATING, ...KEEPERS], reach: 'district' }] },
  'mediation.setKind': { about: 'nothing', lets: [{ roles: KEEPERS, reach: 'district' }] },
  'mediation.rules': { about: 'nothing', lets: [{ roles: [...MEDIATING, ...KEEPERS], reach: 'district' }] },
  'mediation.setRule': { about: 'nothing', lets: [{ roles: KEEPERS, reach: 'district' }] },
  'mediation.toRemind': { about: 'nothing', machine: true },
  'mediation.remind': { about: 'mediation', machine: true },
  'mediation.apply': onGrid,
  'mediation.recordOnSpot': onGrid,
  'mediation.list': { about: 'grid', lets: [{ roles: [...DESKS, 'subdistrict_leader'], reach: 'area' }] },
  'mediation.mine': mine,
  'mediation.dueFollowUps': mine,
  'mediation.get': { ...deskFirst, ...SHOWS.get },
  'mediation.committees': deskFirst,
  'mediation.giveCode': deskFirst,
  'mediation.reveal': { ...deskFirst, ...SHOWS.reveal },
  'mediation.precheck': deskFirst,
  'mediation.accept': desk,
  'mediation.appoint': desk,
  'mediation.decline': desk,
  'mediation.receive': desk,
  'mediation.consent': deskFirst,
  'mediation.addParty': deskFirst,
  'mediation.withdraw': deskFirst,
  'mediation.refuse': deskFirst,
  'mediation.handOn': deskFirst,
  'mediation.handUp': deskFirst,
  'mediation.workJointly': deskFirst,
  'mediation.relapse': deskFirst,
  'mediation.replyReferral': deskFirst,
  'mediation.archive': deskFirst,
  'mediation.suggest': deskFirst,
  'mediation.tellTies': deskFirst,
  'mediation.askAvoidance': { ...deskFirst, machine: true },
  ...partyPageRights,
  'mediation.decideAvoidance': {
    ...{ about: 'mediation', lets: [{ roles: ['community_head', 'subdistrict_staff'], reach: 'area' }] },
  },
  'mediation.tieKinds': { about: 'nothing', lets: [{ roles: [...MEDIATING, ...KEEPERS], reach: 'district' }] },
  'mediation.setTieKind': { about: 'nothing', lets: [{ roles: KEEPERS, reach: 'district' }] },
  ...Object.fromEntries(MEDIATORS_WORK.map((verb) => [`mediation.${verb}`, mediatorsOnly])),
  ...Object.fromEntries(
    [...MEDIATORS_WORK, ...WITH_THE_DESK].map((verb) => [
      `mediation.${verb} (by its mediator)`,
      { ...byItsMediator, ...(verb in SHOWS ? SHOWS[verb as keyof typeof SHOWS] : {}) },
    ]),
  ),
  'mediation.askAvoidance (by its mediator)': { ...byItsMediator, machine: true },
  'mediation.archive (by its mediator)': { ...byItsMediator, slow: true },
  'mediation.shift': { about: 'nothing', machine: true },
}
