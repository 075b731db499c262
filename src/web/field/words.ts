// The words around the field pages: tabs, the network line, what could not be sent.
import type { Words } from '#web/lang.ts'

export const fieldWords = {
  tabs: { zh: '主导航', en: 'Main' },
  today: { zh: '今天', en: 'Today' },
  report: { zh: '上报', en: 'Report' },
  inbox: { zh: '消息', en: 'Notices' },
  inboxCount: { zh: '消息，{unread} 条没看', en: 'Notices, {unread} unread' },
  me: { zh: '我的', en: 'Me' },
  product: { zh: '邻里', en: 'Linli' },
  offline: {
    zh: '没有网络。写好的都存在手机里，连上再发。',
    en: 'No network. What you write stays on the phone; send it later.',
  },
  lineLost: {
    zh: '连线断了，正在重连。下面是 {time} 的内容。',
    en: 'Reconnecting. This is how things stood at {time}.',
  },
  unsent: { zh: '没有发出去：{title}', en: 'Not sent: {title}' },
  unsentMore: { zh: '没有发出去：{title} 等 {count} 件', en: 'Not sent: {title} and {count} in all' },
  sendAgain: { zh: '再发一次', en: 'Send again' },
  look: { zh: '打开', en: 'Open' },
  notSent: {
    zh: '没有发出去。写的和拍的都在，网络好一点再发一次，不会重复。',
    en: 'Not sent. Your words and photos are still here. Send again when the network is better; it cannot happen twice.',
  },
  notDone: { zh: '没有发出去。再发一次，不会重复。', en: 'Not sent. Send it again; it cannot happen twice.' },
  arrivedBefore: {
    zh: '上一次其实已经送到了，是改动之前的内容。这次的改动没有送出。',
    en: 'Your first sending did arrive, as it was before your changes. The changes were not sent.',
  },
  throwAway: { zh: '不要了', en: 'Throw away' },
  seen: { zh: '知道了', en: 'OK' },
  close: { zh: '收起', en: 'Close' },
  back: { zh: '回到今天', en: 'Back to today' },
  remembered: {
    zh: '写的会留在手机里，关掉也不丢。',
    en: 'What you write stays on the phone, even if you close this.',
  },
} satisfies Words
