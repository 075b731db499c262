// The sentences of a story. A name is a move of the life, with its variant after a dot.
import type { Words } from '#web/lang.ts'

export const storyWords = {
  'report.scan': { zh: '居民扫码报告{photos}。', en: 'A resident scanned the code and reported{photos}.' },
  'report.field': { zh: '巡看时发现，报上来{photos}。', en: 'found it on the round and reported it{photos}.' },
  'report.desk': { zh: '在工作台记下居民的报告{photos}。', en: 'noted the report at the desk{photos}.' },
  report: { zh: '报告{photos}。', en: 'reported{photos}.' },
  withPhotos: { zh: '，照片 {count} 张', en: ', with {count} photos' },
  take: { zh: '接单。', en: 'took it on.' },
  'answer.phone': { zh: '打电话联系了居民。', en: 'called the resident.' },
  'answer.visit': { zh: '上门见了居民。', en: 'went to see the resident.' },
  'answer.page': { zh: '在居民的页面上答复。', en: 'answered on the resident’s page.' },
  answer: { zh: '联系了居民。', en: 'got in touch with the resident.' },
  'finish.solved': { zh: '办结：解决了。', en: 'finished it: solved.' },
  'finish.partly': { zh: '办结：解决了一部分。', en: 'finished it: solved in part.' },
  'finish.explained': { zh: '办结：不用修，已说明原因。', en: 'finished it: nothing to repair, reasons given.' },
  'finish.cannot': { zh: '办结：我们办不到，已说明原因。', en: 'finished it: not in our power, reasons given.' },
  finish: { zh: '办结。', en: 'finished it.' },
  sendBack: { zh: '核查没有通过，返工。', en: 'checked it and sent it back.' },
  verify: { zh: '核查通过，答复居民。', en: 'checked it and replied to the resident.' },
  rate: { zh: '居民说解决了。', en: 'The resident says it is solved.' },
  'rate.stars': {
    zh: '居民说解决了，评 {stars} 分（满分 5 分）。',
    en: 'The resident says it is solved: {stars} of 5.',
  },
  'rate.system': { zh: '到期没有评价，办结。', en: 'No rating in time; closed.' },
  dispute: { zh: '居民说没有解决，重新办。', en: 'The resident says it is not solved; reopened.' },
  withdraw: { zh: '居民撤回了报告。', en: 'The resident withdrew the report.' },
  forget: { zh: '居民删除了自己的姓名和电话。', en: 'The resident deleted name and phone.' },
  limitKept: { zh: '用了{used}，限 {limit}。', en: 'In {used}, limit {limit}.' },
  limitKeptWork: { zh: '上班时间用了{used}，限 {limit}。', en: 'In {used} of office hours, limit {limit}.' },
  limitLate: { zh: '限 {limit}，用了{used}，超时。', en: 'Limit {limit}, took {used}: late.' },
  limitLateWork: {
    zh: '限 {limit}，上班时间用了{used}，超时。',
    en: 'Limit {limit} of office hours, took {used}: late.',
  },
} satisfies Words
