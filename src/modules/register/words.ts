// What the register says when something cannot be done, and what its classes are called.
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'
import { HOME_USE, LET_FOR, ORGANISATION_KIND, RELATION, SCHOOL_KIND, SEX } from './classes/choices.ts'
import type { Choice } from './classes/column.ts'

export const classWords = {
  registered: { zh: '户籍人口', en: 'Registered' },
  floating: { zh: '流动人口', en: 'Floating' },
  home: { zh: '房屋', en: 'Homes' },
  rented: { zh: '出租房屋', en: 'Rented homes' },
  special: { zh: '特殊人群（只计数）', en: 'Special groups (counted alone)' },
  organisation: { zh: '两新组织', en: 'Organisations' },
  school: { zh: '学校周边', en: 'School surroundings' },
  property: { zh: '物业服务', en: 'Property management' },
} as const satisfies Readonly<Record<string, Text>>

/** What a code of a list is called, by its code. */
const called = (choices: readonly Choice[]): Readonly<Record<string, Text>> =>
  Object.fromEntries(choices.map(({ code, zh, en }) => [code, { zh, en }]))

/** GB/T 4761: what somebody is to the head of his household. */
export const relationWords = called(RELATION)
export const sexWords = called(SEX)
export const homeUseWords = called(HOME_USE)
export const letForWords = called(LET_FOR)
export const organisationKindWords = { ...called(SCHOOL_KIND), ...called(ORGANISATION_KIND) }

export const tieWords = {
  lives_in: { zh: '住过', en: 'Lived in' },
  owns: { zh: '产权', en: 'Owns' },
  rents: { zh: '承租', en: 'Rents' },
  works_at: { zh: '工作单位', en: 'Works at' },
  looks_after: { zh: '照看', en: 'Looks after' },
  manages: { zh: '管理', en: 'Manages' },
} as const satisfies Readonly<Record<string, Text>>

/** Columns of an exported list. */
export const columnWords = {
  name: { zh: '姓名（打码）', en: 'Name (masked)' },
  sex: { zh: '性别', en: 'Sex' },
  birthYear: { zh: '出生年份', en: 'Year of birth' },
  phone: { zh: '电话（打码）', en: 'Phone (masked)' },
  relation: { zh: '与户主关系', en: 'Relation to head' },
  address: { zh: '住址', en: 'Address' },
  livesHere: { zh: '人户一致', en: 'Lives where registered' },
  source: { zh: '来源', en: 'Source' },
  asOf: { zh: '登记日期', en: 'As of' },
  fullName: { zh: '姓名', en: 'Name' },
  fullPhone: { zh: '电话', en: 'Phone' },
  birth: { zh: '出生日期', en: 'Date of birth' },
  use: { zh: '用途', en: 'Use' },
  floorArea: { zh: '面积（平方米）', en: 'Floor area (m²)' },
  let: { zh: '出租', en: 'Let' },
  people: { zh: '登记几人', en: 'People entered' },
  called: { zh: '名称', en: 'Name' },
  code: { zh: '统一社会信用代码', en: 'Credit code' },
  kind: { zh: '类别', en: 'Kind' },
  contactName: { zh: '联系人（打码）', en: 'Contact (masked)' },
  contactPhone: { zh: '联系电话（打码）', en: 'Contact’s phone (masked)' },
} as const satisfies Readonly<Record<string, Text>>

type Column = keyof typeof columnWords
const OF_PEOPLE: readonly Column[] = [
  ...(['name', 'sex', 'birthYear', 'phone', 'relation', 'address', 'livesHere', 'source', 'asOf'] as const),
  ...(['fullName', 'fullPhone', 'birth'] as const),
]
const OF_HOMES: readonly Column[] = ['address', 'use', 'floorArea', 'let', 'people', 'source', 'asOf']
const OF_ORGANISATIONS: readonly Column[] = [
  ...(['called', 'code', 'kind', 'address', 'contactName', 'contactPhone', 'source', 'asOf'] as const),
]

/** Which of them a list of each register may have. */
export const COLUMNS_OF = {
  ...{ registered: OF_PEOPLE, floating: OF_PEOPLE, home: OF_HOMES },
  ...{ organisation: OF_ORGANISATIONS, school: OF_ORGANISATIONS, property: OF_ORGANISATIONS },
} as const

