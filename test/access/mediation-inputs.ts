// What each line about mediation files asks, and the dispute of 第12网格 that it asks about.
import { committee } from '#modules/committee/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import type { Street } from '#test/street.ts'
import type { Canaries } from './canaries.ts'
import type { Ask } from './inputs.ts'
import { speakAlone, toldThere } from './mediation-canaries.ts'
import { type PapersThere, scannedThere, sealedThere } from './mediation-papers-there.ts'

/** Files by how far they have come. */
const STAGES = [
  ...(['applied', 'accepted', 'mediating', 'suspended', 'agreed', 'signed', 'performing', 'kept'] as const),
  ...(['handedUp', 'withdrawn', 'back', 'disclosed', 'asked', 'scanned', 'sealed', 'over', 'referred'] as const),
] as const
type Stage = (typeof STAGES)[number]
type File = {
  readonly id: string
  readonly notesId: string
  readonly parties: readonly string[]
  readonly signerId: string
  readonly termId: string
  readonly followUpId: string
  readonly meetingId: string
  readonly proposalId: string
  readonly avoidanceId: string
} & PapersThere
export type MediationWorld = {
  readonly mediations: Readonly<Record<Stage, File>>
  /** Codes of the applicant's page. */
  readonly pages: Readonly<Record<'accepted' | 'mediating' | 'performing' | 'respondent', string>>
  readonly sitting: string
  readonly sittingAbove: string
}

type Input = (ask: Ask) => Record<string, unknown>

const FACTS = { kind: 'RM02-05', title: '楼道堆物', facts: '楼道口停了两辆旧车。' }
const PARTIES = [
  { side: 'applicant', name: '单女士', phone: '13800000071' },
  { side: 'respondent', name: '鲁先生', phone: '13800000072' },
] as const
const NOBODY_THERE = '01890000-0000-7000-8000-000000000001'
const DAY = '2026-11-18'
const terms = [{ words: '三日内搬走', dueOn: '2026-11-21' }]
const told = { mode: 'site', heldOn: DAY, from: 540, until: 560, place: '2单元', words: '看过现场。' } as const

/** What each stage does beyond the one before it, by those who may. */
type Drive = {
  readonly to: { near: string; far: string; leadId: string }
  /** Once nobody’s ties stand in the way. */
  speakAlone(id: string): Promise<void>
}

async function drive(street: Street, id: string, stage: Stage, { to, speakAlone }: Drive) {
  const [desk, lead] = [street.as('chenjing'), street.as('zhaoguilan')]
  if (['applied', 'scanned', 'sealed', 'referred'].includes(stage)) return
  if (stage === 'withdrawn') return desk.do(mediation.withdraw, { id, words: '自己谈好了。' })
  await desk.do(mediation.accept, { id, committeeId: to.near, leadId: to.leadId })
  if (stage === 'accepted') return
  if (stage === 'handedUp') return lead.do(mediation.handUp, { id, committeeId: to.far, words: '请街道来调。' })
  await lead.do(mediation.disclose, { id })
  await speakAlone(id)
  if (stage === 'disclosed') return
  if (stage === 'asked')
    return desk.do(mediation.askAvoidance, { id, mediatorId: to.leadId, words: '想换一名调解员。' })
  await lead.do(mediation.hold, { id, ...told, result: '谈拢了。' })
  if (stage === 'mediating') {
    await lead.do(mediation.planMeeting, {
      id,
      mode: 'site',
      heldOn: '2027-03-01',
      from: 900,
      until: 960,
      place: '2单元',
    })
    return lead.do(mediation.propose, { id, words: '腾出角落停车。' })
  }
  if (stage === 'over') return lead.do(mediation.fail, { id, routes: ['court'], words: '谈不拢。' })
  if (stage === 'suspended') return lead.do(mediation.suspend, { id, words: '等检测。' })
  await lead.do(mediation.agree, { id, facts: '属实。', dispute: '搬不搬。', terms, copies: 3 })
  if (stage === 'agreed') return
  const { agreement } = await lead.do(mediation.get, { id })
  for (const { signerId, role } of agreement!.missing)
    await lead.do(mediation.sign, { id, signerId, way: role === 'stamp' ? 'stamp' : 'paper', signedOn: DAY })
  if (stage === 'signed') return
  await lead.do(mediation.takeEffect, { id })
  if (stage === 'performing' || stage === 'back') return
  await lead.do(mediation.performed, { id, termId: agreement!.terms[0]!.id, kept: true, on: DAY })
  return lead.do(mediation.endFollowUps, { id, words: '双方搬走了。' })
}

