// The words of looking at one person in full.
import type { Words } from '#web/lang.ts'

export const revealWords = {
  title: { zh: '看全文', en: 'In full' },
  help: {
    zh: '看了什么、凭哪件事，都会记录，本人查得到。今天还可以看 {left} 户。',
    en: 'What is looked at, and for what, is recorded, and the person can see it. {left} households are left today.',
  },
  noReason: {
    zh: '要有一件事才能看：您正在办的、就在这栋楼的事项，您正在进行的走访，或者本人的更正请求。',
    en: 'This needs its reason: an open matter of this building that you handle, a visit of yours under way, or a request to correct this entry.',
  },
  for: { zh: '凭这件事', en: 'For' },
  visit: { zh: '正在进行的走访', en: 'the visit under way' },
  correction: { zh: '本人的更正请求', en: 'the request to correct this entry' },
  matter: { zh: '{no} {title}', en: '{no} {title}' },
  show: { zh: '看{what}', en: 'Show {what}' },
  name: { zh: '姓名', en: 'name' },
  phone: { zh: '电话', en: 'phone' },
  birth: { zh: '出生日期', en: 'date of birth' },
  homePlace: { zh: '户籍地', en: 'registered address' },
  need: { zh: '本人说的需要', en: 'needs' },
  number: { zh: '证件号码', en: 'ID number' },
  hide: { zh: '收起', en: 'Hide' },
} satisfies Words
