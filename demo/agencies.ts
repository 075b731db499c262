// The demo's agencies (责任单位) of Linli Subdistrict: departments, utilities, companies and rooms that matters are handed to.
import type { Bilingual } from './kinds/kind.ts'
import { landline } from './staff/person.ts'

export type DemoAgency = {
  /** What stories call it by. */
  key: AgencyKey
  kind: 'department' | 'counter' | 'legal_room' | 'company' | 'utility'
  name: Bilingual
  /** Code of the area it serves: 9 or 12 digits. */
  area: string
  /** Of the office. */
  phone: string
}

export type AgencyKey =
  | 'roads'
  | 'order'
  | 'water'
  | 'power'
  | 'heating'
  | 'gas'
  | 'lifts'
  | 'qinghe'
  | 'guiyuan'
  | 'garden'
  | 'cleaning'
  | 'justice'
  | 'hall'
  | 'legal'

const street = '990101001'

export const agencies: readonly DemoAgency[] = (
  [
    ['roads', 'department', '邻里市政养护所', 'Linli Roads and Lamps Station', street],
    ['order', 'department', '邻里城管执法中队', 'Linli Urban Management Squad', street],
    ['water', 'utility', '清渠供水公司', 'Qingqu Water Company', street],
    ['power', 'utility', '邻里供电所', 'Linli Power Supply Station', street],
    ['heating', 'utility', '暖巷供热公司', 'Nuanxiang Heating Company', street],
    ['gas', 'utility', '禾安燃气公司', "He'an Gas Company", street],
    ['lifts', 'company', '稳步电梯维保公司', 'Wenbu Lift Maintenance', street],
    ['qinghe', 'company', '清荷物业服务公司', 'Qinghe Property Services', '990101001001'],
    ['guiyuan', 'company', '桂园物业服务公司', 'Guiyuan Property Services', '990101001003'],
    ['garden', 'department', '邻里园林管护站', 'Linli Trees and Gardens Station', street],
    ['cleaning', 'department', '邻里环卫站', 'Linli Street Cleaning Station', street],
    ['justice', 'department', '邻里司法所', 'Linli Justice Office', street],
    ['hall', 'counter', '邻里便民大厅窗口', 'Counter of the Linli Service Hall', street],
    ['legal', 'legal_room', '邻里法务室', 'Linli Legal Room', street],
  ] as const
).map(([key, kind, zh, en, area], at) => ({ key, kind, name: { zh, en }, area, phone: landline(401 + at) }))

/** Which kind goes to which agency where, kept by the subdistrict's dispatch desk. */
export type DemoRoute = {
  kind: string
  agency: AgencyKey
  /** Missing for the whole subdistrict; the nearest area wins. */
  area?: string
  /** Handed on at once, without the desk. */
  direct?: true
  basis: string
}

export const routes: readonly DemoRoute[] = [
  { kind: '0105', agency: 'lifts', basis: '电梯维保合同，2 小时到场' },
  { kind: '0109', agency: 'roads', basis: '市政设施养护范围清单' },
  { kind: '0110', agency: 'roads', basis: '市政设施养护范围清单' },
  { kind: '0302', agency: 'cleaning', basis: '环卫作业范围图' },
  { kind: '0303', agency: 'order', basis: '街道综合执法事项清单' },
  { kind: '0304', agency: 'order', basis: '街道综合执法事项清单' },
  { kind: '0305', agency: 'order', basis: '街道综合执法事项清单' },
  { kind: '0306', agency: 'order', basis: '街道综合执法事项清单' },
  { kind: '0308', agency: 'garden', basis: '公共绿地管护范围图' },
  { kind: '0401', agency: 'roads', basis: '市政设施养护范围清单' },
  { kind: '0402', agency: 'roads', basis: '市政设施养护范围清单' },
  { kind: '0403', agency: 'water', basis: '供排水服务区域协议' },
  { kind: '0404', agency: 'heating', basis: '供热服务区域协议' },
  // What cannot wait for a desk: a smell of gas, a house without power.
  { kind: '0405', agency: 'power', direct: true, basis: '供电服务区域协议：停电直派' },
  { kind: '0902', agency: 'gas', direct: true, basis: '燃气经营许可区域：燃气味直派' },
  { kind: '0102', agency: 'gas', basis: '燃气经营许可区域' },
  { kind: '0406', agency: 'roads', basis: '市政设施养护范围清单' },
  { kind: '0501', agency: 'qinghe', area: '990101001001', basis: '前期物业服务合同' },
  { kind: '0502', agency: 'qinghe', area: '990101001001', basis: '前期物业服务合同' },
  { kind: '0501', agency: 'guiyuan', area: '990101001003', basis: '物业服务合同' },
  { kind: '0502', agency: 'guiyuan', area: '990101001003', basis: '物业服务合同' },
  { kind: '0201', agency: 'justice', basis: '人民调解工作职责' },
  { kind: '0202', agency: 'justice', basis: '人民调解工作职责' },
]

/** The agency with this key; throws when the demo has none. */
export function agency(key: AgencyKey): DemoAgency {
  return agencies.find((one) => one.key === key)!
}