function papersAt(street: Street, id: string, stage: Stage): Promise<PapersThere> | PapersThere {
  if (stage === 'sealed') return sealedThere(street, id)
  return stage === 'scanned' ? scannedThere(street, id) : { page: NOBODY_THERE, openingId: NOBODY_THERE }
}

async function fileAt(street: Street, canaries: Canaries, gridId: string, stage: Stage, to: Drive['to']) {
  const referred =
    stage === 'referred' || stage === 'kept' ? ({ source: 'referred', referredBy: 'police' } as const) : {}
  const { nest, ...said } = toldThere(canaries)
  const given = { gridId, ...FACTS, ...said, ...referred }
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, given)
  nest.subject = id
  // The desk scans before anybody mediates.
  const scanned = stage === 'over' ? await scannedThere(street, id) : undefined
  await drive(street, id, stage, { to, speakAlone: (file) => speakAlone(street, canaries, file, nest) })
  const { parties, agreement, followUps, meetings, proposals, avoidances } = await street
    .as('anxiaoya')
    .do(mediation.get, { id })
  const { rows } = await street.owner.query('select notes_id from mediation where id = $1', [id])
  return {
    ...{ id, notesId: rows[0].notes_id as string, parties: parties.map((party) => party.id) },
    signerId: agreement?.missing[0]?.signerId ?? NOBODY_THERE,
    termId: agreement?.terms[0]?.id ?? NOBODY_THERE,
    followUpId: followUps[0]?.id ?? NOBODY_THERE,
    meetingId: meetings[0]?.id ?? NOBODY_THERE,
    proposalId: proposals[0]?.id ?? NOBODY_THERE,
    avoidanceId: avoidances[0]?.id ?? NOBODY_THERE,
    ...(scanned ?? (await papersAt(street, id, stage))),
  }
}

/** One file for each stage, in 第12网格; `far`: the committee that one of them was handed up to. */
export async function mediationThere(street: Street, canaries: Canaries, gridId: string): Promise<MediationWorld> {
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const named = (name: string) => committees.find((one) => one.name === name)!.id
  const leadId = (await street.as('zhaoguilan').actor()).id
  const to = { near: named('清荷社区人民调解委员会'), far: named('邻里街道人民调解委员会'), leadId }
  const files: [Stage, File][] = []
  for (const stage of STAGES) files.push([stage, await fileAt(street, canaries, gridId, stage, to)])
  const sittingAbove = (await street.as('wuchangshun').actor()).id
  const mediations = Object.fromEntries(files) as Record<Stage, File>
  const codeFor = async (stage: 'accepted' | 'mediating' | 'performing', at = 0) => {
    const { id, parties } = mediations[stage]
    return (await street.as('zhaoguilan').do(mediation.giveCode, { id, partyId: parties[at]! })).receipt
  }
  const pages = {
    accepted: await codeFor('accepted'),
    mediating: await codeFor('mediating'),
    performing: await codeFor('performing'),
    // Of the side that did not apply.
    respondent: await codeFor('mediating', 1),
  }
  return { mediations, pages, sitting: leadId, sittingAbove }
}

/** The stage that a move is made from; most of what a mediator does begins with a file that was taken. */
const FROM: Readonly<Record<string, Stage>> = {
  ...{
    suggest: 'applied',
    get: 'applied',
    committees: 'applied',
    reveal: 'applied',
    precheck: 'applied',
    accept: 'applied',
    decline: 'applied',
    consent: 'applied',
    giveCode: 'applied',
    paper: 'applied',
    wholeFile: 'applied',
    addScan: 'applied',
    scanPage: 'scanned',
    replyReferral: 'referred',
  },
  ...{ verifyArchive: 'sealed', sealed: 'sealed', askOpening: 'sealed', approveOpening: 'sealed' },
  ...{ declineOpening: 'sealed', openedPapers: 'sealed', openedPaper: 'sealed' },
  ...{ addParty: 'applied', withdraw: 'applied', refuse: 'applied', handOn: 'applied', receive: 'handedUp' },
  ...{
    notes: 'mediating',
    relapse: 'back',
    archive: 'withdrawn',
    resume: 'suspended',
    agree: 'mediating',
    sign: 'agreed',
  },
  ...{ disclose: 'mediating', tellTies: 'mediating', askAvoidance: 'mediating', decideAvoidance: 'asked' },
  ...{ reword: 'agreed', takeEffect: 'signed', confirmation: 'performing', performed: 'performing' },
  ...{
    followUp: 'performing',
    remind: 'performing',
    hold: 'disclosed',
    callOff: 'mediating',
    invite: 'mediating',
    answerProposal: 'mediating',
    moveFollowUp: 'performing',
    endFollowUps: 'performing',
    settle: 'kept',
    handBack: 'kept',
  },
}

