// The words of follow-ups in the field.
import type { Words } from '#web/lang.ts'

export const followUpWords = {
  title: { zh: '我的回访', en: 'My follow-ups' },
  lead: {
    zh: '谁调解谁回访。同一户的几件，一次做完。',
    en: 'Whoever mediated follows up. One visit does for all files of a home.',
  },
  none: { zh: '两周内没有要做的回访', en: 'No follow-ups in the next two weeks' },
  noneText: { zh: '协议生效以后，回访会自动排好。', en: 'They are planned once an agreement takes effect.' },
  due: { zh: '{day}', en: '{day}' },
  late: { zh: '晚了 {count} 天', en: '{count} days late' },
  make: { zh: '记回访', en: 'Record it' },
  holds: { zh: '怎么样', en: 'How it is' },
  yes: { zh: '没有再犯', en: 'It holds' },
  no: { zh: '又反复了', en: 'It came back' },
  way: { zh: '怎么回访的', en: 'How' },
  'way.visit': { zh: '上门', en: 'At the door' },
  'way.phone': { zh: '电话', en: 'Phone' },
  'way.message': { zh: '发消息', en: 'Message' },
  content: { zh: '对调解满意吗（没问就不选）', en: 'Content with the mediation (leave it if not asked)' },
  'content.both': { zh: '都满意', en: 'Both' },
  'content.one': { zh: '一方满意', en: 'One side' },
  'content.neither': { zh: '都不满意', en: 'Neither' },
  words: { zh: '写一句', en: 'A sentence' },
  wordsHelp: {
    zh: '履行没有，双方怎么说。不写住户的私事。',
    en: 'Whether it is kept, and what both say. No private matters.',
  },
  save: { zh: '记好了', en: 'Save' },
  saving: { zh: '正在记', en: 'Saving' },
  saved: { zh: '记下了。', en: 'Recorded.' },
  savedToo: {
    zh: '记下了，同一户的另外 {count} 件也算回访过。',
    en: 'Recorded, and {count} other files of that home with it.',
  },
  back: { zh: '今天', en: 'Today' },
  relapse: { zh: '反复了，就在案卷里按原号重新调解。', en: 'If it came back, reopen the file under its number.' },
  today: { zh: '回访 {count} 件', en: '{count} follow-ups' },
  todayNote: { zh: '到日子了', en: 'due' },
  cancel: { zh: '先不记', en: 'Not now' },
} satisfies Words
