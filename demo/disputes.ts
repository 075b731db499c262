// The disputes of the demo street: one told in full, forty-eight of its renovation, and what neighbours fall out about in a year.
import { givenName, surname } from './city/names.ts'
import { type Throws, throwsOf } from './city/throws.ts'
import type { DemoDispute, Ending, Side, Told } from './disputes/dispute.ts'
import { plain, renovation } from './disputes/plain.ts'

const RENOVATED = ['桂园1号楼', '桂园2号楼', '桂园3号楼', '桂园5号楼', '桂园6号楼', '桂园7号楼'] as const
const HOUSES = [
  ...(['清荷苑1号楼', '清荷苑2号楼', '清荷苑3号楼', '桂园1号楼', '桂园3号楼', '桂园11号楼'] as const),
] as const
/** By committee: those who mediate there, and what they are known for. */
const STREET = { committee: 'street', leads: ['wuchangshun', 'tenglihua', 'anxiaoya'] } as const
const QINGHE = { committee: '清荷', leads: ['zhaoguilan', 'zhaoguilan', 'linhuizhen'] } as const
const PROPERTY = { committee: 'property', leads: ['tangguoqiang', 'ruanxiaolan', 'yuewenbo'] } as const

/** 48 of them, 46 settled: 95.8 %. */
const RENOVATIONS = 48
const NOT_SETTLED = [17, 36]
const PLAIN = 70
const YEAR_DAYS = 330
/** A renovation is over; nothing of it is younger than this. */
const OVER_DAYS = 40

/** Of a hundred plain disputes: how they end. */
const ENDINGS: readonly (readonly [Ending, number])[] = [
  ['written', 46],
  ['oral', 34],
  ['failed', 8],
  ['withdrawn', 5],
  ['refused', 4],
  ['handedOn', 2],
  ['declined', 1],
]

function endingOf(throws: Throws): Ending {
  let left = throws.below(100)
  for (const [ending, share] of ENDINGS) {
    if (left < share) return ending
    left -= share
  }
  return 'written'
}

const somebody = (throws: Throws, building: string): Side => ({
  name: surname(throws) + givenName(throws),
  phone: `1380000${String(2000 + throws.below(7000))}`,
  address: `${building}${throws.below(4) + 1}单元${throws.below(5) + 1}0${throws.below(2) + 1}`,
})

type Office = { readonly committee: string; readonly leads: readonly string[] }

function laid(told: Told, at: number, building: string, office: Office, ending: Ending, daysAgo: number): DemoDispute {
  const throws = throwsOf(29, `dispute ${told.kind} ${at}`)
  const sides = [somebody(throws, building), somebody(throws, building)] as const
  const lead = office.leads[at % office.leads.length]!
  return { ...told, building, committee: office.committee, lead, daysAgo, ending, sides }
}

const renovations = Array.from({ length: RENOVATIONS }, (_, at) => {
  const ending = NOT_SETTLED.includes(at) ? 'failed' : at % 3 === 0 ? 'oral' : 'written'
  const daysAgo = OVER_DAYS + Math.floor(((YEAR_DAYS - OVER_DAYS) * (RENOVATIONS - at)) / RENOVATIONS)
  return laid(renovation[at % renovation.length]!, at, RENOVATED[at % RENOVATED.length]!, PROPERTY, ending, daysAgo)
})

const neighbours = Array.from({ length: PLAIN }, (_, at) => {
  const throws = throwsOf(31, `plain ${at}`)
  const told = throws.oneOf(plain)
  const building = throws.oneOf(HOUSES)
  const office = building.startsWith('清荷') ? QINGHE : STREET
  // What is young is what the desk works on: half of them lie in the last two months.
  const daysAgo = at % 2 === 0 ? throws.below(60) : 60 + throws.below(YEAR_DAYS - 60)
  const ending = told.kind === 'RM01' ? 'written' : endingOf(throws)
  return laid(told, at, building, office, ending, daysAgo)
})

/** 桂园2号楼: noise between a flat and the office above it, from the first knock to the archive, with all its papers. */
const noise: DemoDispute = {
  ...{ kind: 'RM02-02', about: '楼上公司夜间噪声', building: '桂园2号楼', committee: 'street', lead: 'wuchangshun' },
  facts: '夜里十点后楼上拖椅子、开切纸机，孩子睡不好，白天上课打瞌睡。公司说赶工期才加班，设备已经垫了胶垫。',
  requests: '晚八点后停用设备，给地面做隔音，补偿 1,500 元。',
  daysAgo: 130,
  ending: 'written',
  papers: true,
  terms: [
    { words: '20:00 至次日 7:30 不使用切纸机，椅脚加软垫', afterDays: 0 },
    { words: '公司铺设隔音垫，费用自理', afterDays: 20 },
    { words: '公司补偿申请人 800 元', fen: 80_000, afterDays: 5 },
  ],
  apart: '最在意的是孩子期末前能睡好，钱可以少要。',
  sides: [
    { name: '孙竹梅', phone: '13800001234', address: '桂园2号楼1单元301' },
    {
      ...{ name: '禾木图文有限公司', kind: 'organisation', phone: '13900000606' },
      ...{ address: '桂园2号楼1单元401', legalRepresentative: '许见山' },
    },
  ],
}

/** 高空抛物: somebody was blamed who had not thrown it; the pictures of the gate showed it, and he was asked pardon. */
const blamed: DemoDispute = {
  ...{ kind: 'RM02-03', about: '高空抛物错怪邻居', building: '清荷苑2号楼', committee: '清荷', lead: 'zhaoguilan' },
  facts: '一个花盆砸坏了停在楼下的车，车主认定是五楼扔的，在群里点名；五楼那天不在家。',
  requests: '查清是谁，赔车，在群里说清楚。',
  daysAgo: 75,
  ending: 'written',
  papers: true,
  referredBy: 'police',
  terms: [
    { words: '车主在业主群向五楼住户致歉，澄清事实', afterDays: 2 },
    { words: '物业修好三楼空置房窗台，承担修车费 1,800 元', fen: 180_000, afterDays: 15 },
  ],
  sides: [
    { name: '尚立夏', phone: '13800001771', address: '清荷苑2号楼1单元502' },
    { name: '窦长林', phone: '13800001772', address: '清荷苑2号楼2单元201' },
  ],
}

export const disputes: readonly DemoDispute[] = [...renovations, ...neighbours, noise, blamed]
