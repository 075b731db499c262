// The kinds of mediation committees with their norms, and what mediators may be versed in; each is a row a tenant may change.

const law = (articles: string) => `人民调解法 ${articles}`
/** Seen in most provinces; no law sets it, so a district that has another number writes it here. */
const norm = '司法部等六部门《关于加强人民调解员队伍建设的意见》及各地配备标准，由区里确定'
const own = { stamp: true, membersMin: 3, membersMax: 9, normBasis: norm } as const
const room = {
  stamp: false,
  membersMin: 0,
  membersMax: null,
  fullTime: 0,
  normBasis: '设在调委会之下，不另配',
} as const

export const committeeKindRows = [
  {
    ...own,
    code: 'community',
    zh: '社区调委会',
    en: 'Community committee',
    basis: law('第八条'),
    level: 'community',
    tier: 1,
    fullTime: 1,
    sort: 10,
  },
  {
    ...own,
    code: 'subdistrict',
    zh: '街道调委会',
    en: 'Subdistrict committee',
    basis: law('第三十四条'),
    level: 'subdistrict',
    tier: 2,
    fullTime: 2,
    sort: 20,
  },
  {
    ...own,
    code: 'enterprise',
    zh: '企事业单位调委会',
    en: 'Committee of an employer',
    basis: law('第八条'),
    level: null,
    tier: 1,
    fullTime: 0,
    sort: 30,
  },
  {
    ...own,
    code: 'industry',
    zh: '行业性、专业性调委会',
    en: 'Specialised committee',
    basis: law('第三十四条'),
    level: null,
    tier: 3,
    fullTime: 3,
    sort: 40,
  },
  {
    ...own,
    code: 'regional',
    zh: '区域性调委会',
    en: 'Committee of a market or park',
    basis: law('第三十四条'),
    level: null,
    tier: 2,
    fullTime: 0,
    sort: 50,
  },
  {
    ...room,
    code: 'posted',
    zh: '派驻调解室',
    en: 'Posted mediation room',
    basis: '人民调解法 第三十四条；由已设立的调委会派驻',
    level: null,
    tier: 3,
    sort: 60,
  },
  {
    ...room,
    code: 'branded',
    zh: '品牌调解室',
    en: 'Named mediation room',
    basis: '人民调解法 第八条、第三十四条；设在调委会之下的工作室',
    level: null,
    tier: 1,
    sort: 70,
  },
] as const

export const committeeRuleRows = [
  { code: 'training', days: 365, basis: '人民调解法 第十四条：县级司法行政部门定期培训；一年一次，由区里确定' },
  { code: 'term_ends', days: 90, basis: '换届前三个月准备，由区里确定' },
] as const

const disputes = [
  ['RM01', '婚姻家庭', 'Marriage and family'],
  ['RM02', '邻里', 'Neighbours'],
  ['RM03', '房屋宅基地', 'Houses and house sites'],
  ['RM04', '合同', 'Contracts'],
  ['RM05', '生产经营', 'Trade and production'],
  ['RM06', '损害赔偿', 'Damages'],
  ['RM07', '山林土地', 'Land and woods'],
  ['RM08', '征地拆迁', 'Expropriation'],
  ['RM09', '环境污染', 'Pollution'],
  ['RM10', '拖欠农民工工资', 'Unpaid wages'],
  ['RM11', '其他劳动争议', 'Other labour disputes'],
  ['RM12', '旅游', 'Travel'],
  ['RM13', '电子商务', 'Online shopping'],
  ['RM14', '其他消费', 'Other consumer disputes'],
  ['RM15', '医疗', 'Medical care'],
  ['RM16', '道路交通事故', 'Road accidents'],
  ['RM17', '物业', 'Property management'],
  ['RM18', '民间借贷', 'Private loans'],
] as const

const languages = [
  ['mandarin', '普通话', 'Mandarin'],
  ['local', '本地话', 'Local speech'],
  ['sign', '手语', 'Sign language'],
  ['english', '英语', 'English'],
] as const

export const mediationSkillRows = [
  ...disputes.map(([code, zh, en], at) => ({ code, family: 'dispute' as const, zh, en, sort: at })),
  ...languages.map(([code, zh, en], at) => ({ code, family: 'language' as const, zh, en, sort: at })),
]
