// The words of 今天.
import type { Words } from '#web/lang.ts'

export const todayWords = {
  first: { zh: '今天，先办这 {count} 件', en: 'Today: these {count} first' },
  firstOne: { zh: '今天，先办这件', en: 'Today: this one first' },
  noneUrgent: { zh: '今天，没有要赶的', en: 'Today: nothing urgent' },
  nothing: { zh: '今天，都办妥了', en: 'Today: all done' },
  afterwards: { zh: '接着办', en: 'Then' },
  thenNote: { zh: '{count} 件，还有时间', en: '{count}, with time left' },
  waiting: { zh: '等别人', en: 'With others' },
  waitingNote: { zh: '{count} 件，不用您动', en: '{count}, nothing for you to do' },
  waitingCheck: { zh: '已办结，社区在核查', en: 'Finished; the community is checking' },
  waitingRating: { zh: '已答复居民，等评价', en: 'The resident has the reply and may rate it' },
  waitingMore: { zh: '还有 {count} 件', en: '{count} more' },
  doneToday: { zh: '今天已办好 {count} 件。', en: '{count} finished today.' },
  doneNone: { zh: '今天还没有办结的。', en: 'None finished yet today.' },
  arrived: { zh: '新来 {count} 件', en: '{count} new' },
  reportedAt: { zh: '{kind}，{time} 报', en: '{kind}, reported {time}' },
  again: { zh: '第 {round} 次办', en: 'Round {round}' },
  take: { zh: '接单，我去看', en: 'I will go and look' },
  taking: { zh: '正在接单', en: 'Taking it on' },
  taken: { zh: '已接单。先联系居民，让人放心。', en: 'Taken on. Contact the resident next.' },
  answer: { zh: '联系居民', en: 'Contact resident' },
  finish: { zh: '办结', en: 'Finish' },
  look: { zh: '看看', en: 'Open' },
  phone: { zh: '电话', en: 'Call' },
  emptyTitle: { zh: '现在没有轮到您的事', en: 'Nothing waits for you now' },
  emptyText: {
    zh: '居民扫码、社区派来的，要您办时会出现在这里，不用刷新。路上看到什么，可以自己上报。',
    en: 'What residents report by code and what the community hands on appears here by itself. Report what you see on your way.',
  },
  emptyAct: { zh: '上报看到的', en: 'Report what I see' },
} satisfies Words
