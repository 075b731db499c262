// The life of a mediation file 人民调解案卷, from the first knock to the archive, with every ending that the law knows.
import { life } from '#kernel/lifecycle.ts'

const LAW = '人民调解法'
const GOES_ON = ['accepted', 'mediating', 'suspended'] as const

export const mediationLife = life(
  'mediation',
  {
    applied: { open: true, zh: '待受理', en: 'Applied for' },
    declined: { open: false, zh: '不予受理', en: 'Not taken' },
    accepted: { open: true, zh: '已受理', en: 'Taken' },
    mediating: { open: true, zh: '调解中', en: 'In mediation' },
    suspended: { open: true, zh: '中止', en: 'Suspended' },
    agreed: { open: true, zh: '待签字生效', en: 'Agreed, to be signed' },
    performing: { open: true, zh: '履行与回访', en: 'Performed and followed up' },
    failed: { open: false, zh: '调解不成', en: 'Failed' },
    withdrawn: { open: false, zh: '当事人撤回', en: 'Withdrawn' },
    refused: { open: false, zh: '一方不同意调解', en: 'One side refused' },
    terminated: { open: false, zh: '终止', en: 'Terminated' },
    handedOn: { open: false, zh: '移送', en: 'Handed on' },
    settled: { open: false, zh: '已结案', en: 'Settled' },
    archived: { open: false, zh: '已归档', en: 'Archived' },
  },
  {
    apply: {
      from: [null],
      to: 'applied',
      zh: '登记申请',
      en: 'Register',
      asks: ['parties', 'facts', 'requests'],
      basis: `${LAW} 第十七条`,
    },
    recordOnSpot: {
      from: [null],
      to: 'performing',
      starts: ['confirm'],
      zh: '当场调成（口头协议）',
      en: 'Settled on the spot, orally',
      asks: ['parties', 'facts', 'terms'],
      basis: `${LAW} 第二十八条、第三十条`,
    },
    accept: {
      from: ['applied'],
      to: 'accepted',
      starts: ['mediate'],
      zh: '受理',
      en: 'Take',
      asks: ['committee', 'mediators'],
      basis: `${LAW} 第十九条`,
    },
    decline: {
      from: ['applied'],
      to: 'declined',
      zh: '不予受理',
      en: 'Do not take',
      asks: ['reason', 'other routes'],
      basis: `${LAW} 第二十六条；反家庭暴力法等法律另有规定的`,
    },
    tellRights: {
      from: ['accepted'],
      to: 'accepted',
      zh: '告知权利义务',
      en: 'Tell rights and duties',
      basis: `${LAW} 第二十三条、第二十四条`,
    },
    hold: {
      from: ['accepted', 'mediating'],
      to: 'mediating',
      zh: '开调解会',
      en: 'Hold a session',
      asks: ['minutes'],
      basis: `${LAW} 第二十二条、第二十七条`,
    },
    suspend: {
      from: ['accepted', 'mediating'],
      to: 'suspended',
      stops: ['mediate'],
      zh: '中止（鉴定、评估）',
      en: 'Suspend for an appraisal',
      asks: ['reason'],
    },
    resume: { from: ['suspended'], to: 'mediating', starts: ['mediate'], zh: '恢复调解', en: 'Resume' },
    extend: {
      from: ['accepted', 'mediating'],
      to: 'mediating',
      zh: '当事人同意延期',
      en: 'Extend by consent',
      asks: ['consent of every party', 'until'],
    },
    handUp: {
      from: ['accepted', 'mediating'],
      to: 'accepted',
      zh: '整卷移交上一级',
      en: 'Hand up with the whole file',
      asks: ['committee', 'reason'],
      basis: `${LAW} 第三十四条`,
    },
    agree: {
      from: ['mediating'],
      to: 'agreed',
      zh: '达成书面协议',
      en: 'Agree in writing',
      asks: ['facts', 'terms'],
      basis: `${LAW} 第二十八条、第二十九条`,
    },
    reword: { from: ['agreed'], to: 'mediating', zh: '未签，继续调解', en: 'Not signed: go on' },
    takeEffect: {
      from: ['agreed'],
      to: 'performing',
      stops: ['mediate'],
      starts: ['confirm'],
      zh: '签齐生效',
      en: 'Signed by all: in effect',
      asks: ['every signature', 'stamp'],
      basis: `${LAW} 第二十九条`,
    },
    agreeOrally: {
      from: ['accepted', 'mediating'],
      to: 'performing',
      stops: ['mediate'],
      starts: ['confirm'],
      zh: '达成口头协议',
      en: 'Agree orally',
      asks: ['terms'],
      basis: `${LAW} 第二十八条、第三十条`,
    },
    fail: {
      from: GOES_ON,
      to: 'failed',
      stops: ['mediate'],
      zh: '调解不成，终止',
      en: 'Failed',
      asks: ['reason', 'other routes'],
      basis: `${LAW} 第二十六条`,
    },
    withdraw: {
      from: ['applied', ...GOES_ON],
      to: 'withdrawn',
      stops: ['mediate'],
      zh: '当事人撤回',
      en: 'Withdrawn by a party',
      asks: ['reason'],
      basis: `${LAW} 第二十三条`,
    },
    refuse: {
      from: ['applied', ...GOES_ON],
      to: 'refused',
      stops: ['mediate'],
      zh: '一方明确拒绝',
      en: 'One side refuses',
      asks: ['who', 'other routes'],
      basis: `${LAW} 第十七条`,
    },
    terminate: {
      from: GOES_ON,
      to: 'terminated',
      stops: ['mediate'],
      zh: '终止（不再适合调解）',
      en: 'Terminate',
      asks: ['reason', 'other routes'],
      basis: `${LAW} 第二十五条、第二十六条`,
    },
    handOn: {
      from: ['applied', ...GOES_ON],
      to: 'handedOn',
      stops: ['mediate'],
      zh: '移送有关机关',
      en: 'Hand on to the body in charge',
      asks: ['body', 'reason'],
      basis: `${LAW} 第二十五条`,
    },
    relapse: {
      from: ['performing', 'settled', 'archived'],
      to: 'mediating',
      stops: ['confirm'],
      starts: ['mediate'],
      zh: '反复，原号重新调解',
      en: 'It came back: reopen under its number',
      asks: ['reason'],
    },
    settle: {
      from: ['performing'],
      to: 'settled',
      stops: ['confirm'],
      zh: '结案',
      en: 'Close as settled',
      asks: ['performance', 'follow-ups over'],
      basis: `${LAW} 第三十一条`,
    },
    archive: {
      from: ['settled', 'declined', 'failed', 'withdrawn', 'refused', 'terminated', 'handedOn'],
      to: 'archived',
      zh: '归档封存',
      en: 'Archive and seal',
      asks: ['a complete file'],
      basis: `${LAW} 第二十七条；档案法`,
    },
  },
)

