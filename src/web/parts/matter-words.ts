// What the closed lists of a matter's life are called: ways in, levels, urgency, reasons for a pause, other ways.
import type { Text } from '#kernel/words.ts'
import type { HEARD, PAUSES, ROUTES, URGENCIES, WAYS } from '#modules/matter/lifecycle.ts'

export const wayWords: Record<(typeof WAYS)[number], Text> = {
  scan: { zh: '扫码', en: 'Scanned code' },
  field: { zh: '网格巡看', en: 'Grid round' },
  desk: { zh: '工作台', en: 'Desk' },
  counter: { zh: '服务窗口', en: 'Counter' },
  legal_room: { zh: '法务室', en: 'Legal room' },
  phone: { zh: '电话', en: 'Phone' },
  listening: { zh: '民情台账', en: 'Listening ledger' },
  patrol: { zh: '巡逻', en: 'Patrol' },
  system: { zh: '别的系统', en: 'Another system' },
}

export const heardWords: Record<(typeof HEARD)[number], Text> = {
  group: { zh: '群里', en: 'Chat group' },
  tea: { zh: '喝茶聊天', en: 'Over tea' },
  visit: { zh: '走访', en: 'Visit' },
  phone: { zh: '电话', en: 'Phone' },
  street: { zh: '路上', en: 'In the street' },
}

export const levelNames: readonly Text[] = [
  { zh: '网格', en: 'Grid' },
  { zh: '社区', en: 'Community' },
  { zh: '街道', en: 'Subdistrict' },
  { zh: '领导包抓', en: 'Named leader' },
]

export const urgencyWords: Record<(typeof URGENCIES)[number], Text> = {
  plain: { zh: '一般', en: 'plain' },
  urgent: { zh: '紧急', en: 'urgent' },
  pressing: { zh: '特急', en: 'pressing' },
}

export const pauseWords: Record<(typeof PAUSES)[number], Text> = {
  weather: { zh: '天气不允许', en: 'the weather' },
  season: { zh: '要等季节', en: 'the season' },
  law: { zh: '法定程序要走完', en: 'a procedure by law' },
  parts: { zh: '等配件、等材料', en: 'parts or material' },
  reporter: { zh: '约不上居民', en: 'the resident cannot be met' },
  money: { zh: '资金在审批', en: 'money being approved' },
  mediation: { zh: '正在调解', en: 'mediation going on' },
}

export const routeWords: Record<(typeof ROUTES)[number], Text> = {
  police: { zh: '公安机关（110）', en: 'the police (110)' },
  court: { zh: '人民法院', en: 'the court' },
  petition: { zh: '信访渠道', en: 'the petition office' },
  arbitration: { zh: '劳动或商事仲裁', en: 'arbitration' },
  administrative: { zh: '行政复议或主管部门', en: 'administrative review or the authority' },
  private: { zh: '双方自行协商', en: 'the parties themselves' },
  other: { zh: '其他途径', en: 'another way' },
}
