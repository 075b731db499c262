// The demo's study of disputes: last month's meeting with its measures, the next one planned, two sweeps, prevented counts.
import { localDay } from '#kernel/clock.ts'
import { type House, perform } from '#kernel/door.ts'
import { actorOf } from '#kernel/http/identity.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { operations } from '#modules/index.ts'
import { asLinli } from '../src/commands/found-tenant.ts'
import type { Street } from './telling.ts'

type Made = { readonly id: string; readonly version: number }
type Measures = { readonly measures: readonly (Made & { readonly words: string })[] }

const STREET = '990101001'
const KEEPER = 'anxiaoya'
const [MET_AGO, MONTH] = [21, 30] as const

const MEASURES = [
  {
    words: '晚八点以后的施工和加工，物业先上门提醒，再报城管。',
    owner: 'chenjing',
    in: 7,
    done: '提醒了 6 家，都改到白天。',
  },
  { words: '把漏水的责任怎么分，写成一页贴进 12 个单元。', owner: 'chenjing', in: 14, done: '' },
  { words: '装修备案时就请楼上楼下见一面，定好施工时间。', owner: KEEPER, in: 30, done: '' },
] as const

export async function loadStudy(
  house: House,
  { tenant, areas, people }: Pick<Street, 'tenant' | 'areas' | 'people'>,
  today: Date,
): Promise<void> {
  const linli = asLinli(house, tenant)
  const as = async <T>(login: string, name: string, input: object): Promise<T> =>
    (await perform(house, operations.get(name)!, await actorOf(house, tenant, people.get(login)!), input)) as T
  const day = (days: number) => dayText(dayNumber(localDay(today)) + days)
  const areaId = areas.get(STREET)
  const days = { onDay: day(-MET_AGO), from: day(-MET_AGO - MONTH), to: day(-MET_AGO - 1) }
  const { id, version } = await linli<Made>('study.planMeeting', { areaId, every: 'month', ...days })
  await as(KEEPER, 'study.holdMeeting', {
    ...{ id, version, offices: ['派出所', '司法所', '城管中队', '住建站', '4家物业'] },
    minutes: '入秋以来噪声和漏水比往年同期多，多在傍晚和周末；高层装修集中。先管时间，再管责任。',
    measures: MEASURES.map(({ words, owner, in: due }) => ({
      ...{ words, ownerId: people.get(owner), dueOn: day(-MET_AGO + due) },
    })),
  })
  for (const one of MEASURES.filter(({ done }) => done !== '')) {
    const { measures } = await as<Measures>(one.owner, 'study.measures', {})
    const mine = measures.find(({ words }) => words === one.words)!
    await as(one.owner, 'study.finishMeasure', { id: mine.id, version: mine.version, result: one.done })
  }
  const swept = { areaId, field: 'all', title: '节前矛盾纠纷排查', units: ['住建站', '司法所', '各社区调委会'] }
  const sweep = await linli<Made>('study.planSweep', { ...swept, from: day(-75), to: day(-40) })
  await as(KEEPER, 'study.closeSweep', { id: sweep.id, version: sweep.version, visited: 412, prevented: 9 })
  await linli('study.planSweep', {
    ...{ areaId, field: 'labour', title: '年底工资支付排查', units: ['人社所', '司法所', '派出所'] },
    ...{ from: day(-5), to: day(25) },
  })
  for (const [at, cases] of [2, 1, 3].entries()) {
    const month = day(-MONTH * (at + 1)).slice(0, 7)
    await linli('study.notePrevented', { areaId, month, kind: 'case', cases, people: cases * 3 })
  }
}
