// The life of a matter 事项, from a resident's words to a rated answer. Step by step the same for every kind.
import { life } from '#kernel/lifecycle.ts'

export const matterLife = life(
  'matter',
  {
    reported: { open: true, zh: '待接单', en: 'Reported' },
    handling: { open: true, zh: '办理中', en: 'Being handled' },
    finished: { open: true, zh: '待核查', en: 'Awaiting check' },
    replied: { open: true, zh: '已答复', en: 'Replied' },
    closed: { open: false, zh: '已办结', en: 'Closed' },
    withdrawn: { open: false, zh: '已撤回', en: 'Withdrawn' },
  },
  {
    report: { from: [null], to: 'reported', starts: ['take'], zh: '报告', en: 'Report', asks: ['place', 'words'] },
    take: { from: ['reported'], to: 'handling', stops: ['take'], starts: ['answer', 'finish'], zh: '接单', en: 'Take' },
    answer: {
      from: ['handling'],
      to: 'handling',
      stops: ['answer'],
      zh: '首次响应',
      en: 'First answer',
      asks: ['said', 'via'],
    },
    finish: {
      from: ['handling'],
      to: 'finished',
      stops: ['answer', 'finish'],
      zh: '办结',
      en: 'Finish',
      asks: ['result', 'done', 'proof'],
    },
    sendBack: { from: ['finished'], to: 'handling', starts: ['finish'], zh: '返工', en: 'Send back', asks: ['reason'] },
    verify: { from: ['finished'], to: 'replied', zh: '核查并答复', en: 'Verify and reply', asks: ['reply'] },
    rate: { from: ['replied'], to: 'closed', zh: '评价', en: 'Rate', asks: ['satisfaction'] },
    dispute: {
      from: ['replied', 'closed'],
      to: 'handling',
      starts: ['answer', 'finish'],
      zh: '没有解决，重新办',
      en: 'Not solved, reopen',
      asks: ['why'],
    },
    withdraw: {
      from: ['reported', 'handling'],
      to: 'withdrawn',
      stops: ['take', 'answer', 'finish'],
      zh: '撤回',
      en: 'Withdraw',
    },
  },
)

export type MatterState = keyof typeof matterLife.states
export type MatterMove = keyof typeof matterLife.moves

/** How the handler first reached the resident. */
export const VIAS = ['phone', 'visit', 'page'] as const
/** What came of it. `explained`: nothing to repair, told why. `cannot`: not in our power, with the reason. */
export const RESULTS = ['solved', 'partly', 'explained', 'cannot'] as const
/** A reporter may say "not solved" for so many days after the reply. */
export const DISPUTE_DAYS = 30
