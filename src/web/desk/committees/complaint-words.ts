// The words of complaints about mediators.
import type { Words } from '#web/lang.ts'

export const complaintWords = {
  title: { zh: '投诉', en: 'Complaints' },
  complain: { zh: '登记投诉', en: 'Record a complaint' },
  mediator: { zh: '投诉哪名调解员', en: 'About which mediator' },
  about: { zh: '什么事', en: 'What about' },
  words: { zh: '投诉人怎么说', en: 'In the words of whoever complains' },
  name: { zh: '投诉人称呼', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  by: { zh: '投诉人：{by}', en: 'By {by}' },
  recorded: { zh: '已登记，{day}前答复', en: 'Recorded; to be answered by {day}' },
  due: { zh: '{day}前答复', en: 'to be answered by {day}' },
  wasDue: { zh: '{day}应当答复，已经晚了', en: 'was to be answered by {day}' },
  answer: { zh: '答复', en: 'Answer' },
  answered: { zh: '已答复', en: 'Answered' },
  outcome: { zh: '处理', en: 'Outcome' },
  reason: { zh: '理由', en: 'Reason' },
} as const satisfies Words
