// The words of the page about looks.
import type { Words } from '#web/lang.ts'

export const lookWords = {
  title: { zh: '查看记录', en: 'Looks' },
  lead: {
    zh: '{from} 到 {to}，{accounts} 个账号看过 {households} 户的全文。下面只列和平常不一样的查看。先问清楚：可能是走访周，也可能是漏水淹了一整栋楼。',
    en: 'From {from} to {to}, {accounts} accounts opened {households} households. Below are only looks unlike a usual day. Ask first: it may be a week of visits, or water in a whole building.',
  },
  nothing: { zh: '没有和平常不一样的查看', en: 'No looks unlike a usual day' },
  nothingText: {
    zh: '有人一天用完了上限，三天里看得特别多，或者看了很多不属于自己手上事项的住户，会列在这里。',
    en: 'Listed here: a day’s number used up, very many in three days, or many households beyond one’s own matters.',
  },
  who: { zh: '岗位', en: 'Post' },
  why: { zh: '为什么列出', en: 'Why it is listed' },
  'reason.stopped': { zh: '有一天用完了上限', en: 'used up the number of a day' },
  'reason.many': { zh: '三天里看了很多户', en: 'many households in three days' },
  'reason.beyond': {
    zh: '两周里看了很多不属于手上那件事的住户',
    en: 'in two weeks, many households beyond the matter in hand',
  },
  days: { zh: '哪几天、多少户、凭几件事', en: 'Days, households, purposes' },
  day: {
    zh: '{day}：{households} 户，凭 {purposes} 件事',
    en: '{day}: {households} households for {purposes} purposes',
  },
  limits: { zh: '一天的上限', en: 'Most of a day' },
  limitsLead: {
    zh: '户：看过全文的住户。号码：按整个电话或身份证号找人的次数。试读表格：导入前的试读。到了上限就停，第二天重新算。',
    en: 'Households opened in full; look-ups by a whole phone or ID number; files tried before they are loaded. At the number it stops, and begins anew the next day.',
  },
  role: { zh: '岗位', en: 'Post' },
  households: { zh: '户', en: 'Households' },
  numbers: { zh: '号码', en: 'Numbers' },
  files: { zh: '试读表格', en: 'Files tried' },
  edit: { zh: '修改', en: 'Change' },
  most: { zh: '一天最多', en: 'Most of a day' },
  save: { zh: '保存上限', en: 'Save' },
  saved: { zh: '上限已改', en: 'Changed' },
} satisfies Words
