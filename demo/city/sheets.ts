// The seven sheets of the city: their headings, forbidden ones among them, and their good rows one after another.
import { STANDARD_HEADINGS } from '#kernel/refused-words.ts'
import type { ClassCode } from '../../src/modules/register/classes/column.ts'
import { creditCheckSign, innerCheckSign } from '../../src/modules/register/classes/credit-code.ts'
import { addressOf, type Door, doorsFor } from './doors.ts'
import { givenName, organisationName, SCHOOLS, surname } from './names.ts'
import { households } from './people.ts'
import { throwsOf } from './throws.ts'
import {
  type Break,
  type Cells,
  HOME_BREAKS,
  ORGANISATION_BREAKS,
  PERSON_BREAKS,
  RENTED_BREAKS,
  SPECIAL_BREAKS,
} from './writing.ts'

export type Sheet = {
  readonly class: ClassCode
  readonly title: string
  readonly encoding: 'utf8-bom' | 'gb18030'
  /** Heading → code of the cell; `forbidden` and `unneeded` stand under headings of which nothing may be kept. */
  readonly headings: readonly (readonly [heading: string, cell: string])[]
  readonly breaks: readonly Break[]
  readonly rows: Generator<Cells>
}

export type Counts = Readonly<Record<ClassCode, number>>

/** As many as are asked for, spread evenly over the homes, from one to six each. */
function* registered(counts: Counts, seed: number): Generator<Cells> {
  const [people, homes] = [counts.registered, counts.home]
  const throws = throwsOf(seed, 'registered')
  const next = households(seed, 'people', 101)
  let before = 0
  let at = 0
  for (const door of doorsFor(homes, seed)) {
    at++
    const until = at === homes ? people : Math.min(people, Math.floor((at * people) / homes + throws.below(28) / 10))
    const size = Math.max(0, until - before)
    before += size
    const address = addressOf(door)
    for (const one of next(size))
      yield {
        ...{
          name: one.name,
          number: one.number,
          sex: one.male ? '男' : '女',
          birth: one.birth,
          phone: one.phone,
          address,
        },
        ...{ homePlace: `${address.slice(0, address.indexOf('社区') + 2)}`, householdNumber: one.household },
        ...{ relation: one.relation, livesHere: throws.inHundred(90) ? '01' : '02' },
      }
  }
}

/** So many homes out of all, evenly spread, each once. */
function* someDoors(count: number, homes: number, seed: number): Generator<Door> {
  let at = 0
  let given = 0
  for (const door of doorsFor(homes, seed)) {
    if (Math.floor(((at + 1) * count) / homes) > given) {
      given++
      yield door
    }
    at++
  }
}

function* floating(counts: Counts, seed: number): Generator<Cells> {
  const throws = throwsOf(seed, 'floating')
  const next = households(seed, 'floating people', 7001)
  let left = counts.floating
  for (const door of someDoors(Math.min(counts.home, counts.floating), counts.home, seed)) {
    for (const one of next(1)) {
      if (left-- <= 0) return
      yield {
        ...{ name: one.name, number: one.number, sex: one.male ? '男' : '女', birth: one.birth, phone: one.phone },
        ...{
          address: addressOf(door),
          homePlace: `云湖区${throws.oneOf(['前进', '光明', '向阳'])}街道`,
          relation: '本人',
        },
        ...{ since: `${throws.between(2019, 2025)}-${String(throws.between(1, 12)).padStart(2, '0')}-01`, until: '' },
      }
    }
  }
}

function* homes(counts: Counts, seed: number): Generator<Cells> {
  const throws = throwsOf(seed, 'homes')
  let at = 0
  for (const door of doorsFor(counts.home, seed))
    yield {
      ...{
        address: addressOf(door),
        use: throws.inHundred(94) ? '住宅' : '商住两用',
        floorArea: String(throws.between(420, 1600) / 10),
      },
      ...{ homeNumber: `F${String(++at).padStart(8, '0')}`, ownership: throws.oneOf(['商品房', '房改房', '自建房']) },
    }
}

function* rented(counts: Counts, seed: number): Generator<Cells> {
  const throws = throwsOf(seed, 'rented')
  for (const door of someDoors(counts.rented, counts.home, seed))
    yield {
      ...{
        address: addressOf(door),
        use: throws.oneOf(['居住', '居住', '居住', '经营']),
        hazard: throws.oneOf(['无', '无', '消防', '用电']),
      },
      ...{ rooms: String(throws.between(1, 3)), fromDay: '2025/3/1', toDay: '2027-02-28' },
    }
}

function* special(counts: Counts, seed: number): Generator<Cells> {
  const next = households(seed, 'special', 8001)
  for (const door of someDoors(counts.special, counts.home, seed))
    for (const one of next(1)) yield { name: one.name, number: one.number, birth: one.birth, address: addressOf(door) }
}

