// Invented clerks of the demo's agencies: they see only what their agency was handed.
import { type AgencyKey, agency } from '../agencies.ts'
import { landline, loginOf, type Person } from './person.ts'

type Row = readonly [agency: AgencyKey, name: string, nameEn: string, tail: number]

const rows: Row[] = [
  ['roads', '高磊', 'Gao Lei', 41],
  ['order', '韩立冬', 'Han Lidong', 42],
  ['heating', '田晓雨', 'Tian Xiaoyu', 43],
  ['water', '卫江平', 'Wei Jiangping', 44],
  ['power', '齐向阳', 'Qi Xiangyang', 45],
  ['gas', '苗安平', 'Miao Anping', 46],
  ['lifts', '牟志强', 'Mou Zhiqiang', 47],
  ['qinghe', '庄秀云', 'Zhuang Xiuyun', 48],
  ['guiyuan', '邢海涛', 'Xing Haitao', 49],
  ['justice', '司徒敏', 'Situ Min', 55],
  ['hall', '花晓冉', 'Hua Xiaoran', 56],
  ['legal', '谷文涛', 'Gu Wentao', 57],
  ['garden', '林春池', 'Lin Chunchi', 58],
  ['cleaning', '丰大志', 'Feng Dazhi', 59],
]

const post = { zh: '经办', en: 'Clerk' }

export const clerks: Person[] = rows.map(([key, name, nameEn, tail]): Person => {
  const { area, name: office } = agency(key)
  const who = { login: loginOf(nameEn), name, nameEn, role: 'department_clerk' as const, phone: landline(tail) }
  return { tenant: area.slice(0, 6), ...who, area, post, office, agency: key }
})
