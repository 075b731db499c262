// The words of the page about weekly patterns of sessions and those who sit.
import type { Words } from '#web/lang.ts'

export const rotationWords = {
  title: { zh: '轮流坐诊', en: 'Weekly patterns' },
  lead: {
    zh: '每周同一天、同一间屋，几位轮流来。排到哪天，居民就能约到哪天。',
    en: 'The same day and room each week, several in turn. Residents can book as far as it is filled in.',
  },
  set: { zh: '安排轮流坐诊', en: 'Set a weekly pattern' },
  saved: { zh: '已安排，再排到某一天', en: 'Set; now fill it in until a day' },
  weekday: { zh: '每周哪天', en: 'Day of the week' },
  fromOn: { zh: '从哪天起', en: 'Beginning on' },
  turn: { zh: '第 {no} 周谁来', en: 'Week {no}: who comes' },
  along: { zh: '第 {no} 周同来的', en: 'Week {no}: who comes along' },
  nobody: { zh: '没有', en: 'Nobody' },
  moreWeeks: { zh: '再加一周', en: 'One week more' },
  turns: { zh: '轮流', en: 'In turn' },
  filledTo: { zh: '排到 {day}', en: 'Filled in to {day}' },
  notFilled: { zh: '还没有排', en: 'Not filled in yet' },
  fill: { zh: '往后排', en: 'Fill in further' },
  until: { zh: '排到哪天（最多半年）', en: 'Until which day (half a year at most)' },
  made: { zh: '排了 {count} 次', en: '{count} sessions made' },
  skipped: { zh: '没有排的：{days}', en: 'Left out: {days}' },
  'why.shut': { zh: '房间不开', en: 'the room is shut' },
  'why.taken': { zh: '房间有人用', en: 'the room is taken' },
  'why.elsewhere': { zh: '人在别处坐诊', en: 'somebody sits elsewhere' },
  end: { zh: '不再往后排', en: 'End it' },
  ended: { zh: '不再往后排；已经排好的照旧', en: 'Ended; what is planned stays' },
  none: { zh: '还没有轮流坐诊', en: 'No weekly pattern yet' },
  noneText: {
    zh: '先登记坐诊的人，再安排每周哪天谁来。',
    en: 'Record who sits, then set who comes on which day of the week.',
  },
  sitting: { zh: '坐诊的人', en: 'Who sits' },
  endSitter: { zh: '不再坐诊', en: 'Sits no longer' },
  sitterEnded: {
    zh: '已记下；排好的坐诊请另换人',
    en: 'Noted; somebody else has to take the sessions that are planned',
  },
} satisfies Words
