// Invented neighbours who help: building heads, volunteers and patrol members.
import { demoGeography } from '../geography.ts'
import { loginOf, mobile, type Person } from './person.ts'

type Head = readonly [building: string, name: string, nameEn: string]

const heads: Head[] = [
  ['清荷苑1号楼', '许凤英', 'Xu Fengying'],
  ['清荷苑2号楼', '孙志田', 'Sun Zhitian'],
  ['清荷苑3号楼', '王素芳', 'Wang Sufang'],
  ['清荷苑5号楼', '刘根生', 'Liu Gensheng'],
  ['清荷苑6号楼', '张月娥', "Zhang Yue'e"],
  ['荷塘小区1号楼', '胡广田', 'Hu Guangtian'],
  ['柳岸里2号楼', '徐长贵', 'Xu Changgui'],
  ['柳岸里6号楼', '黄秋菊', 'Huang Qiuju'],
  ['桂园2号楼', '朱美珍', 'Zhu Meizhen'],
  ['桂园11号楼', '高凤山', 'Gao Fengshan'],
  ['文庙街12号', '梁玉成', 'Liang Yucheng'],
  ['文庙新村1号楼', '唐秀兰', 'Tang Xiulan'],
  ['东篱巷7号', '余金水', 'Yu Jinshui'],
  ['东篱小区4号楼', '蔡文华', 'Cai Wenhua'],
  ['石桥里1号楼', '魏淑珍', 'Wei Shuzhen'],
  ['石桥里3号楼', '姚德胜', 'Yao Desheng'],
  ['望溪里2号楼', '廖春香', 'Liao Chunxiang'],
  ['和平里1号楼', '金顺玉', 'Jin Shunyu'],
  ['和平里6号楼', '曾庆丰', 'Zeng Qingfeng'],
  ['新渠家园2号楼', '白晓梅', 'Bai Xiaomei'],
]

type Team = { name: string; nameEn: string; role: 'volunteer' | 'patrol_member'; area: string; tail: number }

const teams: Team[] = [
  { name: '晏小棠', nameEn: 'Yan Xiaotang', role: 'volunteer', area: '990101001001', tail: 3101 },
  { name: '彭乐乐', nameEn: 'Peng Lele', role: 'volunteer', area: '990101001004', tail: 3102 },
  { name: '聂小刚', nameEn: 'Nie Xiaogang', role: 'volunteer', area: '990101001008', tail: 3103 },
  { name: '史大川', nameEn: 'Shi Dachuan', role: 'patrol_member', area: '990101001', tail: 3111 },
  { name: '雷国庆', nameEn: 'Lei Guoqing', role: 'patrol_member', area: '990101001', tail: 3112 },
]

const gridOf = new Map(
  demoGeography().tenants.flatMap(({ buildings }) =>
    buildings.features.map(({ properties }) => [properties.name, properties.grid] as const),
  ),
)

export const neighbours: Person[] = [
  ...heads.map(([building, name, nameEn], i): Person => {
    const area = gridOf.get(building)
    if (!area) throw new Error(`${building} does not stand in the demo`)
    const who = { login: loginOf(nameEn), name, nameEn, role: 'building_head' as const }
    return { tenant: area.slice(0, 6), ...who, area, phone: mobile(3001 + i), building }
  }),
  ...teams.map(({ tail, ...member }): Person => {
    return { tenant: member.area.slice(0, 6), login: loginOf(member.nameEn), ...member, phone: mobile(tail) }
  }),
]