export type MediationState = keyof typeof mediationLife.states
export type MediationMove = keyof typeof mediationLife.moves

export const SOURCES = ['applied', 'initiative', 'referred'] as const
/** Who refers a dispute: 诉调、公调、检调、访调、劳调对接. */
export const REFERRERS = ['court', 'police', 'procuratorate', 'petition', 'labour', 'other'] as const
/** When a court sends a dispute: before it files a case 委派, after it 委托, or after it in the simplified procedure. */
export const LETTER_STAGES = ['before', 'ordinary', 'simplified'] as const
export const PROCEDURES = ['people', 'administrative', 'judicial'] as const
/** Bodies that take part where people’s, administrative and judicial mediation work together (三调联动). */
export const JOINING = [
  ...(['justice', 'lawyers', 'police', 'court', 'procuratorate', 'labour', 'administrative', 'other'] as const),
] as const
export const SIDES = ['applicant', 'respondent'] as const
export const PARTY_KINDS = ['person', 'group', 'organisation'] as const
/** How a follow-up is made, and which sides were content with the mediation (form of 2010). */
export const VISIT_WAYS = ['visit', 'phone', 'message'] as const
export const CONTENT = ['both', 'one', 'neither'] as const
export const MODES = ['site', 'room', 'video', 'phone'] as const
export const PAPERS = [
  'evidence',
  'title',
  'identity',
  'proxy',
  'receipt',
  'signed',
  'ruling',
  'letter',
  'other',
] as const
/** Where else somebody may turn (art. 26): what is told with every refusal and failure. */
export const ROUTES = ['court', 'arbitration', 'administrative', 'police', 'legal_aid', 'notary', 'petition'] as const
/** 不予受理 and why the law sends it elsewhere (domain 2.3). */
export const DECLINE_REASONS = ['otherBody', 'decided', 'violence', 'crime', 'refused', 'notHere', 'noDispute'] as const
/** Bodies outside of Linli that a file is handed on to. */
export const BODIES = [
  ...(['court', 'police', 'procuratorate', 'petition', 'labour'] as const),
  ...(['administrative', 'discipline', 'other'] as const),
] as const
/** Special care: what is to be done, never what somebody is (mission: no mark on a person). */
export const CARE = [
  'slowly',
  'visitAtHome',
  'apart',
  'interpreter',
  'minorPresent',
  'largePrint',
  'companion',
] as const
/** 宁波市人民调解条例 art. 20: a group speaks through at most five. */
export const MOST_REPRESENTATIVES = 5

/**
 * Rows of the official list (案卷目录) that depend on what a party or another body hands in: a file may be closed without it where 卷宗情况说明 says why. What
 * the committee makes itself is never explained away.
 */
export const EXPLAINABLE = ['3', '6', '9', '11'] as const
export const mayExplain = (row: string): boolean => EXPLAINABLE.some((one) => one === row)
