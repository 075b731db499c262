// How senders write the same thing in their own ways: what is good after all, and the twenty ways to break a row.
import type { Throws } from './throws.ts'

/** Columns by heading code; a row is read through them, so that one rule serves every class. */
export type Cells = Record<string, string>

const wide = (text: string): string =>
  text.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

const DAY_WAYS: readonly ((day: string) => string)[] = [
  (day) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
  (day) => `${day.slice(0, 4)}/${Number(day.slice(4, 6))}/${Number(day.slice(6))}`,
  (day) => `${day.slice(0, 4)}年${Number(day.slice(4, 6))}月${Number(day.slice(6))}日`,
  (day) => `${day.slice(0, 4)}.${day.slice(4, 6)}.${day.slice(6)}`,
  (day) => wide(day),
]

/** Some four rows of a hundred are written in another way and mean the same. */
export function written(cells: Cells, throws: Throws): Cells {
  if (!throws.inHundred(4)) return cells
  const { name, number, phone, birth, sex } = cells
  switch (throws.below(6)) {
    case 0:
      return name === undefined ? cells : { ...cells, name: name.length === 2 ? `${name[0]}　${name[1]}` : ` ${name} ` }
    case 1:
      return number ? { ...cells, number: wide(number) } : cells
    case 2:
      return phone ? { ...cells, phone: `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}` } : cells
    case 3:
      return birth ? { ...cells, birth: throws.oneOf(DAY_WAYS)(birth) } : cells
    case 4:
      return sex ? { ...cells, sex: sex === '男' ? '1' : '2' } : cells
    default:
      return number ? { ...cells, number: number.toLowerCase() } : cells
  }
}

/** Another figure at one place of the first seventeen. */
const mistyped = (number: string): string => {
  const at = 14
  return number.slice(0, at) + ((Number(number[at]) + 1) % 10) + number.slice(at + 1)
}
const otherSex = (sex: string | undefined) => (sex === '男' || sex === '1' ? '女' : '男')

export type Break = {
  /** The reason that the check gives, a key of faultWords. */
  readonly reason: string
  readonly cells: (good: Cells) => Cells
}

const breaks = (reason: string, cells: Break['cells']): Break => ({ reason, cells })

/** Twenty ways to break a person's row; each fails for its reason alone. */
export const PERSON_BREAKS: readonly Break[] = [
  breaks('missing', (row) => ({ ...row, name: '' })),
  breaks('noName', (row) => ({ ...row, name: '不详' })),
  breaks('nameSigns', (row) => ({ ...row, name: `${row.name}（2）` })),
  breaks('numberLength', (row) => ({ ...row, number: row.number!.slice(0, 17) })),
  breaks('numberSigns', (row) => ({ ...row, number: `${row.number!.slice(0, 3)}O${row.number!.slice(4)}` })),
  breaks('numberDay', (row) => ({ ...row, number: `${row.number!.slice(0, 10)}13${row.number!.slice(12)}` })),
  breaks('numberCheck', (row) => ({ ...row, number: mistyped(row.number!) })),
  breaks('numberDamaged', (row) => ({ ...row, number: `${row.number![0]}.${row.number!.slice(1, 6)}E+17` })),
  breaks('numberMasked', (row) => ({ ...row, number: `${row.number!.slice(0, 6)}********${row.number!.slice(14)}` })),
  breaks('birthNumber', (row) => ({ ...row, birth: '19010203' })),
  breaks('sexNumber', (row) => ({ ...row, sex: otherSex(row.sex) })),
  breaks('whoElse', (row) => ({ ...row, number: '', birth: '' })),
  breaks('day', (row) => ({ ...row, birth: '19800230' })),
  breaks('dayPart', (row) => ({ ...row, birth: '1980年3月' })),
  breaks('dayFuture', (row) => ({ ...row, birth: '20990101' })),
  breaks('phone', (row) => ({ ...row, phone: '1380000' })),
  breaks('sex', (row) => ({ ...row, sex: '?' })),
  breaks('choice', (row) => ({ ...row, relation: '邻居' })),
  breaks('address', (row) => ({ ...row, address: '安川区' })),
  breaks('shifted', (row) => ({ ...row, beyond: '错位' })),
]

const PLACE_BREAKS: readonly Break[] = [
  breaks('missing', (row) => ({ ...row, address: '' })),
  breaks('address', (row) => ({ ...row, address: '安川区' })),
  breaks('noRoom', (row) => ({ ...row, address: row.address!.replace(/\d+室$/, '') })),
  breaks('choice', (row) => ({ ...row, use: '其它用途' })),
  breaks('shifted', (row) => ({ ...row, beyond: '错位' })),
]
export const HOME_BREAKS: readonly Break[] = [
  ...PLACE_BREAKS,
  breaks('number', (row) => ({ ...row, floorArea: '八十多' })),
  breaks('tooLong', (row) => ({ ...row, homeNumber: '9'.repeat(60) })),
]
export const RENTED_BREAKS: readonly Break[] = [
  ...PLACE_BREAKS,
  breaks('day', (row) => ({ ...row, fromDay: '2025-02-30' })),
  breaks('dayOrder', (row) => ({ ...row, toDay: '2001-01-01' })),
]
export const SPECIAL_BREAKS: readonly Break[] = PERSON_BREAKS.filter(({ reason }) =>
  ['numberLength', 'numberCheck', 'numberDay', 'day'].includes(reason),
)
export const ORGANISATION_BREAKS: readonly Break[] = [
  breaks('missing', (row) => ({ ...row, name: '' })),
  breaks('creditLength', (row) => ({ ...row, code: row.code!.slice(1) })),
  breaks('creditSigns', (row) => ({ ...row, code: `${row.code!.slice(0, 9)}O${row.code!.slice(10)}` })),
  breaks('creditCheck', (row) => ({ ...row, code: row.code!.slice(0, 17) + (row.code!.endsWith('0') ? '1' : '0') })),
  breaks('choice', (row) => ({ ...row, kind: '其它类型' })),
  breaks('phone', (row) => ({ ...row, contactPhone: '1380000' })),
  breaks('nameSigns', (row) => ({ ...row, contactName: '负责人1' })),
  breaks('shifted', (row) => ({ ...row, beyond: '错位' })),
]
