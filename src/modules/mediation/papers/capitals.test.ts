// Amounts are read back by a reader that knows nothing of how they were written.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, capitals } from './capitals.ts'
import { chineseDay, plainDay, plainMinute } from './dates.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const UNITS: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1_000n, 万: 10n ** 4n, 亿: 10n ** 8n, 兆: 10n ** 12n }

/** Sums what each character is worth: digits times places, places times groups. */
function read(words: string): bigint {
  const [, yuan = '', rest = ''] = /^(?:(.*)元)?(.*)$/.exec(words)!
  let [sum, section, digit] = [0n, 0n, 0n]
  for (const letter of yuan) {
    const unit = UNITS[letter]
    if (unit === undefined) digit = BigInt(DIGITS.indexOf(letter))
    else if (unit < 10_000n) [section, digit] = [section + digit * unit, 0n]
    else [sum, section, digit] = [sum + (section + digit) * unit, 0n, 0n]
  }
  const small = (letter: string) =>
    BigInt(Math.max(0, DIGITS.indexOf(new RegExp(`(.)${letter}`).exec(rest)?.[1] ?? '零')))
  return (sum + section + digit) * 100n + small('角') * 10n + small('分')
}

describe('amounts in capitals', () => {
  test.each([
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [10_000, '壹佰元整'],
    [1_000_000_000_000, '壹佰亿元整'],
    [1_000_000_000_100, '壹佰亿零壹元整'],
    [100_010_000, '壹佰万零壹佰元整'],
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [10n ** 14n, '壹兆元整'],
    [10n ** 14n + 10n ** 6n, '壹兆零壹万元整'],
  ])('%s fen is %s', (fen, words) => {
    expect(capitals(fen)).toBe(words)
  })

  test('say what they were made of, with no two 零 together and none at an end', () => {
    const sums = fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
      fc.bigInt({ min: 0n, max: 10n ** 7n }),
      // Few digits and many noughts, where the rule for 零 is at work.
      fc.array(fc.constantFrom(...'000001'), { minLength: 1, maxLength: 18 }).map((digits) => BigInt(digits.join(''))),
    )
    fc.assert(
      fc.property(sums, (fen) => {
        const words = capitals(fen)
        expect(read(words)).toBe(fen)
        expect(words).not.toMatch(/零零|零[万亿兆]|^零(?!元整$)/)
        if (fen >= 100n) expect(words).not.toMatch(/零元/)
        expect(words.endsWith('整')).toBe(fen % 10n === 0n)
      }),
    )
  })

  test('stand beside their figures, and what is no amount is refused', () => {
    expect(amount(123_456_789)).toBe('人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分（¥1,234,567.89）')
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 60]) expect(() => capitals(bad)).toThrow(RangeError)
  })
})

test('days in both manners', () => {
  expect(chineseDay('2026-03-09')).toBe('二〇二六年三月九日')
  expect(['2026-10-10', '2030-11-20', '1999-12-31'].map(chineseDay)).toEqual([
    '二〇二六年十月十日',
    '二〇三〇年十一月二十日',
    '一九九九年十二月三十一日',
  ])
  expect(plainDay('2026-03-09')).toBe('2026年3月9日')
  expect(plainMinute('2026-03-09 09:05')).toBe('2026年3月9日 09:05')
  expect(() => plainDay('heute')).toThrow(RangeError)
})
