// Headings of senders, and rows from them: what goes in, what is reported, what is never kept.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONCEPTS, STANDARD_HEADINGS } from '#kernel/refused-words.ts'
import { checkRow } from './check-row.ts'
import { classes } from './classes.ts'
import { CLASSES, type ClassCode } from './column.ts'
import type { Checked } from './entry.ts'
import { mapHeadings, neverKept } from './heading.ts'
import { templateOf } from './template.ts'
import { faultWords } from './words.ts'

const context = { today: '2026-11-22' }
const check = (code: ClassCode, sheet: Record<string, string>, more: object = {}): Checked =>
  checkRow(code, mapHeadings(code, Object.keys(sheet)), Object.values(sheet), { ...context, ...more })
const reasons = (checked: Checked) =>
  checked.ok
    ? checked.warnings.map((one) => `?${one.reason}`)
    : checked.faults.map((one) => `${one.column} ${one.reason}`)

/** Somebody invented, as a sheet has him. */
const SHEET = {
  姓名: '张晓明',
  公民身份号码: '990101199003070031',
  性别: '男',
  出生日期: '1990-03-07',
  联系电话: '13800000000',
  现住地址: '柳园社区清荷苑3号楼2单元502室',
  与户主关系: '户主',
  人户一致标识: '01',
}

test('a person as written by a careful and by a careless sender is the same', () => {
  const careful = check('registered', SHEET)
  const careless = check('registered', {
    '＊姓 名（必填）': ' 张　晓明 ',
    身份證號: '９９０１０１１９９００３０７００３１',
    性別: '1',
    出生年月日: '1990年3月7日',
    '手机号码（本人）': '+86 138-0000-0000',
    家庭住址: '柳園社區清荷苑３號樓二單元５０２',
    家庭关系: '02',
    是否人户一致: '是',
  })
  expect(careful.ok && careless.ok).toBe(true)
  if (!careful.ok || !careless.ok || careful.entry.class !== 'registered' || careless.entry.class !== 'registered')
    return
  expect({ ...careless.entry, address: careless.entry.address.key }).toEqual({
    ...careful.entry,
    address: careful.entry.address.key,
  })
  expect(careful.entry).toMatchObject({
    number: '990101199003070031',
    birth: '1990-03-07',
    sex: 1,
    relation: '02',
    livesHere: true,
  })
})

test('each fault is named with its column, and nothing of the value is said aloud', () => {
  const broken = (change: Partial<typeof SHEET>, more: object = {}) =>
    reasons(check('registered', { ...SHEET, ...change }, more))
  expect(broken({ 姓名: '' })).toEqual(['name missing'])
  expect(broken({ 姓名: '张3' })).toEqual(['name nameSigns'])
  expect(broken({ 公民身份号码: '990101199003070039' })).toEqual(['number numberCheck'])
  expect(broken({ 出生日期: '1990-03-08' })).toEqual(['birth birthNumber'])
  expect(broken({ 性别: '女' })).toEqual(['sex sexNumber'])
  expect(broken({ 公民身份号码: '', 出生日期: '' })).toEqual(['number whoElse'])
  expect(broken({ 出生日期: '1990-02-30' })).toEqual(['birth day'])
  expect(broken({ 出生日期: '1990-03' })).toEqual(['birth dayPart'])
  expect(broken({ 联系电话: '1380000' })).toEqual(['phone phone'])
  expect(broken({ 联系电话: '13800000000/13900000000' })).toEqual(['?phoneMany'])
  expect(broken({ 现住地址: '柳园社区' })).toEqual(['address address'])
  expect(broken({}, { isPlace: () => false })).toEqual(['address noPlace'])
  expect(broken({ 与户主关系: '债主' })).toEqual(['relation choice'])
  expect(broken({ 姓名: '张\ufffd明' })).toEqual(['name damaged'])
  const slipped = checkRow(
    'registered',
    mapHeadings('registered', ['姓名', '身份证号', '地址']),
    ['张晓明', '1', '2', '3'],
    context,
  )
  expect(reasons(slipped)).toEqual([' shifted'])
  const told = check('registered', { ...SHEET, 公民身份号码: '990101199003070039', 联系电话: '12345678901' })
  expect(told.ok ? [] : told.faults.map((one) => one.value)).toEqual(['9901*************9', '123****8901'])
})

