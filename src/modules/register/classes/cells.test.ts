// Check digits, days, telephones and addresses: the standards' own vectors, and what must hold of any.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONCEPTS, refusedIn } from '#kernel/refused-words.ts'
import { addressKey, readAddress } from './address.ts'
import { creditCheckSign, readCreditCode } from './credit-code.ts'
import { dayOf, readDay } from './day.ts'
import { idCheckSign, readIdNumber } from './id-number.ts'
import { maskValue } from './mask-value.ts'
import { readNumeral } from './numerals.ts'
import { readPhone } from './phone.ts'
import { halfWidth, simplified } from './plain-text.ts'

const TODAY = '2026-11-22'
const figures = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))
const anyDay = fc
  .record({
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => dayOf(year, month, day))
  .filter((day) => day !== undefined)

test('ID numbers: the vectors of GB 11643, old numbers, and every reason why not', () => {
  expect(readIdNumber('11010519491231002x', TODAY)).toEqual({
    number: '11010519491231002X',
    birth: '1949-12-31',
    sex: 2,
  })
  expect(readIdNumber('440524188001010014', TODAY)).toMatchObject({ birth: '1880-01-01', sex: 1 })
  expect(readIdNumber('440524800101001', TODAY)).toMatchObject({ number: '440524198001010013' })
  const reasons = Object.fromEntries(
    [
      '110105********002X',
      '1.10105E+17',
      '110105194912310000',
      '1101051949123100',
      '11010519491231OO2X',
      '11010519491331002X',
      '110105203012310025',
      '110105194912310021',
    ].map((number) => [number, readIdNumber(number, TODAY)]),
  )
  expect(Object.values(reasons)).toEqual([
    ...['numberMasked', 'numberDamaged', 'numberDamaged', 'numberLength'],
    ...['numberSigns', 'numberDay', 'numberFuture', 'numberCheck'],
  ])
})

test('any one wrong figure of an ID number is noticed, however it is written', () => {
  fc.assert(
    fc.property(
      figures(6),
      anyDay,
      figures(3),
      fc.nat(16),
      fc.integer({ min: 1, max: 9 }),
      (region, day, serial, at, by) => {
        const seventeen = region + day.replaceAll('-', '') + serial
        const number = seventeen + idCheckSign(seventeen)
        const wide = [...number].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')
        expect(readIdNumber(halfWidth(`　${wide}​ `), TODAY)).toMatchObject({ number, birth: day })
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
        expect(typeof readIdNumber(wrong, TODAY)).toBe('string')
      },
    ),
    { numRuns: 300 },
  )
})

test('credit codes: public and made vectors; the outer check is a fault, the inner one only odd', () => {
  for (const code of [
    '91350100M000100Y43',
    '92500104MA0000007R',
    '55211303ME000001XA',
    '52411402MJ0000026R',
    '54500104ME1AB23C5T',
  ])
    expect(readCreditCode(code.toLowerCase())).toEqual({ code, innerFits: true })
  expect(readCreditCode('91350100M000100Y44')).toBe('creditCheck')
  expect(readCreditCode('91350100I000100Y43')).toBe('creditSigns')
  expect(readCreditCode('91350100M000100Y4')).toBe('creditLength')
  const odd = '91350100M000100Z4'.replace('Z', 'X')
  expect(readCreditCode(odd + creditCheckSign(odd))).toMatchObject({ innerFits: false })
})

test('a day is read in each way people write it, and no other day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [year, month, date] = day.split('-').map(Number)
      const serial = String(Date.parse(day) / 86_400_000 + 25_569)
      const ways = [
        day.replaceAll('-', ''),
        `${year}-${month}-${date}`,
        `${year}/${month}/${date}`,
        `${year}.${month}.${date}`,
      ]
      const more = [
        `${year}年${month}月${date}日`,
        `${day} 00:00:00`,
        `${year}/${month}/${date} 0:00`,
        halfWidth(`${year}年 ${month}月 ${date}日`),
      ]
      for (const way of [...ways, ...more, ...(serial.length === 5 ? [serial] : [])])
        expect([way, readDay(way)]).toEqual([way, day])
    }),
  )
  for (const none of [
    '1979-02-30',
    '19790230',
    '1979-13-01',
    '1979',
    '1979-3',
    '1979-3-2-1',
    '明天',
    '1979-3-2x',
    '9999',
  ])
    expect([none, readDay(none)]).toEqual([none, undefined])
})

