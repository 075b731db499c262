// People who live in the demo street: names, days and numbers by dice. Every ID number begins with 99, which is no region.
import { between, dice, oneOf } from '../year/dice.ts'

const SURNAMES = [...'周陈安方何林沈许顾蒋孔韩秦钱孙苏卢丁邵潘']
const GIVEN = [...'清和明远晓岚静雅秋实文博思齐佳禾子墨云舒长青一诺景行知微家宁']
const NEEDS = ['想学用手机挂号', '下雨天请帮忙看看阳台', '希望有人陪着去医院', '孩子放学后没人接']
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** With the check symbol of GB 11643. */
function idNumber(label: string, birth: string): string {
  const seventeen = `9901${pad(between(`${label} place`, 1, 20))}${birth.replaceAll('-', '')}${pad(between(`${label} order`, 1, 899), 3)}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0)
  return `${seventeen}${'10X98765432'[sum % 11]}`
}

export type Invented = {
  readonly name: string
  readonly birth: string
  readonly sex: 1 | 2
  readonly number: string
  readonly phone: string
  readonly need: string
}

function invented(label: string, surname: string, age: number, year: number): Invented {
  const birth = `${year - age}-${pad(between(`${label} month`, 1, 12))}-${pad(between(`${label} day`, 1, 28))}`
  const number = idNumber(label, birth)
  const given = `${oneOf(`${label} given`, GIVEN)}${dice(`${label} long`) < 0.6 ? oneOf(`${label} more`, GIVEN) : ''}`
  return {
    ...{ name: `${surname}${given}`, birth, number, sex: Number(number[16]) % 2 === 1 ? 1 : 2 },
    phone: age >= 12 ? `1380002${pad(between(`${label} phone`, 0, 9999), 4)}` : '',
    need: age >= 70 && dice(`${label} need`) < 0.3 ? oneOf(`${label} which`, NEEDS) : '',
  }
}

/** Who keeps house together: head first, with what each is to him (GB/T 4761). */
export function household(label: string, year: number): readonly (Invented & { readonly relation: string })[] {
  const surname = oneOf(`${label} surname`, SURNAMES)
  const age = between(`${label} age`, 24, 84)
  const person = (part: string, of: string, years: number, relation: string) => ({
    ...invented(`${label} ${part}`, of, years, year),
    relation,
  })
  const married = dice(`${label} married`) < 0.7
  const children = married && age < 50 ? between(`${label} children`, 0, 2) : 0
  return [
    person('head', surname, age, '02'),
    ...(married ? [person('spouse', oneOf(`${label} other`, SURNAMES), Math.max(22, age - 2), '10')] : []),
    ...Array.from({ length: children }, (_, at) =>
      person(`child ${at}`, surname, Math.max(1, age - 26 - 3 * at), '20'),
    ),
  ]
}

export const shops = [
  { name: '清荷便利店', kind: 'trader', class: 'organisation', contactName: '许文博' },
  { name: '清荷苑幼儿园', kind: 'kindergarten', class: 'school', contactName: '林思齐' },
  { name: '清荷物业服务中心', kind: 'property', class: 'property', contactName: '顾长青' },
] as const