test('an address in pieces, an old number, a paper that is no identity card', () => {
  const pieces = check('home', {
    所属社区: '柳园社区',
    小区名称: '清荷苑',
    楼栋号: '3',
    单元号: '2',
    房号: '502',
    建筑面积: '86.5㎡',
    建筑用途: '住宅',
  })
  expect(pieces).toMatchObject({
    ok: true,
    entry: { address: { key: '柳园社区清荷苑3号楼2单元502室' }, floorArea: 86.5, use: 'residence' },
  })
  expect(check('registered', { ...SHEET, 公民身份号码: '990101900307003' })).toMatchObject({
    ok: true,
    entry: { number: '990101199003070031' },
  })
  const paper = check('floating', {
    姓名: 'Anna Lind',
    证件类型: '护照',
    证件号码: 'P1234567',
    出生日期: '1990/3/7',
    居住地址: '清荷苑3-2-502',
  })
  expect(paper).toMatchObject({ ok: true, entry: { paper: '414', number: 'P1234567', sex: 9 } })
  expect(
    reasons(check('organisation', { 名称: '柳园便民超市', 信用代码: '92500104MA0000007X', 地址: '和平路18号' })),
  ).toEqual(['code creditCheck'])
})

test('of a special group nothing is handed on but what tells a repeat', () => {
  const checked = check('special', {
    姓名: '张晓明',
    身份证号: '990101199003070031',
    现住地: '清荷苑',
    [CONCEPTS[0]!.zh[0]!]: '某',
  })
  expect(checked).toEqual({ ok: true, entry: { class: 'special', same: '990101199003070031' }, warnings: [] })
})

test('the head’s number beside a member’s own name is not that member’s', () => {
  const codes = (headings: string[]) => mapHeadings('registered', headings).headings.map((one) => one.column)
  expect(codes(['姓名', '户主姓名', '户主身份证号', '出生日期'])).toEqual(['name', 'unknown', 'headNumber', 'birth'])
  expect(codes(['户主姓名', '户主身份证号', '地址'])).toEqual(['name', 'number', 'address'])
})

test('a refused heading stays refused, whatever a sender chose before; what nobody needs is dropped too', () => {
  const remembered = Object.fromEntries(STANDARD_HEADINGS.map((heading) => [heading, 'need']))
  const mapping = mapHeadings('registered', [...STANDARD_HEADINGS, '曾用名', '备注'], remembered)
  expect(mapping.headings.map((one) => one.column)).toEqual([
    ...STANDARD_HEADINGS.map(() => 'never'),
    'never',
    'unknown',
  ])
  expect(mapHeadings('registered', ['备注'], { 备注: 'need' }).headings[0]!.column).toBe('need')
  for (const { zh, zhNames, pinyin, en } of CONCEPTS)
    for (const word of [...zh, ...zhNames, ...pinyin, ...en])
      for (const heading of [
        word,
        `是否${word}`.replace(/是否(?=[a-z])/, ''),
        `${word}（选填）`,
        ` ${word.toUpperCase()} `,
      ])
        expect(neverKept(heading), heading).toMatchObject({ why: 'refused' })
})

test.each(CLASSES)(
  '%s: every heading of its own leads to its column, none is refused, the template reads back',
  (code) => {
    for (const { zh, en, aliases, code: column } of classes[code].columns)
      for (const heading of [zh, en, ...aliases]) {
        expect(neverKept(heading), heading).toBeUndefined()
        const first = classes[code].columns.find((one) => [one.zh, one.en, ...one.aliases].includes(heading))
        if (first?.code === column)
          expect([heading, mapHeadings(code, [heading]).headings[0]!.column]).toEqual([heading, column])
      }
    for (const lang of ['zh', 'en'] as const) {
      const { headings, example } = templateOf(code, lang)
      const mapping = mapHeadings(code, headings)
      expect(mapping.missing).toEqual([])
      expect(checkRow(code, mapping, example, context)).toMatchObject({ ok: true, warnings: [] })
    }
  },
)

test('every reason has its words, and every word a reason', () => {
  for (const { says, hint } of Object.values(faultWords))
    expect([says.zh, says.en, hint.zh, hint.en].every(Boolean)).toBe(true)
})

test.each(CLASSES)('%s: whatever a sheet holds, a row is in or out, and no report says a value', (code) => {
  const { headings } = templateOf(code, 'zh')
  const mapping = mapHeadings(code, headings)
  const piece = fc.constantFrom(
    ...'张 三 1979 -3- 年 月 日 号楼 二 十 单元 室 男 990101199003070031 138 00000000 +86 * E+17 \ufffd \ud800 　 x 是 无 / 𠮷'.split(
      ' ',
    ),
  )
  const cell = fc.oneof(
    fc.array(piece, { maxLength: 5 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: headings.length + 1 }), (cells) => {
      const checked = checkRow(code, mapping, cells, context)
      for (const { column, value, reason } of checked.ok ? checked.warnings : checked.faults) {
        expect(Object.keys(faultWords)).toContain(reason)
        const given = cells[mapping.headings.find((one) => one.column === column)?.index ?? -1]?.trim() ?? ''
        expect(value.isWellFormed() && !/[\p{Cc}]/u.test(value), given).toBe(true)
        if ([...given].length > 1 && !given.includes('*')) expect(value).not.toContain(given)
      }
    }),
    { numRuns: 400 },
  )
})
