// The people of the city, household by household, with numbers that begin with 99 and are nobody's.
import { idCheckSign } from '../../src/modules/register/classes/id-number.ts'
import { givenName, surname } from './names.ts'
import { type Throws, throwsOf } from './throws.ts'

export type Somebody = {
  readonly name: string
  readonly number: string
  readonly male: boolean
  /** YYYYMMDD. */
  readonly birth: string
  readonly phone: string
  readonly relation: string
  readonly household: string
}

const TODAY_YEAR = 2026
const two = (n: number) => String(n).padStart(2, '0')

/** People for whom one region code lasts, so that no number comes twice and only so many are held in memory. */
const EACH_REGION = 20_000

/** Numbers that nobody has, each once: 99, a region, a birth day, a serial whose last figure tells the sex. */
export function numbersFrom(region: number, throws: Throws) {
  let given = new Set<string>()
  let code = region
  return (year: number, male: boolean): { number: string; birth: string } => {
    if (given.size === EACH_REGION) {
      given = new Set()
      code++
    }
    for (;;) {
      const birth = `${year}${two(throws.between(1, 12))}${two(throws.between(1, 28))}`
      const serial = String(throws.below(499) * 2 + (male ? 1 : 2)).padStart(3, '0')
      const seventeen = `99${String(code).padStart(4, '0')}${birth}${serial}`
      // A number that ends with three zeros looks as if a spreadsheet had rounded it.
      const number = seventeen + idCheckSign(seventeen)
      if (given.has(seventeen) || number.endsWith('000')) continue
      given.add(seventeen)
      return { number, birth }
    }
  }
}

type Kin = {
  readonly relation: string
  readonly male: boolean
  readonly least: number
  readonly most: number
  readonly sameName: boolean
}

const KIN: readonly Kin[] = [
  { relation: '子', male: true, least: 2, most: 30, sameName: true },
  { relation: '女', male: false, least: 2, most: 30, sameName: true },
  { relation: '父亲', male: true, least: 62, most: 90, sameName: true },
  { relation: '母亲', male: false, least: 60, most: 90, sameName: false },
  { relation: '孙子', male: true, least: 0, most: 12, sameName: true },
]

const phoneOf = (throws: Throws): string =>
  `1${throws.oneOf(['33', '35', '37', '38', '50', '58', '77', '86', '89'])}${String(throws.below(100_000_000)).padStart(8, '0')}`

/** Households one after another: `next(n)` gives the n people of one. */
export function households(seed: number, word: string, region: number) {
  const throws = throwsOf(seed, word)
  const numberFor = numbersFrom(region, throws)
  let count = 0
  const somebody = (family: string, kin: Kin, household: string): Somebody => {
    const { number, birth } = numberFor(TODAY_YEAR - 1 - throws.between(kin.least, kin.most), kin.male)
    const isChild = TODAY_YEAR - Number(birth.slice(0, 4)) < 13
    const phone = isChild || throws.inHundred(15) ? '' : phoneOf(throws)
    const name = (kin.sameName ? family : surname(throws)) + givenName(throws)
    return { name, number, male: kin.male, birth, phone, relation: kin.relation, household }
  }
  return (size: number): Somebody[] => {
    const household = `99${String(region + (count++ % 7)).padStart(4, '0')}${String(count).padStart(8, '0')}`
    const family = surname(throws)
    const isHeadMale = throws.inHundred(70)
    const head = { relation: '户主', male: isHeadMale, least: 24, most: 80, sameName: true }
    const spouse = { relation: '配偶', male: !isHeadMale, least: 24, most: 80, sameName: false }
    return Array.from({ length: size }, (_, at) =>
      somebody(family, at === 0 ? head : at === 1 ? spouse : throws.oneOf(KIN), household),
    )
  }
}