test('telephones in one form', () => {
  const same = [
    '13812345678',
    '+86 138-1234-5678',
    '86 13812345678',
    '0086-13812345678',
    '138 1234 5678',
    '013812345678',
  ]
  expect(new Set(same.map((text) => readPhone(text)?.phone))).toEqual(new Set(['13812345678']))
  const land = ['0371-66123456', '(0371)66123456', '0371 66123456', '+86 371 66123456', '0371-66123456转801']
  expect(new Set(land.map((text) => readPhone(text)?.phone))).toEqual(new Set(['0371-66123456']))
  expect(readPhone('13812345678、13912345678')).toEqual({ phone: '13812345678', more: true })
  for (const none of ['1381234567', '66123456', '12812345678', '无', '']) expect(readPhone(none)).toBeUndefined()
})

test('one address, however it is written, has one key', () => {
  const written = [
    '清荷苑3号楼2单元502室',
    '清荷苑３號樓二單元５０２室',
    '清荷苑 3幢 第二单元 5层502',
    '清荷苑3栋2门0502户',
    '清荷苑（3-2-502）',
    '清荷苑3#楼2-502号',
    '清荷苑三号楼2单元５楼502室',
  ]
  expect(new Set(written.map(addressKey))).toEqual(new Set(['清荷苑3号楼2单元502室']))
  expect(readAddress('安和街道柳园社区五一路18号A座1204')).toMatchObject({
    before: '安和街道柳园社区五一路18号',
    building: 'A号楼',
    unit: '',
    room: '1204室',
  })
  expect(readAddress('石桥村十五号')).toMatchObject({ before: '石桥村', building: '15号' })
  expect(readAddress('和平路18-2号')).toMatchObject({ before: '和平路', building: '18-2号' })
  expect([readNumeral('二十一'), readNumeral('一百零三'), readNumeral('三〇二'), readNumeral('十')]).toEqual([
    21, 103, 302, 10,
  ])
})

test('a key is its own key', () => {
  const piece = fc.constantFrom(
    ...'清荷苑 五一路 18 3 二 十二 号楼 栋 单元 层 5 502 室 号 - A B座 （ 第 村 樓 １２ 門 户 # 里 0'.split(' '),
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 9 }), (pieces) => {
      const key = addressKey(pieces.join(''))
      expect([pieces.join(''), addressKey(key)]).toEqual([pieces.join(''), key])
    }),
    { numRuns: 3000 },
  )
})

test('what a report shows of a value', () => {
  expect(maskValue('name', '张晓明')).toBe('张**')
  expect(maskValue('phone', '13812345678')).toBe('138****5678')
  expect(maskValue('idNumber', '99010119900307003X')).toBe('9901*************X')
  expect(maskValue('sex', '99010119900307003X')).toBe('9********')
})

test('every traditional spelling of a refused word is refused as well', () => {
  const signs = new Set(CONCEPTS.flatMap(({ zh, zhNames }) => [...zh, ...zhNames]).join(''))
  const spelt = (sign: string): string[] =>
    Array.from({ length: 0x5200 }, (_, at) => String.fromCharCode(0x4e00 + at)).filter(
      (one) => one !== sign && simplified(one) === sign,
    )
  const others = new Map([...signs].map((sign) => [sign, spelt(sign)]))
  const faults: string[] = []
  for (const { zh, zhNames } of CONCEPTS)
    for (const word of [...zh, ...zhNames])
      for (const [at, sign] of [...word].entries())
        for (const other of others.get(sign) ?? []) {
          const written = word.slice(0, at) + other + word.slice(at + 1)
          if (!refusedIn(written, 'name')) faults.push(written)
        }
  expect(faults).toEqual([])
})
