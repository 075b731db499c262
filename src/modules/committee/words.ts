// What the committee module says when something cannot be done.
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'
import type { ABOUT, OUTCOMES } from './complaint-contract.ts'
import type { MODES, WAYS } from './shapes.ts'

export const modeWords: Readonly<Record<(typeof MODES)[number], Text>> = {
  full_time: { zh: '专职', en: 'Full-time' },
  part_time: { zh: '兼职', en: 'Part-time' },
  invited: { zh: '特邀', en: 'Invited' },
}
export const wayWords: Readonly<Record<(typeof WAYS)[number], Text>> = {
  elected: { zh: '推选', en: 'Elected' },
  hired: { zh: '聘任', en: 'Appointed' },
}

/** 人民调解法 art. 15, in short. */
export const aboutWords: Readonly<Record<(typeof ABOUT)[number], Text>> = {
  partial: { zh: '偏袒一方', en: 'Favoured a side' },
  insult: { zh: '侮辱当事人', en: 'Insulted a party' },
  gift: { zh: '索取、收受财物', en: 'Asked for or took gifts' },
  leak: { zh: '泄露隐私、商业秘密', en: 'Told of private things' },
  other: { zh: '其他', en: 'Something else' },
}
export const outcomeWords: Readonly<Record<(typeof OUTCOMES)[number], Text>> = {
  none: { zh: '不属实，不处理', en: 'Unfounded' },
  criticism: { zh: '批评教育、责令改正', en: 'Criticism; to be mended' },
  removal: { zh: '罢免或者解聘', en: 'Removed from office' },
}

export const committeeProblems = problems('committee', {
  callOver: {
    kind: 'conflict',
    zh: '这次选聘已经截止，或者还没有开始。',
    en: 'This call is closed, or not open yet.',
  },
  callBusy: {
    kind: 'conflict',
    zh: '今天报名的人太多了，请明天再来，或者直接打调委会的电话。',
    en: 'Too many have applied today. Please come again tomorrow, or call the committee.',
  },
  callDays: {
    kind: 'invalid',
    zh: '截止的日子不能早于今天，也不能早于开始的日子。',
    en: 'A call cannot close before today or before it opens.',
  },
  badPhone: {
    kind: 'invalid',
    zh: '请填 11 位手机号，或者带区号的座机号。',
    en: 'Please give a mobile number of 11 digits, or a landline with its area code.',
  },
  placesTaken: {
    kind: 'conflict',
    zh: '这次选聘的 {places} 个名额都已经聘任。',
    en: 'All {places} places of this call are filled.',
  },
  noKind: { kind: 'invalid', zh: '没有“{kind}”这种调委会。', en: 'There is no kind of committee “{kind}”.' },
  wrongLevel: {
    kind: 'invalid',
    zh: '“{kind}”不设在这一级。请在对应的区、街道或社区登记。',
    en: 'A “{kind}” belongs to another level. Please record it with that district, subdistrict or community.',
  },
  parentNeeded: {
    kind: 'invalid',
    zh: '“{kind}”没有自己的印章，请选它所属的调委会。',
    en: 'A “{kind}” has no stamp of its own. Please choose the committee it works under.',
  },
  nameTaken: {
    kind: 'conflict',
    zh: '已经有叫“{name}”的调委会。',
    en: 'There is already a committee called “{name}”.',
  },
  wordTaken: {
    kind: 'conflict',
    zh: '案号字“{word}”已经有调委会在用，请换一个。',
    en: 'The word “{word}” already stands in another committee’s file numbers. Please choose another.',
  },
  termOrder: {
    kind: 'invalid',
    zh: '任期的结束不能早于开始。',
    en: 'A term cannot end before it begins.',
  },
  termTooLong: {
    kind: 'invalid',
    zh: '调委会一届三年（人民调解法第九条），请改任期的结束。',
    en: 'A committee’s term is three years (People’s Mediation Law, article 9). Please change its end.',
  },
  ended: { kind: 'conflict', zh: '“{name}”已经撤销。', en: '“{name}” has been ended.' },
  stillSeated: {
    kind: 'conflict',
    zh: '还有 {count} 名调解员在任。请先办离任，再撤销。',
    en: '{count} mediators still sit in it. Please let them leave first.',
  },
  stillUnder: {
    kind: 'conflict',
    zh: '“{name}”还在它下面工作。请先撤销或改挂。',
    en: '“{name}” still works under it. Please end that first.',
  },
  noSkill: { kind: 'invalid', zh: '没有“{code}”这项专长或语言。', en: 'There is no skill or language “{code}”.' },
  alreadySeated: {
    kind: 'conflict',
    zh: '{name}已经是这个调委会的调解员。',
    en: '{name} already sits in this committee.',
  },
  noBuilding: { kind: 'invalid', zh: '请选一栋楼。', en: 'Please choose a building.' },
  leftBefore: { kind: 'invalid', zh: '离任的日子不能早于上任。', en: 'Nobody leaves before the term began.' },
  alreadyLeft: { kind: 'conflict', zh: '这名调解员已经离任。', en: 'This mediator has already left.' },
  notYetHeld: {
    kind: 'invalid',
    zh: '培训的日子不能在今天以后。',
    en: 'A training cannot be noted for a day to come.',
  },
  complaintOpen: {
    kind: 'conflict',
    zh: '您上一件投诉还在办，{day} 前答复。',
    en: 'Your last complaint is being answered, by {day}.',
  },
  alreadyAnswered: { kind: 'conflict', zh: '这件投诉已经答复。', en: 'This complaint was answered already.' },
  notSelf: {
    kind: 'forbidden',
    zh: '自己的任职由别人登记。',
    en: 'One’s own seat is recorded by somebody else.',
  },
})
