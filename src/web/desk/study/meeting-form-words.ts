// The words of the forms that plan and record study meetings.
import type { Words } from '#web/lang.ts'

export const meetingFormWords = {
  plan: { zh: '安排研判会', en: 'Plan a study meeting' },
  planned: { zh: '安排好了。', en: 'Planned.' },
  about: { zh: '研判什么', en: 'What about' },
  'about.area': { zh: '这个区域的矛盾纠纷', en: 'The disputes of this area' },
  'about.department': { zh: '一个部门管的纠纷', en: 'What one department deals with' },
  'about.unit': { zh: '一个单位、小区的纠纷', en: 'One company or estate' },
  every: { zh: '多久一次', en: 'How often' },
  'every.month': { zh: '每月', en: 'Every month' },
  'every.quarter': { zh: '每季度', en: 'Every quarter' },
  'every.once': { zh: '就这一次', en: 'This once' },
  onDay: { zh: '哪天开', en: 'On which day' },
  from: { zh: '看哪天起的纠纷', en: 'Looks at disputes from' },
  to: { zh: '到哪天', en: 'Until' },
  hold: { zh: '记下会议和措施', en: 'Record the meeting' },
  held: { zh: '记下了，措施已到负责人那里。', en: 'Recorded; the owners have their measures.' },
  heldNext: {
    zh: '记下了，措施已到负责人那里；下一次也排好了。',
    en: 'Recorded; the owners have their measures, and the next meeting is planned.',
  },
  freezes: { zh: '当时的数字会一起记下，以后不变。', en: 'The figures of today are kept with it and do not change.' },
  offices: { zh: '到会单位', en: 'Offices present' },
  officesHelp: { zh: '用顿号隔开，比如：派出所、司法所、物业', en: 'Separated by commas' },
  minutes: { zh: '说了什么', en: 'What was said' },
  minutesHelp: { zh: '说事、说时间、说地方，不写是谁。', en: 'Of what, when and where; no names of parties.' },
  measure: { zh: '措施 {no}', en: 'Measure {no}' },
  words: { zh: '做什么', en: 'What is to be done' },
  owner: { zh: '谁负责', en: 'Owner' },
  due: { zh: '哪天前', en: 'By' },
  another: { zh: '再加一条措施', en: 'Another measure' },
} as const satisfies Words
