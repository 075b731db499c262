// The kinds of rooms, teams, partner bodies and means that a new tenant starts with; each is a row it may change.

const s = (zh: string, en: string) => ({ zh, en })
const room = { room: true, level: null, expected: false } as const

/** Mission M03. Three levels of centres; the three workrooms stand apart, since a community may have only one of them. */
export const roomKindRows = [
  {
    ...room,
    code: 'centre_district',
    zh: '区综治中心',
    en: 'District governance centre',
    level: 'district',
    expected: true,
    sort: 10,
    usual: [
      s('一站式接收各类矛盾纠纷', 'One counter for every dispute'),
      s('法律咨询和援助', 'Legal advice and aid'),
      s('劳动争议调解', 'Labour disputes'),
      s('信访接待', 'Petition reception'),
    ],
  },
  {
    ...room,
    code: 'centre_subdistrict',
    zh: '街道综治中心',
    en: 'Subdistrict governance centre',
    level: 'subdistrict',
    expected: true,
    sort: 20,
    usual: [
      s('一站式接收各类矛盾纠纷', 'One counter for every dispute'),
      s('人民调解', 'People’s mediation'),
      s('法律咨询', 'Legal advice'),
    ],
  },
  {
    ...room,
    code: 'centre_community',
    zh: '社区综治中心',
    en: 'Community governance centre',
    level: 'community',
    expected: true,
    sort: 30,
    usual: [s('报告身边的事', 'Reporting what needs doing'), s('邻里纠纷调解', 'Disputes between neighbours')],
  },
  {
    ...room,
    code: 'mediation_room',
    zh: '调解室',
    en: 'Mediation room',
    sort: 40,
    usual: [s('邻里、家庭、物业纠纷调解', 'Mediation among neighbours, families and property managers')],
  },
  {
    ...room,
    code: 'legal_room',
    zh: '法务室',
    en: 'Legal room',
    sort: 50,
    usual: [s('律师值班咨询', 'A lawyer on duty'), s('代写法律文书', 'Help with legal papers')],
  },
  {
    ...room,
    code: 'zero_accident',
    zh: '零事故工作室',
    en: 'Zero-accident workroom',
    level: 'community',
    sort: 60,
    usual: [s('用电、用气、消防检查', 'Checks of wiring, gas and fire safety')],
  },
  {
    ...room,
    code: 'zero_case',
    zh: '零案件工作室',
    en: 'Zero-crime workroom',
    level: 'community',
    sort: 70,
    usual: [s('防盗防骗提醒', 'Advice against theft and fraud'), s('代办治安求助', 'Passing on calls for help')],
  },
  {
    ...room,
    code: 'zero_dispute',
    zh: '零纠纷工作室',
    en: 'Zero-dispute workroom',
    level: 'community',
    sort: 80,
    usual: [s('说说烦心事', 'Talking over what troubles you'), s('小纠纷当场说和', 'Small disputes settled at once')],
  },
  {
    ...room,
    code: 'station',
    zh: '驿站',
    en: 'Service station',
    sort: 90,
    usual: [
      s('歇脚、饮水、充电', 'A seat, water, charging'),
      s('借工具', 'Tools to borrow'),
      s('代收代办', 'Errands taken on'),
    ],
  },
  {
    ...room,
    code: 'talk_hall',
    zh: '和议厅',
    en: 'Discussion hall',
    sort: 100,
    usual: [s('居民议事', 'Residents’ meetings')],
  },
  {
    ...room,
    code: 'chat_room',
    zh: '唠嗑室',
    en: 'Chat room',
    sort: 110,
    usual: [s('坐下来聊聊', 'Sit down and talk')],
  },
  {
    ...room,
    code: 'service_hall',
    zh: '便民大厅',
    en: 'Service hall',
    sort: 120,
    usual: [
      s('社保、医保办理', 'Social and health insurance'),
      s('老年优待证、残疾人证', 'Cards for the old and the disabled'),
      s('帮办代办', 'Help with applications'),
    ],
  },
  {
    ...room,
    code: 'police_room',
    zh: '警务室',
    en: 'Police room',
    sort: 130,
    usual: [s('户籍咨询', 'Household registration'), s('报案、求助', 'Reports and calls for help')],
  },
] as const

export const teamKindRows = [
  { code: 'window', zh: '窗口值守', en: 'Counter', sort: 10 },
  { code: 'service', zh: '服务队', en: 'Service team', sort: 20 },
  { code: 'patrol', zh: '巡逻队', en: 'Patrol team', sort: 30 },
  { code: 'mediation', zh: '调解队', en: 'Mediation team', sort: 40 },
  { code: 'volunteer', zh: '志愿队', en: 'Volunteer team', sort: 50 },
  { code: 'selfgovern', zh: '自治队', en: 'Residents’ own team', sort: 60 },
]

export const bodyKindRows = [
  { code: 'police', zh: '公安', en: 'Police', sort: 10 },
  { code: 'justice', zh: '司法行政', en: 'Justice', sort: 20 },
  { code: 'housing', zh: '住建', en: 'Housing', sort: 30 },
  { code: 'mass', zh: '工青妇', en: 'Union, youth and women’s federation', sort: 40 },
  { code: 'law_firm', zh: '律师事务所', en: 'Law firm', sort: 50 },
  { code: 'unit', zh: '驻区单位', en: 'Unit in the area', sort: 60 },
  { code: 'social', zh: '社会组织', en: 'Social organisation', sort: 70 },
  { code: 'business', zh: '商户企业', en: 'Business', sort: 80 },
]

export const meansKindRows = [
  { code: 'lines', zh: '网络专线', en: 'Network lines', unitZh: '条', unitEn: '', expected: true, sort: 10 },
  { code: 'terminals', zh: '办公终端', en: 'Terminals', unitZh: '台', unitEn: '', expected: true, sort: 20 },
  { code: 'video', zh: '视频会商终端', en: 'Video terminals', unitZh: '台', unitEn: '', expected: true, sort: 30 },
  { code: 'floor_space', zh: '用房面积', en: 'Floor space', unitZh: '㎡', unitEn: 'm²', expected: true, sort: 40 },
  { code: 'settled', zh: '入驻单位', en: 'Bodies settled in', unitZh: '家', unitEn: '', expected: false, sort: 50 },
  { code: 'funding', zh: '年度经费', en: 'Funding a year', unitZh: '万元', unitEn: '×10k ¥', expected: true, sort: 60 },
]