/** The file that a line asks about. */
/** Lines about a file that is over and not sealed yet. */
export const OVER = '(once it is over)'

export const mediationOf = (world: MediationWorld, line: string): File =>
  world.mediations[line.endsWith(OVER) ? 'over' : (FROM[line.split(' ')[0]!.split('.')[1]!] ?? 'accepted')]

type Given = (file: File) => Record<string, unknown>
/** Asks about the file of the operation's stage; `more` may name its parts. */
const about = (verb: string, more: Given = () => ({})): [string, Input] => [
  `mediation.${verb}`,
  ({ world, id }) => {
    const file = mediationOf(world, `mediation.${verb}`)
    return { id: id(file.id), ...more(file) }
  },
]
const and = (verb: string, more: object) => about(verb, () => ({ ...more }))

const avoidingInputs: Readonly<Record<string, Input>> = {
  'mediation.tieKinds': () => ({}),
  'mediation.setTieKind': () => ({
    ...{ code: 'teacher', zh: '师生', en: 'Teacher and pupil', basis: '街道规定', version: 0 },
  }),
  ...Object.fromEntries([
    about('suggest'),
    about('disclose', ({ parties }) => ({ ties: [{ kind: 'neighbour', partyId: parties[0] }], words: '住在一栋楼。' })),
    and('tellTies', { on: DAY }),
  ]),
  'mediation.askAvoidance': ({ world, id }) => ({
    ...{ id: id(world.mediations.mediating.id), mediatorId: world.sitting, tie: 'work', words: '以前在一个单位。' },
  }),
  'mediation.decideAvoidance': ({ world, id }) => ({
    ...{
      id: id(world.mediations.asked.id),
      avoidanceId: world.mediations.asked.avoidanceId,
      granted: false,
      words: '没有影响。',
    },
  }),
}

const NO_PAGE = '0000000000000000000Z'
const onPage =
  (page: keyof MediationWorld['pages'], more: object = {}): Input =>
  ({ world, there }) => ({ receipt: there ? world.pages[page] : NO_PAGE, ...more })
const atDoor = ({ world, there }: Ask) => ({ code: there ? world.place.code : 'ZZZZZZZZ' })

const partyPageInputs: Readonly<Record<string, Input>> = {
  'mediation.ask': (asked) => ({
    ...{ ...atDoor(asked), kind: 'RM02-05', name: '单女士', phone: '13800000071', other: '楼上住户' },
    ...{ facts: '楼道口停了两辆旧车。', requests: '搬走。' },
  }),
  'mediation.askable': atDoor,
  'mediation.mySide': onPage('mediating'),
  'mediation.sayConsent': onPage('respondent', { consent: 'agreed' }),
  'mediation.takeBack': onPage('mediating', { words: '自己谈好了。' }),
  'mediation.askAnother': onPage('accepted', { words: '他和对方是亲戚。' }),
  'mediation.complain': (asked) =>
    onPage('mediating', { mediatorId: asked.world.sitting, about: 'insult', words: '说话难听。' })(asked),
  'mediation.wishCourt': onPage('performing'),
}

