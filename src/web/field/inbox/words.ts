// The words of the inbox on the phone.
import type { Words } from '#web/lang.ts'

export const inboxWords = {
  title: { zh: '消息', en: 'Notices' },
  none: { zh: '都看过了', en: 'All read' },
  count: { zh: '{count} 条没看', en: '{count} unread' },
  urgent: { zh: '紧急', en: 'Urgent' },
  isUnread: { zh: '没看', en: 'unread' },
  readAll: { zh: '全部标为看过', en: 'Mark all as read' },
  reading: { zh: '正在标', en: 'Marking' },
  inDigest: { zh: '这 {count} 件', en: 'These {count}' },
  seen: { zh: '这一条看过了', en: 'Mark as read' },
  times: { zh: '说了 {count} 次', en: 'said {count} times' },
  more: { zh: '再看早一些的', en: 'Show earlier ones' },
  emptyTitle: { zh: '还没有消息', en: 'Nothing yet' },
  emptyText: {
    zh: '您网格的新事项、返工、居民说没有解决，这里会说。夜里只说紧急的，其他的早上汇成一条。',
    en: 'New matters of your grid, returned work and unsolved ones appear here. At night only urgent ones; the rest comes as one line in the morning.',
  },
} satisfies Words
