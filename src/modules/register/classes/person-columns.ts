// Columns of the registers of people: 户籍人口, 流动人口, and the special groups that are counted and not kept.
import { PAPER, RELATION, SEX } from './choices.ts'
import { type Column, column } from './column.ts'

const name = column('name', 'name', '姓名|Name|姓名/人员姓名/居民姓名/住户姓名/户主姓名/村民姓名/人口姓名/公民姓名', {
  required: true,
  to: 'person.name',
  most: 50,
  example: '张晓明',
})

const idNumber = column(
  'number',
  'idNumber',
  '公民身份号码|ID number|身份证号/身份证号码/身份证/公民身份证号码/居民身份证号/证件号码/证件号/身份证件号码/身份号码/户主身份证号',
  { disposition: 'purpose', to: 'person.number', most: 30, example: '990101199003070031' },
)

const birth = column('birth', 'birth', '出生日期|Birth day|出生年月日/生日/出生年月/出生时间', {
  to: 'person.birth',
  most: 30,
  example: '1990-03-07',
})

const address = column(
  'address',
  'address',
  '现住地址|Address|现住址/居住地址/住址/家庭住址/现住地详址/现居住地址/现居住地/常住地址/详细地址/居住地详址/地址/实际居住地址/家庭地址/现住地址详址/住所地址',
  { to: 'home.address', most: 120, example: '柳园社区清荷苑3号楼2单元502室' },
)

/** The address in pieces, as many sheets have it. */
export const addressParts: readonly Column[] = [
  column('addressArea', 'text', '现住地|Area of the address|现住地区划/居住地区划/所在区域/所属区域/行政区划', {
    most: 80,
  }),
  column('subdistrict', 'text', '街道|Subdistrict|所属街道/所在街道/乡镇街道/街道乡镇/镇街', { most: 40 }),
  column('community', 'text', '社区|Community|所属社区/所在社区/社区名称/社区村/村社区/村居', { most: 40 }),
  column('road', 'text', '路名门牌|Road and number|街路巷/道路门牌/路牌/门牌号/街路巷门牌', { most: 60 }),
  column('compound', 'text', '小区|Compound|小区名称/所属小区/所在小区/住宅小区', { most: 40 }),
  column('building', 'text', '楼栋|Building|楼号/栋号/楼栋号/幢号/楼栋名称/楼幢/楼/栋', { most: 20 }),
  column('unit', 'text', '单元|Unit|单元号', { most: 20 }),
  column('room', 'text', '室|Room|房号/室号/门号/房间号/户室号/房屋号/门牌室号', { most: 20 }),
]

const people: readonly Column[] = [
  name,
  idNumber,
  column('paper', 'paper', '证件类型|Kind of paper|证件种类/证件名称/证件代码', {
    to: 'person.paper',
    most: 30,
    choices: PAPER,
    example: '居民身份证',
  }),
  column('sex', 'sex', '性别|Sex|性别代码', { to: 'person.sex', most: 10, choices: SEX, example: '男' }),
  birth,
  column(
    'phone',
    'phone',
    '联系电话|Telephone|联系方式/手机/手机号/手机号码/电话/电话号码/联系手机/移动电话/本人电话/联系电话1/手机1',
    { to: 'person.phone', most: 60, example: '13800000000' },
  ),
  address,
  ...addressParts,
]

const household: readonly Column[] = [
  column('relation', 'choice', '与户主关系|Relation to the head|家庭关系/户主关系/与户主的关系/关系', {
    to: 'person.relation',
    most: 20,
    choices: RELATION,
    example: '户主',
  }),
  column('householdNumber', 'text', '户号|Household number|户编号/家庭编号/户籍号/户口簿号/户口号', {
    disposition: 'purpose',
    to: 'household.number_mac',
    most: 40,
    example: '990101000123',
  }),
  column(
    'headNumber',
    'idNumber',
    '户主身份号码|ID number of the head|户主身份证号/户主证件号码/户主身份证号码/户主公民身份号码',
    {
      disposition: 'purpose',
      to: 'household.number_mac',
      most: 30,
      example: '',
    },
  ),
  column('need', 'text', '需要的帮助|Help asked for|困难及诉求/帮扶需求/服务需求/困难诉求/需求', {
    to: 'person.need',
    most: 200,
    example: '',
  }),
]

const homePlace = column(
  'homePlace',
  'text',
  '户籍地址|Registered at|户籍地详址/户口所在地/户籍所在地/户籍详址/户籍地地址',
  { to: 'person.home_place', most: 120, example: '邻里区柳园社区' },
)
/** Written before the address where a sheet has both, as the standard does. */
const homePlaceArea = column('homePlaceArea', 'text', '户籍地|Area registered at|户籍地区划/户籍地行政区划', {
  most: 80,
})

export const registeredColumns: readonly Column[] = [
  ...people,
  homePlace,
  homePlaceArea,
  column('livesHere', 'yes', '人户一致标识|Lives where registered|人户一致/是否人户一致/人户是否一致/人户分离标识', {
    to: 'person.lives_here',
    most: 10,
    example: '是',
  }),
  ...household,
]

export const floatingColumns: readonly Column[] = [
  ...people,
  homePlace,
  homePlaceArea,
  column('since', 'day', '来本地日期|Here since|登记日期/来到日期/流入日期/入住日期/居住起始日期/来此居住日期', {
    to: 'tie.from_day',
    most: 30,
    example: '2025-03-01',
  }),
  column('until', 'day', '到期日期|Until|租期截止/拟离开日期/居住截止日期/租赁到期日期/预计离开日期', {
    to: 'tie.to_day',
    most: 30,
    example: '',
  }),
  ...household,
]

/** Read to tell a repeat, and then gone: of a special group the number of rows is kept (decided 27). */
export const specialColumns: readonly Column[] = [
  { ...name, required: false, to: '', disposition: 'purpose' },
  { ...idNumber, to: '' },
  { ...birth, to: '', disposition: 'purpose' },
  { ...address, to: '', disposition: 'purpose' },
]
