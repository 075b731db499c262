// Who answers for which area of the demo (责任链), from the contact leader down to the head of a unit.
import { demoGeography } from './geography.ts'
import { SINCE } from './since.ts'
import { mobile, type Person } from './staff/person.ts'
import { person, staff } from './staff.ts'

export type Position =
  | 'contact_leader'
  | 'community_secretary'
  | 'grid_head'
  | 'grid_worker'
  | 'building_head'
  | 'unit_head'

export type DutyRow = {
  tenant: string
  /** Code of the area answered for: 12 digits, or 15 with a building or unit below. */
  area: string
  position: Position
  /** Missing where the person has no account. */
  login?: string
  name: string
  nameEn: string
  phone: string
  building?: string
  unit?: number
  /** First day, `YYYY-MM-DD`. */
  since: string
  /** Days from today, both included, and who stands in. */
  standIn?: { login: string; fromDay: number; toDay: number }
}

// Leaders and offices of the subdistrict are each paired with communities (包联).
const contactLeaders: Record<string, string[]> = {
  hemingyuan: ['990101001001', '990101001004', '990101001009'],
  fangjingqiu: ['990101001002', '990101001003', '990101001008'],
  anxiaoya: ['990101001005'],
  yuewenbo: ['990101001006'],
  tenglihua: ['990101001007'],
  wensiqi: ['990101002001', '990101002002'],
  yuchengzhi: ['990201001001'],
}

// Unit heads are neighbours without an account: a door to knock at, not a user.
const unitHeads = [
  { building: '清荷苑3号楼', unit: 1, name: '孟庆芬', nameEn: 'Meng Qingfen' },
  { building: '清荷苑3号楼', unit: 2, name: '苗长海', nameEn: 'Miao Changhai' },
  { building: '清荷苑3号楼', unit: 3, name: '宫桂花', nameEn: 'Gong Guihua' },
  { building: '石桥里1号楼', unit: 1, name: '卓连生', nameEn: 'Zhuo Liansheng' },
  { building: '石桥里1号楼', unit: 2, name: '邹文秀', nameEn: 'Zou Wenxiu' },
  { building: '和平里1号楼', unit: 1, name: '项国栋', nameEn: 'Xiang Guodong' },
]

export const dutyChain: readonly DutyRow[] = [
  ...Object.entries(contactLeaders).flatMap(([login, areas]) =>
    areas.map((area) => duty(person(login), 'contact_leader', area)),
  ),
  ...staff.flatMap(ownDuties),
  ...demoGeography().tenants.flatMap(({ grids }) =>
    grids.features.map(({ properties }) => duty(gridHead(properties.community), 'grid_head', properties.code)),
  ),
  ...unitHeads.map(({ building, unit, name, nameEn }, i): DutyRow => {
    const { tenant, area } = staff.find((one) => one.building === building)!
    return { tenant, area, position: 'unit_head', name, nameEn, phone: mobile(3201 + i), building, unit, since: SINCE }
  }),
]

function ownDuties(one: Person): DutyRow[] {
  if (one.role === 'community_head') return [duty(one, 'community_secretary', one.area)]
  if (one.role === 'building_head') return [{ ...duty(one, 'building_head', one.area), building: one.building! }]
  if (one.role !== 'grid_worker') return []
  const row = duty(one, 'grid_worker', one.area)
  if (!one.leave) return [row]
  const { standIn: login, ...days } = one.leave
  return [{ ...row, standIn: { login, ...days } }]
}

// A member of the residents' committee leads the grids of the community.
function gridHead(community: string): Person {
  return staff.find((one) => one.role === 'community_staff' && one.area === community)!
}

function duty({ tenant, login, name, nameEn, phone }: Person, position: Position, area: string): DutyRow {
  return { tenant, area, position, login, name, nameEn, phone, since: SINCE }
}
