// The demo's mediation committees of Linli Subdistrict and who sits in them; some gaps are left to be seen.
import type { Bilingual } from './kinds/kind.ts'
import { landline } from './staff/person.ts'

type Seat = {
  login: string
  mode: 'full_time' | 'part_time' | 'invited'
  way: 'elected' | 'hired'
  head?: true
  skills?: readonly string[]
  languages?: readonly string[]
  /** A building, as he said himself. */
  home?: string
  /** Days from today until the term ends. */
  toDay?: number
}

export type DemoCommittee = {
  key: string
  kind: string
  area: string
  name: Bilingual
  word: string
  parent?: string
  industry?: readonly string[]
  phone: string
  /** Days from today: the term. */
  fromDay: number
  toDay: number
  women: boolean
  seats: readonly Seat[]
}

const street = '990101001'
const usual = ['RM02', 'RM01', 'RM17'] as const

const elected = (login: string, home?: string): Seat => ({
  ...{ login, mode: 'part_time', way: 'elected', skills: ['RM02'], languages: ['mandarin', 'local'] },
  ...(home ? { home } : {}),
})
const secretary = (login: string): Seat => ({ ...elected(login), head: true, skills: usual })
const hired = (
  login: string,
  skills: readonly string[],
  languages: readonly string[] = ['mandarin', 'local'],
): Seat => ({
  ...{ login, mode: 'full_time', way: 'hired', skills, languages },
})

type Row = readonly [word: string, zh: string, en: string, women: boolean, ...seats: Seat[]]

/** In the order of the codes of the communities. */
const communities: readonly Row[] = [
  [
    ...(['邻清', '清荷', 'Qinghe', true] as const),
    secretary('linhuizhen'),
    hired('zhaoguilan', ['RM02', 'RM01', 'RM06', 'RM17']),
    elected('chenjing'),
    elected('xufengying', '清荷苑1号楼'),
    elected('sunzhitian', '清荷苑2号楼'),
  ],
  [
    ...(['邻柳', '柳岸', 'Liuan', true] as const),
    secretary('dinghongbo'),
    hired('fangxiuyun', ['RM02', 'RM17', 'RM14'], ['mandarin', 'sign']),
    elected('ninghaiyan'),
    elected('xuchanggui', '柳岸里2号楼'),
  ],
  [
    ...(['邻桂', '桂园', 'Guiyuan', true] as const),
    secretary('fuwenbin'),
    hired('qideming', ['RM02', 'RM17', 'RM18']),
    elected('tongxiaoyun'),
    elected('zhumeizhen', '桂园2号楼'),
  ],
  [
    ...(['邻文', '文庙', 'Wenmiao', true] as const),
    secretary('luyuzhi'),
    hired('kangshufen', ['RM01', 'RM02', 'RM03']),
    elected('shangzhiyuan'),
    elected('tangxiulan', '文庙新村1号楼'),
  ],
  [
    '邻东',
    '东篱',
    'Dongli',
    true,
    secretary('zhansuhua'),
    elected('rongxiaodan'),
    elected('caiwenhua', '东篱小区4号楼'),
  ],
  [
    '邻石',
    '石桥',
    'Shiqiao',
    true,
    secretary('lijianping'),
    elected('wanchunli'),
    elected('weishuzhen', '石桥里1号楼'),
  ],
  [
    '邻望',
    '望溪',
    'Wangxi',
    true,
    secretary('xiachangqing'),
    elected('niuxiaoguang'),
    elected('liaochunxiang', '望溪里2号楼'),
  ],
  [
    '邻和',
    '和平里',
    'Hepingli',
    true,
    secretary('yanliping'),
    elected('jiaminhui'),
    elected('jinshunyu', '和平里1号楼'),
  ],
  ['邻新', '新渠', 'Xinqu', true, secretary('zhujiahe'), elected('quyanfei')],
]

const term = { fromDay: -500, toDay: 594 } as const

export const committees: readonly DemoCommittee[] = [
  {
    ...{ key: 'street', kind: 'subdistrict', area: street, word: '邻街', phone: landline(451), women: true, ...term },
    name: { zh: '邻里街道人民调解委员会', en: 'People’s mediation committee of Linli Subdistrict' },
    seats: [
      { ...hired('wuchangshun', ['RM02', 'RM03', 'RM04', 'RM06', 'RM18']), head: true },
      { ...elected('anxiaoya'), skills: ['RM02', 'RM17'] },
      { ...elected('tenglihua'), skills: ['RM01', 'RM02'] },
      {
        login: 'songyining',
        mode: 'invited',
        way: 'hired',
        skills: ['RM04', 'RM06', 'RM18'],
        languages: ['mandarin', 'english'],
      },
      { login: 'jianghuaijin', mode: 'invited', way: 'hired', skills: ['RM03', 'RM17'], languages: ['mandarin'] },
    ],
  },
  {
    ...{ key: 'property', kind: 'industry', area: street, word: '邻物', phone: landline(452), women: true, ...term },
    name: { zh: '邻里街道物业纠纷人民调解委员会', en: 'Linli mediation committee for property management' },
    industry: ['RM17'],
    seats: [
      { ...hired('tangguoqiang', ['RM17', 'RM02', 'RM04']), head: true },
      { ...hired('ruanxiaolan', ['RM17', 'RM14']), toDay: 60 },
      { ...elected('yuewenbo'), skills: ['RM17'] },
    ],
  },
  ...communities.map(
    ([word, zh, en, women, ...seats], at): DemoCommittee => ({
      key: zh,
      kind: 'community',
      area: `${street}${String(at + 1).padStart(3, '0')}`,
      name: { zh: `${zh}社区人民调解委员会`, en: `People’s mediation committee of ${en} Community` },
      word,
      phone: landline(460 + at),
      ...term,
      // The committee of 新渠 is elected anew soon.
      ...(word === '邻新' ? { fromDay: -1060, toDay: 34 } : {}),
      women,
      seats,
    }),
  ),
  {
    ...{
      key: 'police',
      kind: 'posted',
      area: street,
      word: '邻警',
      parent: 'street',
      phone: landline(453),
      women: false,
    },
    ...term,
    name: { zh: '驻邻里派出所人民调解室', en: 'Mediation room at Linli Police Station' },
    seats: [hired('jiwanli', ['RM02', 'RM06', 'RM16'])],
  },
  {
    ...{ key: 'guilan', kind: 'branded', area: `${street}001`, word: '邻兰', parent: '清荷', phone: landline(454) },
    ...{ women: true, ...term },
    name: { zh: '桂兰调解室', en: 'Guilan’s Mediation Room' },
    seats: [
      { ...elected('zhaoguilan'), head: true, skills: ['RM02', 'RM01'] },
      { ...elected('xufengying', '清荷苑1号楼'), skills: ['RM02'] },
    ],
  },
]
