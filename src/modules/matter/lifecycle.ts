// The life of a matter 事项, from a resident's words to a rated answer. Step by step the same for every kind.
import { life } from '#kernel/lifecycle.ts'

const ALL_CLOCKS = ['take', 'sign', 'answer', 'finish'] as const

export const matterLife = life(
  'matter',
  {
    reported: { open: true, zh: '待接单', en: 'Reported' },
    dispatched: { open: true, zh: '待签收', en: 'Dispatched' },
    handling: { open: true, zh: '办理中', en: 'Being handled' },
    paused: { open: true, zh: '已挂起', en: 'Paused' },
    finished: { open: true, zh: '待核查', en: 'Awaiting check' },
    replied: { open: true, zh: '已答复', en: 'Replied' },
    closed: { open: false, zh: '已办结', en: 'Closed' },
    declined: { open: false, zh: '不予受理', en: 'Declined' },
    merged: { open: false, zh: '已并案', en: 'Merged' },
    withdrawn: { open: false, zh: '已撤回', en: 'Withdrawn' },
    archived: { open: false, zh: '已归档', en: 'Archived' },
  },
  {
    report: { from: [null], to: 'reported', starts: ['take'], zh: '报告', en: 'Report', asks: ['place', 'words'] },
    record: {
      from: [null],
      to: 'finished',
      starts: ['check'],
      zh: '当场办结',
      en: 'Settled on the spot',
      asks: ['place', 'kind', 'words', 'done', 'proof'],
    },
    take: {
      from: ['reported'],
      to: 'handling',
      stops: ['take'],
      keeps: ['answer', 'finish'],
      zh: '接单',
      en: 'Take',
    },
    answer: {
      from: ['handling'],
      to: 'handling',
      stops: ['answer'],
      zh: '首次响应',
      en: 'First answer',
      asks: ['said', 'via'],
    },
    decline: {
      from: ['reported'],
      to: 'declined',
      stops: ALL_CLOCKS,
      zh: '不予受理',
      en: 'Decline',
      asks: ['reason', 'other route'],
    },
    dispatch: {
      from: ['reported', 'handling'],
      to: 'dispatched',
      stops: ['take'],
      starts: ['sign'],
      keeps: ['answer', 'finish'],
      zh: '分派',
      en: 'Dispatch',
      asks: ['item', 'agency', 'helpers'],
      basis: '网格化服务管理入格事项清单：清单之外不得分派',
    },
    sign: { from: ['dispatched'], to: 'handling', stops: ['sign'], zh: '签收', en: 'Sign for' },
    return: {
      from: ['dispatched'],
      to: 'reported',
      stops: ['sign'],
      starts: ['take'],
      zh: '退单',
      en: 'Return',
      asks: ['reason', 'basis'],
      basis: '北京市接诉即办工作条例第十二条（派单异议）',
    },
    rule: {
      from: ['reported'],
      to: 'dispatched',
      stops: ['take'],
      starts: ['sign'],
      keeps: ['answer', 'finish'],
      zh: '裁定',
      en: 'Rule',
      asks: ['agency', 'ruling'],
    },
    transfer: {
      from: ['handling'],
      to: 'dispatched',
      starts: ['sign'],
      zh: '转办',
      en: 'Transfer',
      asks: ['agency', 'reason'],
    },
    invite: { from: ['handling'], to: 'handling', zh: '会办', en: 'Invite', asks: ['agencies', 'reason'] },
    note: { from: ['handling'], to: 'handling', zh: '办理记录', en: 'Note', asks: ['words'] },
    pause: {
      from: ['handling'],
      to: 'paused',
      zh: '挂起',
      en: 'Pause',
      asks: ['listed reason', 'until'],
    },
    standForMediation: {
      from: ['handling'],
      to: 'paused',
      zh: '调解期间暂停',
      en: 'Pause while mediated',
      asks: ['words', 'until'],
    },
    resume: { from: ['paused'], to: 'handling', zh: '恢复办理', en: 'Resume' },
    extend: { from: ['handling'], to: 'handling', zh: '延期', en: 'Extend', asks: ['reason', 'until'] },
    raise: {
      from: ['reported', 'handling'],
      to: 'dispatched',
      stops: ['take'],
      starts: ['sign'],
      keeps: ['answer', 'finish'],
      zh: '上报',
      en: 'Raise',
      asks: ['why'],
    },
    climb: {
      from: ['dispatched'],
      to: 'dispatched',
      stops: ['sign'],
      starts: ['sign'],
      zh: '超时上移一级',
      en: 'Climb a level, unsigned',
    },
    meet: {
      from: ['handling'],
      to: 'handling',
      zh: '联席会商',
      en: 'Meet',
      asks: ['who', 'minutes', 'decisions'],
    },
    finish: {
      from: ['handling'],
      to: 'finished',
      stops: ['answer', 'finish'],
      starts: ['check'],
      zh: '办结',
      en: 'Finish',
      asks: ['result', 'done', 'proof'],
    },
    sendBack: {
      from: ['finished'],
      to: 'handling',
      stops: ['check'],
      starts: ['finish'],
      zh: '返工',
      en: 'Send back',
      asks: ['reason'],
    },
    verify: {
      from: ['finished'],
      to: 'replied',
      stops: ['check'],
      starts: ['rate'],
      zh: '核查并答复',
      en: 'Verify and reply',
      asks: ['reply'],
    },
    acknowledge: {
      from: ['finished'],
      to: 'finished',
      zh: '领导阅示迟办',
      en: 'A leader has seen that it was late',
      asks: ['words'],
    },
    rate: { from: ['replied'], to: 'closed', stops: ['rate'], zh: '评价', en: 'Rate', asks: ['satisfaction'] },
    dispute: {
      from: ['replied', 'closed', 'merged'],
      to: 'handling',
      stops: ['rate'],
      starts: ['answer', 'finish'],
      zh: '没有解决，重新办',
      en: 'Not solved, reopen',
      asks: ['why'],
    },
    lapse: { from: ['replied'], to: 'closed', stops: ['rate'], zh: '未评价，结案', en: 'Closed as not answered' },
    askEffect: { from: ['closed'], to: 'closed', zh: '成效追踪', en: 'Ask whether it still holds' },
    confirm: { from: ['closed'], to: 'closed', zh: '确认仍然解决', en: 'Still solved' },
    merge: {
      from: ['reported', 'dispatched', 'handling', 'paused'],
      to: 'merged',
      stops: ALL_CLOCKS,
      zh: '并案',
      en: 'Merge',
      asks: ['into'],
    },
    withdraw: {
      from: ['reported', 'dispatched', 'handling', 'paused'],
      to: 'withdrawn',
      stops: ALL_CLOCKS,
      zh: '撤回',
      en: 'Withdraw',
    },
    archive: { from: ['closed', 'declined', 'merged', 'withdrawn'], to: 'archived', zh: '归档', en: 'Archive' },
  },
)

