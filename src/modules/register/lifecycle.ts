// The life of an entry 人员登记 and of a correction request 更正请求.
import { life } from '#kernel/lifecycle.ts'

export const personLife = life(
  'person',
  {
    here: { open: true, zh: '在住', en: 'Lives here' },
    left: { open: false, zh: '已迁出', en: 'Moved away' },
    died: { open: false, zh: '已去世', en: 'Died' },
    merged: { open: false, zh: '已合并', en: 'Merged' },
  },
  {
    enter: { from: [null], to: 'here', zh: '登记', en: 'Enter', asks: ['home', 'name'] },
    change: { from: ['here'], to: 'here', zh: '更正', en: 'Correct' },
    moveIn: { from: ['here', 'left'], to: 'here', zh: '迁入', en: 'Move in', asks: ['home', 'day'] },
    moveOut: { from: ['here'], to: 'left', zh: '迁出', en: 'Move away', asks: ['day'] },
    die: { from: ['here', 'left'], to: 'died', zh: '登记去世', en: 'Record a death', asks: ['day'] },
    revive: { from: ['died'], to: 'here', zh: '撤销误登的去世', en: 'Take back a death recorded by mistake' },
    merge: { from: ['here'], to: 'merged', zh: '合并重复登记', en: 'Merge a repeated entry', asks: ['other entry'] },
    unmerge: { from: ['merged'], to: 'here', zh: '撤销合并', en: 'Undo a merge' },
  },
)
export type PersonState = keyof typeof personLife.states

const ART_46 = '个人信息保护法 第四十六条'

export const correctionLife = life(
  'correction',
  {
    open: { open: true, zh: '待答复', en: 'Open' },
    done: { open: false, zh: '已更正', en: 'Corrected' },
    declined: { open: false, zh: '未更正', en: 'Not corrected' },
  },
  {
    askCorrection: {
      from: [null],
      to: 'open',
      zh: '请求更正',
      en: 'Ask for a correction',
      asks: ['words'],
      basis: ART_46,
    },
    correct: { from: ['open'], to: 'done', zh: '已更正', en: 'Corrected', asks: ['answer'], basis: ART_46 },
    decline: { from: ['open'], to: 'declined', zh: '不更正', en: 'Decline', asks: ['answer'], basis: ART_46 },
  },
)

export const relocationLife = life(
  'relocation',
  {
    open: { open: true, zh: '待确认', en: 'To be confirmed' },
    declined: { open: true, zh: '对方没有接收', en: 'Not taken over' },
    confirmed: { open: false, zh: '已确认', en: 'Confirmed' },
    recalled: { open: false, zh: '已撤回', en: 'Taken back' },
  },
  {
    relocate: {
      from: [null],
      to: 'open',
      zh: '迁往另一个社区',
      en: 'Move to another community',
      asks: ['area', 'day'],
    },
    confirmRelocation: { from: ['open'], to: 'confirmed', zh: '确认迁入', en: 'Confirm', asks: ['home'] },
    declineRelocation: { from: ['open'], to: 'declined', zh: '不接收', en: 'Do not take over', asks: ['reason'] },
    recallRelocation: { from: ['open', 'declined'], to: 'recalled', zh: '撤回', en: 'Take back' },
  },
)

export { type BatchState, batchLife } from './import/lifecycle.ts'
