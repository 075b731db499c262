// The words of 就地调解: a plain dispute settled where it happened.
import type { Words } from '#web/lang.ts'

export const settleWords = {
  title: { zh: '就地调好了，记一件', en: 'Settled on the spot' },
  from: { zh: '从事项 {no} 来：地方、情况都带过来了。', en: 'From matter {no}: place and story are carried over.' },
  kind: { zh: '什么纠纷', en: 'What kind of dispute' },
  kindOther: { zh: '别的类', en: 'Another kind' },
  one: { zh: '一方', en: 'One side' },
  other: { zh: '另一方', en: 'The other side' },
  name: { zh: '姓名或单位', en: 'Name or organisation' },
  phone: { zh: '电话（可以不写）', en: 'Phone (optional)' },
  reporter: { zh: '报告人', en: 'The reporter' },
  home: { zh: '按房号找', en: 'Find by flat' },
  homeNone: { zh: '这套房还没有登记住的人。', en: 'Nobody is entered for this home.' },
  homeShut: { zh: '不找了', en: 'Close' },
  clear: { zh: '换人', en: 'Change' },
  story: { zh: '怎么回事', en: 'What happened' },
  agreed: { zh: '说好了什么', en: 'What both agreed' },
  dueOn: { zh: '哪天前做到', en: 'To be done by' },
  today: { zh: '今天', en: 'Today' },
  inThree: { zh: '三天内', en: 'In three days' },
  inWeek: { zh: '一周内', en: 'In a week' },
  noDay: { zh: '不定日子', en: 'No day' },
  both: { zh: '双方都同意这样办，权利义务已当面说清', en: 'Both agree, and were told their rights and duties' },
  bothHelp: {
    zh: '口头协议从今天起生效（人民调解法第二十八条）。',
    en: 'An oral agreement takes effect today (People’s Mediation Law, art. 28).',
  },
  send: { zh: '记成口头协议', en: 'Record the oral agreement' },
  sending: { zh: '正在送出', en: 'Sending' },
  startAgain: { zh: '清空重写', en: 'Clear and start again' },
  needPlace: { zh: '还差：在哪里', en: 'Still needed: where' },
  needKind: { zh: '还差：什么纠纷', en: 'Still needed: what kind' },
  needOne: { zh: '还差：一方是谁', en: 'Still needed: one side' },
  needOther: { zh: '还差：另一方是谁', en: 'Still needed: the other side' },
  needPhone: { zh: '电话要写完整，或者不写', en: 'A complete phone number, or none' },
  needStory: { zh: '还差：怎么回事', en: 'Still needed: what happened' },
  needAgreed: { zh: '还差：说好了什么', en: 'Still needed: what was agreed' },
  needBoth: { zh: '还差：双方都同意', en: 'Still needed: that both agree' },
  sentTitle: { zh: '口头协议记下了', en: 'The oral agreement is recorded' },
  sentText: {
    zh: '案卷 {no}，协议今天生效。接下来由您回访，第一次 {day}，到那天会提醒您。',
    en: 'File {no}; in effect today. You follow up; the first visit is on {day}, and you will be reminded.',
  },
  sentCourt: {
    zh: '双方愿意的话，{day} 前可以一起向法院申请司法确认。',
    en: 'If both wish, they may ask the court to confirm it until {day}.',
  },
  sentVisits: { zh: '看我的回访', en: 'My follow-ups' },
  sentMatter: { zh: '看这件事', en: 'Open the matter' },
  sentOther: { zh: '再记一件', en: 'Record another' },
} satisfies Words

/** `{kind}` at `{place}`: what the file is called, never by a name. */
export const fileTitle = (place: string, kind: string): string => `${place} ${kind}`.trim().slice(0, 60)
