// Columns of the registers of places and bodies: 实有住房, 出租房屋, 两新组织, 校园周边.
import { HAZARD, HOME_USE, LET_FOR, ORGANISATION_KIND, OWNERSHIP, SCHOOL_KIND } from './choices.ts'
import { type Column, column } from './column.ts'
import { addressParts } from './person-columns.ts'

const homeAddress = column(
  'address',
  'address',
  '房屋地址|Address|地址/详细地址/房屋详址/房屋坐落/坐落/住房地址/标准地址/房屋详细地址/出租房屋地址/门牌地址/详址',
  { to: 'home.address', most: 120, example: '柳园社区清荷苑3号楼2单元502室' },
)

export const homeColumns: readonly Column[] = [
  homeAddress,
  ...addressParts,
  column('use', 'choice', '房屋用途|Use|建筑用途/用途/使用性质/房屋使用性质/使用用途', {
    to: 'home.use',
    most: 20,
    choices: HOME_USE,
    example: '住宅',
  }),
  column(
    'floorArea',
    'number',
    '建筑面积|Floor area|面积/房屋面积/住房面积/建筑面积平方米/面积平方米/建筑面积㎡/面积㎡',
    {
      to: 'home.floor_area',
      most: 100_000,
      example: '86.5',
    },
  ),
  column('homeNumber', 'text', '房屋编号|Number of the home|住房编号/房屋编码/房屋代码', {
    to: 'home.facts.homeNumber',
    most: 40,
    example: '',
  }),
  column('ownership', 'choice', '房屋性质|Ownership|产权性质/房屋类型/产权类型', {
    to: 'home.facts.ownership',
    most: 20,
    choices: OWNERSHIP,
    example: '商品房',
  }),
  column('builtIn', 'number', '建成年份|Built in|建筑年代/建成年代/建造年份', {
    to: 'home.facts.builtIn',
    most: 2199,
    example: '2006',
  }),
]

export const rentedColumns: readonly Column[] = [
  homeAddress,
  ...addressParts,
  column('use', 'choice', '出租用途|Let for|用途/租赁用途/房屋用途', {
    to: 'rental.use',
    most: 20,
    choices: LET_FOR,
    example: '居住',
  }),
  column('hazard', 'choice', '隐患类型|Hazard seen|隐患/安全隐患/安全隐患类型', {
    to: 'rental.facts.hazard',
    most: 20,
    choices: HAZARD,
    example: '无',
  }),
  column('rooms', 'number', '出租间数|Rooms let|间数/出租房间数', {
    to: 'rental.facts.rooms',
    most: 500,
    example: '2',
  }),
  column('fromDay', 'day', '出租日期|Let since|起租日期/租赁起始日期/出租时间/租期起', {
    to: 'rental.from_day',
    most: 30,
    example: '2025-03-01',
  }),
  column('toDay', 'day', '到期日期|Let until|租期截止/租赁到期日期/租期止/止租日期', {
    to: 'rental.to_day',
    most: 30,
    example: '2027-02-28',
  }),
]

const organisationAddress = column(
  'address',
  'address',
  '地址|Address|单位地址/组织地址/注册地址/经营地址/详细地址/住所/办公地址/学校地址/所在地/所在地址',
  { to: 'organisation.address', most: 120, example: '柳园社区和平路18号' },
)
const creditCode = column(
  'code',
  'creditCode',
  '统一社会信用代码|Unified social credit code|信用代码/社会信用代码/统一信用代码/机构代码/组织代码',
  { to: 'organisation.code', most: 30, example: '92500104MA0000007R' },
)
const contactPhone = column(
  'contactPhone',
  'phone',
  '联系电话|Telephone|联系方式/电话/负责人电话/负责人联系方式/法人联系方式/法定代表人电话/校长联系方式/手机/联系人电话/法人电话',
  { to: 'organisation.contact_phone', most: 60, example: '0371-66123456' },
)

const has = (code: string, words: string) =>
  column(code, 'yes', words, { to: `organisation.facts.${code}`, most: 10, example: '' })

export const organisationColumns: readonly Column[] = [
  column('name', 'text', '组织名称|Name|名称/单位名称/企业名称/机构名称/公司名称/社会组织名称', {
    required: true,
    to: 'organisation.name',
    most: 100,
    example: '柳园便民超市',
  }),
  creditCode,
  column('kind', 'choice', '组织类型|Kind|类型/类别/组织类别/单位类型/企业类型/机构类型/企业类别', {
    to: 'organisation.kind',
    most: 30,
    choices: ORGANISATION_KIND,
    example: '个体工商户',
  }),
  { ...organisationAddress, required: true },
  column(
    'contactName',
    'name',
    '负责人|Contact|法定代表人/法人/联系人/负责人姓名/法人代表/法人姓名/法定代表人姓名/联系人姓名',
    {
      to: 'organisation.contact_name',
      most: 50,
      example: '李文静',
    },
  ),
  contactPhone,
  column('workers', 'number', '从业人数|Workers|员工人数/职工人数/从业人员数/员工数', {
    to: 'organisation.facts.workers',
    most: 1_000_000,
    example: '6',
  }),
  has('dangerousGoods', '是否危化|Handles dangerous goods|是否危化企业/危化企业'),
  has('partyBranch', '有无党组织|Has a party branch|是否有党组织/党组织/是否建立党组织'),
  has('union', '有无工会|Has a union|是否有工会/工会组织'),
]

export const schoolColumns: readonly Column[] = [
  column('name', 'text', '学校名称|Name|名称/校名/单位名称/园所名称', {
    required: true,
    to: 'organisation.name',
    most: 100,
    example: '柳园小学',
  }),
  creditCode,
  column('kind', 'choice', '办学类型|Kind|学校类型/类型/类别/学校类别', {
    to: 'organisation.kind',
    most: 30,
    choices: SCHOOL_KIND,
    example: '小学',
  }),
  { ...organisationAddress, required: true },
  column(
    'contactName',
    'name',
    '安全负责人|Contact for safety|安保负责人/安保责任人/校长/校长姓名/负责人/联系人/安全保卫负责人',
    {
      to: 'organisation.contact_name',
      most: 50,
      example: '李文静',
    },
  ),
  contactPhone,
  column('students', 'number', '学生人数|Students|在校学生数/学生数/在校生人数/在校人数', {
    to: 'organisation.facts.students',
    most: 200_000,
    example: '620',
  }),
]
