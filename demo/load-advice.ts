// What people of the demo street asked the law this quarter, and who was referred to legal aid.
import type { Topic } from '#modules/counsel/words.ts'
import type { asLinli } from '../src/commands/found-tenant.ts'
import type { Street } from './telling.ts'

type Id = { readonly id: string }
type Noted = readonly [
  community: string,
  ago: number,
  way: string,
  topic: Topic,
  outcome: string,
  who?: { name: string; phone: string },
]

const COMMUNITY = (end: string) => `990101001${end}`

/** Nobody’s name but of those who want to be called back or are referred. */
const NOTED: readonly Noted[] = [
  ['001', 2, 'desk', 'neighbours', 'mediation'],
  ['001', 3, 'clinic', 'labour', 'answered'],
  ['001', 5, 'phone', 'inheritance', 'answered'],
  ['001', 6, 'clinic', 'lending', 'lawyer', { name: '郎文月', phone: '13800006611' }],
  ['001', 9, 'visit', 'family', 'answered'],
  ['001', 12, 'clinic', 'housing', 'answered'],
  ['002', 4, 'desk', 'property', 'mediation'],
  ['002', 7, 'clinic', 'consumer', 'answered'],
  ['002', 11, 'desk', 'labour', 'court'],
  ['002', 15, 'phone', 'traffic', 'answered'],
  ['003', 1, 'desk', 'neighbours', 'mediation'],
  ['003', 8, 'clinic', 'inheritance', 'answered'],
  ['003', 13, 'clinic', 'lending', 'court'],
  ['004', 3, 'phone', 'consumer', 'answered'],
  ['004', 10, 'visit', 'family', 'lawyer', { name: '贝叶青', phone: '13800006622' }],
  ['005', 6, 'desk', 'injury', 'answered'],
  ['006', 14, 'desk', 'property', 'answered'],
  ['007', 5, 'clinic', 'labour', 'answered'],
]

/** Somebody whose wages were not paid waits for the centre longer than it may take; another was taken. */
const REFERRED = [
  { community: '001', ago: 10, ground: 'wages', no: 3, topic: 'labour', name: '焦有田', phone: '13800006633' },
  { community: '002', ago: 3, ground: 'support', no: 4, topic: 'family', name: '井秀禾', phone: '13800006644' },
  {
    community: '004',
    ago: 20,
    ground: 'injury',
    no: 2,
    topic: 'injury',
    name: '池春海',
    phone: '13800006655',
    took: 5,
  },
] as const

export async function loadAdvice(
  linli: ReturnType<typeof asLinli>,
  areas: Street['areas'],
  day: (days: number) => string,
): Promise<void> {
  const centre = await linli<Id>('counsel.setCentre', {
    ...{ zh: '邻里区法律援助中心', en: 'Linli District Legal Aid Centre', phone: '0990-8812348' },
    address: '邻里区公共法律服务中心一楼 2 号窗口',
  })
  const noted = (community: string, ago: number, more: object) =>
    linli<Id>('counsel.noteAdvice', { areaId: areas.get(COMMUNITY(community)), on: day(-ago), ...more })
  for (const [community, ago, way, topic, outcome, who] of NOTED)
    await noted(community, ago, { way, topic, outcome, ...who })
  for (const { community, ago, ground, no, topic, name, phone, ...rest } of REFERRED) {
    const { id } = await noted(community, ago, { way: 'desk', topic, outcome: 'aid', name, phone })
    const letterNo = `邻援转〔${day(-ago).slice(0, 4)}〕${no}号`
    await linli('counsel.referAid', { id, version: 1, centreId: centre.id, ground, on: day(-ago), letterNo })
    if ('took' in rest) await linli('counsel.acceptAid', { id, version: 2, on: day(rest.took - ago) })
  }
}
