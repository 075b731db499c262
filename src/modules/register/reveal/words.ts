// What is said when somebody may not look, or has looked enough for a day.
import { problems } from '#kernel/problem.ts'

export const registerProblems = problems('register', {
  noPurpose: {
    kind: 'forbidden',
    zh: '看全文要有一件事：您正在办的、就在这栋楼的事项，正在进行的走访，或者本人的更正请求。',
    en: 'A full look needs its reason: an open matter of this building that you handle, a running visit, or a request to correct this entry.',
  },
  dayUsed: {
    kind: 'tooMany',
    zh: '今天已经看过 {most} 户的全文，到上限了。明天再来，或者请同事办。',
    en: 'Today you have opened {most} households, which is the most of a day. Please go on tomorrow, or ask a colleague.',
  },
  lookUpsUsed: {
    kind: 'tooMany',
    zh: '今天已经按整个号码找过 {most} 次，到上限了。请明天再找，或者按地址找。',
    en: 'Today you have looked up {most} whole numbers, which is the most of a day. Please go on tomorrow, or look by address.',
  },
  filesUsed: {
    kind: 'tooMany',
    zh: '今天已经试读过 {most} 次表格，到上限了。请明天再传，或者请同事传。',
    en: 'Today you have tried {most} files, which is the most of a day. Please go on tomorrow, or ask a colleague.',
  },
  notKept: {
    kind: 'missing',
    zh: '这一项没有登记。',
    en: 'Nothing is kept for this.',
  },
  slipOver: {
    kind: 'missing',
    zh: '这张条子查不到，或者已经过期。请到社区重新打一张。',
    en: 'This slip leads nowhere, or it has run out. Please ask your community for a new one.',
  },
})