export const registerProblems = problems('register', {
  manyOpen: {
    kind: 'conflict',
    zh: '您已经有 {count} 个更正请求在等答复。请等答复以后再提。',
    en: 'There are {count} requests waiting for an answer already. Please wait for it before asking again.',
  },
  badNumber: {
    kind: 'invalid',
    zh: '身份证号不对：位数、出生日期或者最后一位校验码有误。请对着证件再看一遍。',
    en: 'This is no ID number: its length, birth day or check symbol is wrong. Please compare it with the card.',
  },
  badPhone: {
    kind: 'invalid',
    zh: '电话不对。手机 11 位；座机写区号和号码。',
    en: 'This is no telephone number. Mobile numbers have 11 digits; landlines an area code and a number.',
  },
  badCode: {
    kind: 'invalid',
    zh: '统一社会信用代码不对，请对着执照再看一遍。',
    en: 'This is no unified social credit code. Please compare it with the licence.',
  },
  otherBirth: {
    kind: 'invalid',
    zh: '出生日期和身份证号里的不一样。',
    en: 'The birth day differs from the one in the ID number.',
  },
  dayAhead: { kind: 'invalid', zh: '日期不能在今天以后。', en: 'The day cannot lie ahead.' },
  dayBefore: {
    kind: 'conflict',
    zh: '这里已经登记到 {day}，不能再往前改。',
    en: 'This is entered up to {day}; it cannot be changed from an earlier day.',
  },
  known: {
    kind: 'conflict',
    zh: '这个人已经登记过。请打开原来的登记，迁入或者合并。',
    en: 'This person is entered already. Please open that entry to move him in, or merge.',
  },
  sameHome: { kind: 'conflict', zh: '他就住在这套房屋里。', en: 'He lives in this home already.' },
  notHere: {
    kind: 'conflict',
    zh: '他不在住，不能这样登记。',
    en: 'He does not live here now, so this cannot be recorded.',
  },
  noHousehold: {
    kind: 'conflict',
    zh: '这套房屋里没有这一户。',
    en: 'There is no such household in this home.',
  },
  oneHead: {
    kind: 'invalid',
    zh: '一户只有一个户主。换户主请用“改户主”。',
    en: 'A household has one head. To change it, please make somebody the head.',
  },
  mergeSelf: { kind: 'invalid', zh: '不能和自己合并。', en: 'An entry cannot be merged into itself.' },
  mergeInto: {
    kind: 'invalid',
    zh: '要并入的登记没有找到，或者不在住。',
    en: 'The entry to merge into was not found, or does not live here.',
  },
  homeInGrid: {
    kind: 'invalid',
    zh: '房屋要登记在网格、楼栋或者单元里。',
    en: 'A home is recorded in a grid, a building or a unit.',
  },
  homeKnown: {
    kind: 'conflict',
    zh: '“{address}”已经登记过。',
    en: '“{address}” is recorded already.',
  },
  stillIn: {
    kind: 'conflict',
    zh: '里面还登记着 {count} 个人。请先迁出，再注销。',
    en: '{count} people are still entered in it. Please move them out first.',
  },
  stillLet: { kind: 'conflict', zh: '还登记着出租。请先结束出租。', en: 'It is still let. Please end that first.' },
  letAlready: { kind: 'conflict', zh: '已经登记为出租。', en: 'It is recorded as let already.' },
  visitOver: { kind: 'conflict', zh: '这次走访已经结束。', en: 'This visit has ended already.' },
  notYourVisit: {
    kind: 'conflict',
    zh: '没有找到您的这次走访。请重新打开这套房屋，再走访。',
    en: 'This visit of yours was not found. Please open the home again and begin anew.',
  },
  visitElsewhere: {
    kind: 'conflict',
    zh: '这次走访是在另一套房屋。请打开这一套，再登记。',
    en: 'This visit is to another home. Please open this one first.',
  },
  tieKind: {
    kind: 'invalid',
    zh: '这种关系不能这样连。',
    en: 'This kind of tie does not lead there.',
  },
  tieEnd: { kind: 'invalid', zh: '关系的另一头没有找到。', en: 'The other end of the tie was not found.' },
  tieOver: { kind: 'conflict', zh: '已经结束了。', en: 'It has ended already.' },
  organisationKnown: {
    kind: 'conflict',
    zh: '这个统一社会信用代码已经登记在“{name}”名下。',
    en: 'This unified social credit code is recorded for “{name}” already.',
  },
  organisationOver: { kind: 'conflict', zh: '这个单位已经注销。', en: 'This organisation has ended already.' },
  relocateWhere: {
    kind: 'invalid',
    zh: '请选一个社区，或者社区里的网格、楼栋。',
    en: 'Please choose a community, or a grid or building of one.',
  },
  relocateWithin: {
    kind: 'conflict',
    zh: '这是本社区。在本社区里搬家，请用“迁入另一套”。',
    en: 'This is his own community. Within it, please move him into another home.',
  },
  relocating: {
    kind: 'conflict',
    zh: '已经告诉另一个社区了，正等对方确认。要改，请先撤回。',
    en: 'Another community has been told and is to confirm. Please take that back first.',
  },
  relocationGone: {
    kind: 'conflict',
    zh: '原来的社区已经改了他的登记（去世，或者合并），不能确认。请选“不接收”。',
    en: 'His entry has been changed where he came from (died, or merged). Please do not take it over.',
  },
  noHome: {
    kind: 'invalid',
    zh: '没有找到这套房屋，或者它已经注销。',
    en: 'This home was not found, or has ended.',
  },
})
