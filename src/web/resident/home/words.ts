// Words of the first page and of the pages for what could not be shown.
export const homeWords = {
  title: { zh: '家门口的事，说一声', en: 'Tell us what needs doing at your door' },
  lead: {
    zh: '路灯坏了、楼道堵了、邻居吵闹：用手机扫门口的“邻里”码就能报。不用注册，不用下载。',
    en: 'A broken lamp, a blocked stairwell, noise next door: scan the Linli code at the door to report it. No account, no app.',
  },
  scanTitle: { zh: '扫不了码？', en: 'Cannot scan?' },
  mineTitle: { zh: '查我报过的事', en: 'Look up what I reported' },
  mineList: { zh: '这台手机上记着的', en: 'Remembered on this phone' },
  rooms: { zh: '附近的驿站和工作室', en: 'Stations and rooms nearby' },
  more: { zh: '其他', en: 'More' },
  staff: { zh: '工作人员：', en: 'Staff: ' },
  desk: { zh: '办公桌面', en: 'Desk' },
  field: { zh: '网格员手机版', en: 'Grid worker’s phone page' },
  promises: { zh: '承诺和证明', en: 'What is promised' },
} as const

/** By kind of problem: what it is, what to do now. */
export const problemWords = {
  missing: {
    title: { zh: '没有这一页', en: 'There is no such page' },
    now: {
      zh: '地址可能抄错了，也可能已经换了。可以回首页，用码或编号再找。',
      en: 'The address may be mistyped or may have changed. From the first page you can look again by code or number.',
    },
  },
  tooMany: {
    title: { zh: '点得太快了', en: 'Too fast' },
    now: {
      zh: '请等一会儿，再按返回重发。同一件事不会报两次。',
      en: 'Please wait a moment, go back and send it again. Nothing is reported twice.',
    },
  },
  busy: {
    title: { zh: '现在太忙，没有办成', en: 'Too busy just now' },
    now: {
      zh: '请过一分钟再试。刚才如果在发送，按返回再发一次，同一件事不会报两次。急事请打电话。',
      en: 'Please try again in a minute. If you were sending something, go back and send it again; nothing is reported twice. If it is urgent, please call.',
    },
  },
  refused: {
    title: { zh: '这一步没有做成', en: 'This was not done' },
    now: {
      zh: '请按返回，看一看再试。',
      en: 'Please go back, have a look and try again.',
    },
  },
  request: {
    zh: '还不行，请告诉管理员这个编号：{request}',
    en: 'If it goes on, give the administrator this number: {request}',
  },
  home: { zh: '回首页', en: 'To the first page' },
} as const
