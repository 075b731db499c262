// The words of what else can be done with a matter: note, pass up, ask others in, ask for time, comment.
import type { Text } from '#kernel/words.ts'
import type { Words } from '#web/lang.ts'

export const moreWords = {
  more: { zh: '还可以做的', en: 'What else can be done' },
  moreShort: { zh: '更多', en: 'More' },

  note: { zh: '记一笔', en: 'Write a note' },
  noteHint: { zh: '办到哪了，打字或说一段', en: 'How far it is, typed or spoken' },
  noteWords: { zh: '办到哪了', en: 'How far it is' },
  noteSend: { zh: '记下', en: 'Note it' },
  noting: { zh: '正在记下', en: 'Noting it' },
  noted: { zh: '记下了。', en: 'Noted.' },
  needNote: { zh: '写一句，或者说一段', en: 'Write a sentence or record one' },

  raise: { zh: '上报到{to}', en: 'Pass up to: {to}' },
  raiseHint: { zh: '这里办不了，请上一级来办', en: 'It cannot be settled here' },
  raiseThen: {
    zh: '交给{to}接着办，经过和照片一起带上去。您还看得到，也能批注。',
    en: 'It goes on one level up ({to}), with its story and photos. You can still see it and comment.',
  },
  raiseWhy: { zh: '为什么这里办不了', en: 'Why it cannot be settled here' },
  raiseSend: { zh: '上报到{to}', en: 'Pass it up to: {to}' },
  raising: { zh: '正在上报', en: 'Passing it up' },
  raised: { zh: '已上报到{to}。', en: 'Passed up to: {to}.' },
  needWhy: { zh: '还差：为什么', en: 'Still needed: why' },

  invite: { zh: '请别的单位一起办', en: 'Ask others to help' },
  inviteHint: { zh: '物业、城管、供水这些', en: 'Property company, order team, water company' },
  inviteWho: { zh: '请谁', en: 'Whom' },
  inviteFind: { zh: '找单位', en: 'Find an agency' },
  inviteNone: { zh: '没有可以请的单位。请社区先登记。', en: 'There is no agency to ask; the desk registers them.' },
  inviteReason: { zh: '请他们做什么', en: 'What for' },
  inviteSend: { zh: '请这 {count} 家一起办', en: 'Ask these {count}' },
  inviting: { zh: '正在送出', en: 'Sending' },
  invited: { zh: '已经请了，对方能看到这件事。', en: 'Asked; they can see the matter now.' },
  needAgency: { zh: '还差：请谁', en: 'Still needed: whom' },
  needReason: { zh: '还差：写一句（至少 5 个字）', en: 'Still needed: a sentence' },

  ask: { zh: '申请挂起或延期', en: 'Ask for a pause or more time' },
  askHint: { zh: '等天气、等配件、等程序', en: 'Weather, parts, a procedure' },
  askWhat: { zh: '申请什么', en: 'What to ask for' },
  pause: { zh: '挂起', en: 'A pause' },
  pauseHint: { zh: '时限停住', en: 'the clock stands' },
  extend: { zh: '延期', en: 'More time' },
  extendHint: { zh: '接着办，时限放长', en: 'goes on, with a longer limit' },
  askCause: { zh: '因为什么', en: 'Because of' },
  askUntil: { zh: '到哪一天', en: 'Until which day' },
  askWords: { zh: '具体说一句', en: 'In a sentence' },
  askThen: {
    zh: '社区批了才算数，批之前时限照走。居民在自己的页面上看得到原因。',
    en: 'It counts once the desk grants it; until then the clock runs. The resident sees the reason.',
  },
  askSend: { zh: '送社区批', en: 'Send to the desk' },
  asking: { zh: '正在送出', en: 'Sending' },
  asked: { zh: '已送社区批。', en: 'Sent to the desk.' },
  needCause: { zh: '还差：因为什么', en: 'Still needed: because of what' },
  needUntil: { zh: '还差：到哪一天', en: 'Still needed: until which day' },
  pending: { zh: '申请{what}到{day}，等社区批。', en: 'Asked for: {what}, until {day}; the desk decides.' },

  comment: { zh: '批注', en: 'Comment' },
  commentHint: { zh: '给现在办的人说一句', en: 'A word to whoever handles it now' },
  commentWords: { zh: '想说的', en: 'What to say' },
  commentThen: { zh: '现在办这件事的人会看到，居民看不到。', en: 'Whoever handles it sees it; the resident does not.' },
  commentSend: { zh: '写上批注', en: 'Add the comment' },
  commented: { zh: '批注写上了。', en: 'Comment added.' },
  needWords: { zh: '还差：一句话', en: 'Still needed: a sentence' },

  settle: { zh: '就地调解', en: 'Settle it as a dispute' },
  settleHint: {
    zh: '两家说好了，记成口头协议，这件事跟着办结',
    en: 'Both agree: an oral agreement, and this is finished with it',
  },

  resume: { zh: '可以接着办了', en: 'It can go on' },
  resuming: { zh: '正在恢复', en: 'Resuming' },
  resumed: { zh: '接着办，时限继续走。', en: 'It goes on, and the clock with it.' },

  ledBy: { zh: '由{name}主办', en: 'Led by {name}' },
  ledAt: { zh: '已在{level}一级', en: 'At level: {level}' },
  ledByLeader: { zh: '{name}包抓', en: 'Led by {name}' },
  helpers: { zh: '一起办：{names}', en: 'With: {names}' },
  dispatchedTo: { zh: '已分派给{name}，等他们签收。', en: 'Handed to {name}; to be signed for.' },
  dispatchedUp: { zh: '已上报到{level}，等签收。', en: 'Passed up to: {level}; to be signed for.' },
  pausedUntil: { zh: '挂起了，到{day}自动接着办。', en: 'Paused; it goes on by itself on {day}.' },
  mergedInto: { zh: '并入 {no}，跟那一件一起办。', en: 'Merged into {no}.' },
  openOther: { zh: '看 {no}', en: 'Open {no}' },
  declined: { zh: '不予受理，已经告诉报告人该找谁。', en: 'Declined; the reporter was told where to turn.' },
  archived: { zh: '已归档。', en: 'Archived.' },
} satisfies Words

export const notePhrases: readonly Text[] = [
  { zh: '已约好上门时间。', en: 'A visit is agreed.' },
  { zh: '已联系物业。', en: 'Property company contacted.' },
  { zh: '在等配件。', en: 'Waiting for parts.' },
  { zh: '现场看过，拍了照。', en: 'Been there, took photos.' },
]

export const raisePhrases: readonly Text[] = [
  { zh: '要别的部门一起办。', en: 'Several departments are needed.' },
  { zh: '要用钱，社区定不了。', en: 'Money is needed.' },
  { zh: '双方谈不拢。', en: 'The parties do not agree.' },
  { zh: '有安全危险，要尽快。', en: 'It is dangerous and presses.' },
]
