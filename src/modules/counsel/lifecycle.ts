// The lives of a session, of a number at the door, of an answer in the library and of a panel.
import { life } from '#kernel/lifecycle.ts'

export const clinicLife = life(
  'clinic',
  {
    planned: { zh: '已排定', en: 'Planned', open: true },
    cancelled: { zh: '取消', en: 'Cancelled', open: false },
    held: { zh: '已开诊', en: 'Held', open: false },
  },
  {
    plan: { zh: '排一次坐诊', en: 'Plan a session', from: [null], to: 'planned' },
    move: { zh: '改日子', en: 'Move to another time', from: ['planned'], to: 'planned', asks: ['zh'] },
    cancel: { zh: '取消这一次', en: 'Cancel', from: ['planned'], to: 'cancelled', asks: ['zh'] },
    hold: { zh: '登记开诊结果', en: 'Note how it went', from: ['planned'], to: 'held', asks: ['advised'] },
  },
)

export const ticketLife = life(
  'clinic_ticket',
  {
    waiting: { zh: '等候', en: 'Waiting', open: true },
    called: { zh: '叫到', en: 'Called', open: true },
    seen: { zh: '咨询中', en: 'Being seen', open: true },
    done: { zh: '问完', en: 'Done', open: false },
    left: { zh: '走了', en: 'Left', open: false },
  },
  {
    take: { zh: '自己取号', en: 'Take a number', from: [null], to: 'waiting' },
    give: { zh: '窗口给号', en: 'Give a number', from: [null], to: 'waiting' },
    call: { zh: '叫号', en: 'Call', from: ['waiting', 'called'], to: 'called' },
    see: { zh: '坐下来谈', en: 'Begin to talk', from: ['called'], to: 'seen' },
    finish: { zh: '问完了', en: 'Finish', from: ['seen'], to: 'done' },
    leave: { zh: '走了', en: 'Mark as left', from: ['waiting', 'called'], to: 'left' },
  },
)

export const answerLife = life(
  'law_answer',
  {
    draft: { zh: '待复核', en: 'To be reviewed', open: true },
    shown: { zh: '公开', en: 'Shown', open: true },
    retired: { zh: '停用', en: 'Retired', open: false },
  },
  {
    propose: { zh: '提交一条解答', en: 'Propose an answer', from: [null], to: 'draft', asks: ['articles'] },
    publish: { zh: '复核通过，公开', en: 'Review and show', from: ['draft'], to: 'shown' },
    recheck: { zh: '对照现行法再核一遍', en: 'Check against the law in force', from: ['shown'], to: 'shown' },
    retire: { zh: '停用', en: 'Retire', from: ['draft', 'shown'], to: 'retired' },
  },
)

/** A panel advises: whoever mediates the file takes its plan or says why not. */
export const panelLife = life(
  'panel',
  {
    convened: { zh: '征集意见', en: 'Opinions asked', open: true },
    planned: { zh: '方案待定', en: 'Plan drawn', open: true },
    followed: { zh: '按方案办', en: 'Plan followed', open: true },
    declined: { zh: '未采纳', en: 'Not taken', open: false },
    done: { zh: '措施办完', en: 'Measures done', open: false },
    cancelled: { zh: '取消', en: 'Cancelled', open: false },
  },
  {
    convene: { zh: '召集会诊', en: 'Convene', from: [null], to: 'convened', asks: ['question'] },
    draw: { zh: '定一案一策', en: 'Draw the plan', from: ['convened'], to: 'planned', asks: ['measures'] },
    accept: { zh: '采纳方案', en: 'Take the plan', from: ['planned'], to: 'followed' },
    decline: { zh: '不采纳', en: 'Do not take it', from: ['planned'], to: 'declined', asks: ['words'] },
    finish: { zh: '措施办完', en: 'All measures are done', from: ['followed'], to: 'done' },
    cancel: { zh: '取消会诊', en: 'Cancel', from: ['convened'], to: 'cancelled', asks: ['words'] },
  },
)

export type PanelState = keyof typeof panelLife.states

export const adviceLife = life(
  'law_advice',
  {
    noted: { zh: '已登记', en: 'Noted', open: false },
    referred: { zh: '已转介，等答复', en: 'Referred', open: true },
    accepted: { zh: '已给予援助', en: 'Aid given', open: false },
    refused: { zh: '不予援助', en: 'Aid refused', open: false },
  },
  {
    note: { zh: '登记咨询', en: 'Note advice', from: [null], to: 'noted', asks: ['topic', 'outcome'] },
    refer: {
      zh: '转介法律援助',
      en: 'Refer to legal aid',
      from: ['noted'],
      to: 'referred',
      asks: ['ground', 'name', 'phone'],
      basis: '法律援助法 第三十一条、第三十二条',
    },
    accept: { zh: '给予援助', en: 'Aid given', from: ['referred'], to: 'accepted', basis: '法律援助法 第四十三条' },
    refuse: { zh: '不予援助', en: 'Aid refused', from: ['referred'], to: 'refused', asks: ['words'] },
  },
)

export type AdviceState = keyof typeof adviceLife.states