export const mediationInputs: Readonly<Record<string, Input>> = {
  ...partyPageInputs,
  ...avoidingInputs,
  'mediation.kinds': () => ({}),
  'mediation.setKind': () => ({
    ...{ code: 'RM02-08', zh: '晾晒', en: 'Drying laundry', days: 30, basis: '街道规定', version: 0 },
  }),
  'mediation.rules': () => ({}),
  'mediation.setRule': () => ({
    ...{ code: 'followUp', numbers: [4, 3], basis: '街道规定：回访四个月', version: 0 },
  }),
  'mediation.toRemind': () => ({}),
  ...Object.fromEntries([about('remind', ({ followUpId }) => ({ about: 'follow_up', subjectId: followUpId }))]),
  'mediation.apply': ({ world, id }) => ({
    ...{ gridId: id(world.grid.id), ...FACTS, requests: '搬走。', parties: PARTIES },
    ...{ source: 'referred', referredBy: 'court', letter: { no: '（2026）邻0101诉前调1号', on: DAY, stage: 'before' } },
  }),
  'mediation.recordOnSpot': ({ world, id }) => ({
    ...{ gridId: id(world.grid.id), ...FACTS, parties: PARTIES, terms },
  }),
  'mediation.list': ({ world, id }) => ({ areaId: id(world.grid.id) }),
  'mediation.mine': () => ({}),
  'mediation.dueFollowUps': () => ({ until: '2026-12-01' }),
  'mediation.shift': () => ({ pos: 1, end: 2, shift: 0 }),
  'mediation.accept': ({ world, id }) => ({
    ...{ id: id(world.mediations.applied.id), committeeId: world.seatedIn, leadId: world.account },
  }),
  'mediation.appoint': ({ world, id }) => ({
    ...{ id: id(world.mediations.accepted.id), leadId: world.sitting, why: 'avoidance' },
  }),
  'mediation.receive': ({ world, id }) => ({ id: id(world.mediations.handedUp.id), leadId: world.sittingAbove }),
  'mediation.handUp': ({ world, id }) => ({
    ...{ id: id(world.mediations.accepted.id), committeeId: world.committee.id, words: '请街道来调。' },
  }),
  ...Object.fromEntries([
    ...['get', 'committees', 'reveal', 'precheck', 'archive', 'notes', 'resume', 'takeEffect', 'settle'].map((verb) =>
      about(verb),
    ),
    ...['papers', 'wholeFile', 'verifyArchive', 'sealed', 'openedPapers'].map((verb) => about(verb)),
    and('paper', { paper: '01-application' }),
    and(`paper ${OVER}`, { paper: '01-application' }),
    about(`wholeFile ${OVER}`),
    about(`scanPage ${OVER}`, ({ page }) => ({ file: page })),
    and('openedPaper', { paper: '01-application' }),
    and('addScan', { paper: 'other', name: '照片', givenOn: DAY }),
    about('scanPage', ({ page }) => ({ file: page })),
    and('askOpening', { ground: 'court', words: '（2026）邻0101民特12号' }),
    ...['approveOpening', 'declineOpening'].map((verb) => about(verb, ({ openingId }) => ({ openingId, version: 1 }))),
    and('decline', { reason: 'noDispute', routes: ['court'] }),
    about('giveCode', ({ parties }) => ({ partyId: parties[0] })),
    about('consent', ({ parties }) => ({ partyId: parties[0], consent: 'agreed' })),
    and('addParty', { party: { side: 'respondent', name: '鲁太太' } }),
    and('explainGap', { row: '3', words: '本人不愿交复印件，当面核对过原件。' }),
    and('withdraw', { words: '自己谈好了。' }),
    and('replyReferral', { on: DAY, words: '双方已经达成协议。' }),
    about('refuse', ({ parties }) => ({ partyId: parties[0], routes: ['court'] })),
    and('handOn', { body: 'police', words: '有人受伤，移送派出所。' }),
    and('workJointly', { procedure: 'administrative', bodies: ['justice', 'police'] }),
    and('relapse', { words: '又堆上了。' }),
    and('tellRights', { on: DAY }),
    and('record', { kind: 'visit', ...told }),
    and('hold', { ...told, result: '谈拢了。' }),
    about('note', ({ parties }) => ({ partyId: parties[0], heldOn: DAY, words: '其实想搬走。' })),
    and('planMeeting', { mode: 'site', heldOn: '2027-03-01', from: 1080, until: 1140, place: '2单元' }),
    about('callOff', ({ meetingId }) => ({ meetingId, words: '改天。' })),
    about('invite', ({ meetingId, parties }) => ({
      ...{ meetingId, name: '任老师', words: '看着双方长大的邻居。', agreedBy: parties },
    })),
    and('handBack', { office: '青石桥派出所', words: '协议已经全部履行。' }),
    and('propose', { words: '搬到车棚。' }),
    about('answerProposal', ({ proposalId, parties }) => ({ proposalId, partyId: parties[0], takes: true })),
    and('addEvidence', { paper: 'evidence', name: '照片', original: true, pages: 1, givenOn: DAY }),
    and('suspend', { words: '等检测。' }),
    about('extend', ({ parties }) => ({ until: '2027-01-10', agreedBy: parties, words: '等设备。' })),
    and('agree', { facts: '属实。', dispute: '搬不搬。', terms, copies: 3 }),
    and('agreeOrally', { terms }),
    about('sign', ({ signerId }) => ({ signerId, way: 'paper', signedOn: DAY })),
    and('reword', { words: '没有签。' }),
    and('fail', { routes: ['court'], words: '谈不拢。' }),
    and('terminate', { routes: ['court'], words: '不再适合。' }),
    and('confirmation', { state: 'asked', court: '邻里区人民法院' }),
    about('performed', ({ termId }) => ({ termId, kept: true, on: DAY })),
    about('followUp', ({ followUpId }) => ({ followUpId, on: DAY, holds: true, words: '没有再犯。' })),
    about('moveFollowUp', ({ followUpId }) => ({ followUpId, dueOn: '2026-12-01', version: 1 })),
    and('endFollowUps', { words: '双方搬走了。' }),
  ]),
}
