// The words of the parts that desk and field share.
import type { Words } from '#web/lang.ts'

export const partWords = {
  busy: { zh: '正在办', en: 'Working' },
  reading: { zh: '正在读取', en: 'Reading' },
  close: { zh: '知道了', en: 'OK' },
  missingTitle: { zh: '这里没有您能看的内容', en: 'There is nothing here for you to see' },
  missingText: {
    zh: '可能地址写错了，也可能不在您负责的范围内。需要时，请社区值班员转给您。',
    en: 'The address may be wrong, or it may lie outside your area. If you need it, ask the duty desk of the community.',
  },
  lostTitle: { zh: '线路不通', en: 'No connection' },
  notReadTitle: { zh: '没有读出来', en: 'This could not be read' },
  tellCode: { zh: '再读一次还不行，请告诉管理员：{code}。', en: 'If it fails again, tell your administrator: {code}.' },
  readAgain: { zh: '再读一次', en: 'Read again' },
  photoReported: { zh: '报告时的照片', en: 'Photo with the report' },
  photoFinished: { zh: '办结时的照片', en: 'Photo when finished' },
  photoOf: { zh: '第 {at} 张，共 {count} 张', en: '{at} of {count}' },
  photoOpen: { zh: '看大图：{name}，{which}', en: 'Enlarge: {name}, {which}' },
  previous: { zh: '上一张', en: 'Previous' },
  next: { zh: '下一张', en: 'Next' },
  closePhoto: { zh: '关上', en: 'Close' },
  photoLost: { zh: '照片没有读出来', en: 'The photo could not be read' },
  reopened: { zh: '重新打开', en: 'Reopened' },
  take: { zh: '接单', en: 'take it on' },
  answer: { zh: '联系居民', en: 'get in touch' },
  finish: { zh: '办结', en: 'finish' },
  leftTo: { zh: '{left}（{when}前{what}）', en: '{left} to {what} ({when})' },
  lateTo: { zh: '{left}（应在{when}前{what}）', en: '{left}: was to {what} by {when}' },
} satisfies Words
