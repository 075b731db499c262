// Code lists of the register's columns: the standards' own where there is one, ours where there is none (domain 1.3).
import type { Choice } from './column.ts'

const list = (...rows: readonly string[]): readonly Choice[] =>
  rows.map((row) => {
    const [code = '', zh = '', en = '', also = ''] = row.split('|')
    return { code, zh, en, ...(also ? { also: also.split(' ') } : {}) }
  })

/** GB/T 2261.1. */
export const SEX = list(
  '1|男|male|男性 M 1男 男1 male',
  '2|女|female|女性 F 2女 女2 female',
  '0|未知|unknown|不详 未知的性别',
  '9|未说明|not said|未说明的性别',
)

/** GB/T 4761, two figures. */
export const RELATION = list(
  '01|本人|the person himself|',
  '02|户主|head of the household|户主本人',
  '10|配偶|husband or wife|夫妻',
  '11|夫|husband|丈夫',
  '12|妻|wife|妻子',
  '20|子|son|儿子',
  '22|长子|eldest son|',
  '23|次子|second son|二子',
  '30|女|daughter|女儿',
  '32|长女|eldest daughter|',
  '33|次女|second daughter|二女',
  '28|女婿|son-in-law|',
  '38|儿媳|daughter-in-law|媳妇',
  '41|孙子|grandson|',
  '42|孙女|granddaughter|',
  '43|外孙子|grandson by a daughter|外孙',
  '44|外孙女|granddaughter by a daughter|',
  '50|父母|parents|',
  '51|父亲|father|父',
  '52|母亲|mother|母',
  '55|岳父|wife’s father|',
  '56|岳母|wife’s mother|',
  '60|祖父母或外祖父母|grandparents|祖父母 外祖父母',
  '61|祖父|grandfather|爷爷',
  '62|祖母|grandmother|奶奶',
  '63|外祖父|mother’s father|外公 姥爷',
  '64|外祖母|mother’s mother|外婆 姥姥',
  '70|兄弟姐妹|brothers and sisters|',
  '71|兄|elder brother|哥哥',
  '73|弟|younger brother|弟弟',
  '75|姐姐|elder sister|姐',
  '77|妹妹|younger sister|妹',
  '97|其他亲属|other relative|其他亲戚 亲属',
  '99|非亲属|no relative|其他 无亲属关系',
)

/** GA/T 517. */
export const PAPER = list(
  '111|居民身份证|identity card|身份证 公民身份证 二代证',
  '113|户口簿|household booklet|户口本',
  '414|普通护照|passport|护照',
  '511|台湾居民来往大陆通行证|Taiwan travel permit|台胞证 台湾通行证',
  '516|港澳居民来往内地通行证|Hong Kong and Macao travel permit|回乡证 港澳通行证',
  '553|外国人永久居留身份证|foreign permanent resident card|永久居留证',
  '554|港澳台居民居住证|residence permit of Hong Kong, Macao and Taiwan residents|居住证',
  '990|其他|other|其他证件',
)

/** Ours: what a building or home is used for. */
export const HOME_USE = list(
  'residence|住宅|home|居住 自住 住宅用房 成套住宅',
  'shop|商业|shop|商用 商铺 门面 门店',
  'mixed|商住两用|home and shop|商住 住商混用',
  'office|办公|office|办公用房',
  'dormitory|集体宿舍|dormitory|宿舍',
  'storage|仓储|storage|仓库 储藏',
  'empty|空置|empty|闲置 无人居住',
  'other|其他|other|',
)

/** Ours: what a let home is let for. */
export const LET_FOR = list(
  'living|居住|to live in|住宅 自住 住人',
  'shop|经营|to trade in|商业 商用 门面',
  'office|办公|as an office|',
  'storage|仓储|to store things in|仓库',
  'mixed|住宿与经营合用|to live and trade in|合用场所 三合一',
  'other|其他|otherwise|',
)

/** Ours: what was seen in a let home that may burn, fall or poison. It is the place that is named, nobody in it. */
export const HAZARD = list(
  'none|无|none|没有 无隐患',
  'fire|消防|fire|火灾隐患 消防隐患',
  'wiring|用电|wiring|用电隐患 私拉电线',
  'gas|燃气|gas|燃气隐患 煤气',
  'structure|房屋结构|structure|危房 结构隐患',
  'crowding|人员密集|crowding|群租',
  'other|其他|other|其他隐患',
)

export const OWNERSHIP = list(
  'bought|商品房|bought|购买',
  'reformed|房改房|bought from the work unit|公改房',
  'public|公租房|public rental|公房 廉租房',
  'self built|自建房|self built|自建',
  'resettlement|安置房|resettlement|回迁房',
  'other|其他|other|',
)

export const ORGANISATION_KIND = list(
  'company|企业|company|公司 有限责任公司 股份有限公司 私营企业 民营企业 非公企业 非公有制企业',
  'trader|个体工商户|trader|个体 个体户',
  'cooperative|农民专业合作社|farmers’ cooperative|合作社',
  'association|社会团体|association|社团',
  'service|民办非企业单位|non-profit service|社会服务机构 民非',
  'foundation|基金会|foundation|',
  'property|物业服务企业|property management|物业 物业公司',
  'other|其他|other|',
)

export const SCHOOL_KIND = list(
  'kindergarten|幼儿园|kindergarten|幼托 托儿所',
  'primary|小学|primary school|',
  'junior|初级中学|junior secondary school|初中 中学',
  'senior|高级中学|senior secondary school|高中 完全中学',
  'nine years|九年一贯制学校|nine-year school|九年制 九年一贯制',
  'vocational|职业学校|vocational school|中职 职高 技校',
  'special|特殊教育学校|school for special education|特教学校',
  'university|高等学校|university|大学 高校',
  'training|校外培训机构|tuition centre|培训机构 培训学校',
  'other|其他|other|',
)

/** 人户一致标识 and other plain questions. */
export const YES = ['是', '有', '01', '1', 'Y', 'YES', 'TRUE', '一致', '人户一致', '√', '✓'] as const
export const NO = [
  '否',
  '无',
  '02',
  '2',
  '0',
  'N',
  'NO',
  'FALSE',
  '不一致',
  '人户分离',
  '人户不一致',
  '没有',
  '×',
  'X',
] as const