/** A credit code for the `at`-th body: 92 a trader, 91 a company, 52 a non-profit service; both checks fit. */
function creditCode(at: number): string {
  const inner = `MA${String(at).padStart(6, '0')}`
  const seventeen = `${['92', '91', '52'][at % 3]}990301${inner}${innerCheckSign(inner)}`
  return seventeen + creditCheckSign(seventeen)
}

function* bodies(counts: Counts, seed: number, code: 'organisation' | 'school'): Generator<Cells> {
  const throws = throwsOf(seed, code)
  const isSchool = code === 'school'
  let at = 0
  for (const { building } of someDoors(counts[code], counts.home, seed)) {
    const place = building.subdistrict.name + building.community.name + building.street
    const kind = isSchool ? SCHOOLS[at % SCHOOLS.length]! : ['个体工商户', '企业', '民办非企业单位'][at % 3]!
    yield {
      ...{
        name: isSchool ? building.compound + kind : organisationName(building.compound, at),
        code: creditCode(at + (isSchool ? 900_000 : 0)),
      },
      ...{
        kind,
        address: place,
        contactName: surname(throws) + givenName(throws),
        contactPhone: `0371-6${String(throws.below(10_000_000)).padStart(7, '0')}`,
      },
      ...{ workers: String(throws.between(1, 60)), students: String(throws.between(60, 2400)) },
    }
    at++
  }
}

type Form = Pick<Sheet, 'title' | 'encoding' | 'breaks'> & {
  /** Heading and cell, parted by a colon. */
  readonly headings: string
  /** How many headings of the standard come behind, of which nothing may be kept. */
  readonly forbidden: number
}

const PERSON = '姓名:name 公民身份号码:number 性别:sex 出生日期:birth 婚姻状况:unneeded 联系电话:phone'
const PLACES = '户籍地址:homePlace 现住地址:address'

/** As the departments that keep them would send them. */
const FORMS: Readonly<Record<ClassCode, Form>> = {
  home: {
    ...{ title: '实有住房', encoding: 'utf8-bom', breaks: HOME_BREAKS, forbidden: 0 },
    headings:
      '房屋地址:address 建筑用途:use 建筑面积:floorArea 房屋编号:homeNumber 房屋性质:ownership 房主身份证号:unneeded',
  },
  registered: {
    ...{ title: '户籍人口', encoding: 'utf8-bom', breaks: PERSON_BREAKS, forbidden: 3 },
    headings: `${PERSON} ${PLACES} 户号:householdNumber 与户主关系:relation 人户一致标识:livesHere`,
  },
  floating: {
    ...{ title: '流动人口', encoding: 'gb18030', breaks: PERSON_BREAKS, forbidden: 4 },
    headings: `${PERSON} ${PLACES} 来本地日期:since 到期日期:until 与户主关系:relation`,
  },
  rented: {
    ...{ title: '出租房屋', encoding: 'gb18030', breaks: RENTED_BREAKS, forbidden: 0 },
    headings:
      '房屋地址:address 出租用途:use 隐患类型:hazard 出租间数:rooms 出租日期:fromDay 到期日期:toDay 承租人姓名:unneeded',
  },
  special: {
    ...{ title: '特殊人群', encoding: 'utf8-bom', breaks: SPECIAL_BREAKS, forbidden: 6 },
    headings: '姓名:name 公民身份号码:number 出生日期:birth 现住地址:address',
  },
  organisation: {
    ...{ title: '两新组织', encoding: 'gb18030', breaks: ORGANISATION_BREAKS, forbidden: 6 },
    headings:
      '单位名称:name 统一社会信用代码:code 组织类型:kind 单位地址:address 法定代表人:contactName 联系电话:contactPhone 从业人数:workers',
  },
  school: {
    ...{ title: '校园周边', encoding: 'utf8-bom', breaks: ORGANISATION_BREAKS, forbidden: 0 },
    headings:
      '学校名称:name 统一社会信用代码:code 办学类型:kind 学校地址:address 安保负责人:contactName 联系电话:contactPhone 学生人数:students',
  },
}

const rowsOf: Readonly<Record<ClassCode, (counts: Counts, seed: number) => Generator<Cells>>> = {
  home: homes,
  registered,
  floating,
  rented,
  special,
  organisation: (counts, seed) => bodies(counts, seed, 'organisation'),
  school: (counts, seed) => bodies(counts, seed, 'school'),
}

/** The seven sheets. Homes come first: whoever lives in one is then found a home. */
export function sheetsOf(counts: Counts, seed: number): Sheet[] {
  return (Object.keys(FORMS) as ClassCode[]).map((code) => {
    const { headings, forbidden, ...form } = FORMS[code]
    const asked = headings.split(' ').map((one): [string, string] => {
      const [heading = '', cell = ''] = one.split(':')
      return [heading, cell]
    })
    const refused = STANDARD_HEADINGS.slice(0, forbidden).map((heading): [string, string] => [heading, 'forbidden'])
    return { class: code, ...form, headings: [...asked, ...refused], rows: rowsOf[code](counts, seed) }
  })
}