export type MatterState = keyof typeof matterLife.states
export type MatterMove = keyof typeof matterLife.moves

const states = Object.keys(matterLife.states) as MatterState[]
/** A promise is still to be kept: every open state but the one in which its reporter has the word. */
export const IN_HAND: readonly MatterState[] = states.filter(
  (state) => matterLife.states[state].open && state !== 'replied',
)
/** Nobody says yet that it is done: it can be worked on, merged, taken back. */
export const GOES_ON: readonly MatterState[] = IN_HAND.filter((state) => state !== 'finished')

/** How it came to us. What was overheard over a cup of tea is a line of the listening ledger until somebody makes a matter of it. */
export const WAYS = [
  'scan',
  'field',
  'desk',
  'counter',
  'legal_room',
  'phone',
  'listening',
  'patrol',
  'system',
] as const
/** Ways that whoever writes a matter down may name; the others follow from who he is. */
export const NAMED_WAYS = ['desk', 'counter', 'phone', 'listening', 'patrol'] as const
/** Where something was heard. */
export const HEARD = ['group', 'tea', 'visit', 'phone', 'street'] as const
/** How pressing it is (domain 4.4): one of three fields that have nothing to do with each other. */
export const URGENCIES = ['plain', 'urgent', 'pressing'] as const
/** How the handler first reached the resident. */
export const VIAS = ['phone', 'visit', 'page'] as const
/** What came of it. `explained`: nothing to repair, told why. `cannot`: not in our power, with the reason. */
export const RESULTS = ['solved', 'partly', 'explained', 'cannot'] as const
/** A reporter may say "not solved" for so many days after the reply. */
export const DISPUTE_DAYS = 30
/** Why a clock may stand still, and nothing else. */
export const PAUSES = ['weather', 'season', 'law', 'parts', 'reporter', 'money', 'mediation'] as const
/** Where a matter that is not for us is at home: the lawful way is named, never just "no". */
export const ROUTES = ['police', 'court', 'petition', 'arbitration', 'administrative', 'private', 'other'] as const
/** What a matter over and quiet for so long is put away for good. */
export const ARCHIVE_DAYS = 60
/** How high it may climb: the community's desk, the subdistrict's, a named leader with a special team. */
export const TOP_LEVEL = 3
/** What the clock does without anybody's hand. */
export const SWEPT = ['warn', 'climb', 'raise', 'resume', 'lapse', 'askEffect', 'archive'] as const

/** Stands for words where somebody only spoke; whoever hears it may write the words down in a note. */
export const SPOKEN = '（语音）'
