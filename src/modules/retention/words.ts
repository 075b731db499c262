// What is said of retention when something cannot be done, and how lists, holds and beginnings of terms are called.
import { problems } from '#kernel/problem.ts'

export const retentionProblems = problems('retention', {
  noPurpose: { kind: 'invalid', zh: '没有“{purpose}”这一项。', en: 'There is no purpose “{purpose}”.' },
  tooShort: {
    kind: 'invalid',
    zh: '法律要求至少保存 {least} 天。',
    en: 'The law asks for {least} days at least.',
  },
  notHolding: {
    kind: 'conflict',
    zh: '这项保全现在不能这样做。请刷新后再看。',
    en: 'This cannot be done to the hold as it stands. Please refresh.',
  },
  otherPerson: {
    kind: 'forbidden',
    zh: '要由另一个人来做：同一个人不能两次签字。',
    en: 'Somebody else must do this: nobody signs twice.',
  },
  notSo: {
    kind: 'conflict',
    zh: '这份清册现在不能这样做。请刷新后再看。',
    en: 'This cannot be done to the list as it stands. Please refresh.',
  },
  longAway: {
    kind: 'conflict',
    zh: '上次清理是 {days} 天前（按现在的时钟）。销毁不能撤回：请核对时间，再运行 bin/linli retention --now。',
    en: 'The last look was {days} days ago by this clock. What is destroyed does not come back: check the time, then run bin/linli retention --now.',
  },
})

export const destructionStateWords = {
  drawn: { zh: '待签字', en: 'To be signed' },
  signed: { zh: '待监销', en: 'To be witnessed' },
  witnessed: { zh: '销毁中', en: 'Being destroyed' },
  destroyed: { zh: '已销毁', en: 'Destroyed' },
  kept: { zh: '不销毁', en: 'Kept' },
} as const

export const holdStateWords = {
  holding: { zh: '保全中', en: 'Holding' },
  lifting: { zh: '待另一人确认解除', en: 'Lifting asked' },
  lifted: { zh: '已解除', en: 'Lifted' },
} as const

export const fromWords = {
  made: { zh: '产生之日起', en: 'from the day it was made' },
  closed: { zh: '结束之日起', en: 'from the day it was over' },
  'post ended': { zh: '卸任之日起', en: 'from the end of the post' },
  'account ended': { zh: '账号停用之日起', en: 'from the end of the account' },
  used: { zh: '最后使用之日起', en: 'from its last use' },
} as const
