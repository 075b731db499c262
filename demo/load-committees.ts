// Records the demo's mediation committees and seats their mediators.
import { localDay } from '#kernel/clock.ts'
import type { House } from '#kernel/door.ts'
import { asLinli } from '../src/commands/found-tenant.ts'
import { committees } from './committees.ts'
import type { Street } from './telling.ts'

const DAY_MS = 86_400_000
/** The committee that looks for somebody. */
const CALLING = '清荷'

/** They have not been to this year’s course yet. */
const untrained = new Set(['tongxiaoyun', 'caiwenhua', 'jiwanli'])

/** Gives the committees by their keys, and the ids of those who went to this year’s course. */
export async function loadCommittees(
  house: House,
  { tenant, areas, people }: Pick<Street, 'tenant' | 'areas' | 'people'>,
  today: Date,
): Promise<{ kept: ReadonlyMap<string, string>; went: string[] }> {
  const linli = asLinli(house, tenant)
  const day = (days: number) => localDay(new Date(today.getTime() + days * DAY_MS))
  const kept = new Map<string, string>()
  const went: string[] = []
  for (const { key, area, name, parent, fromDay, toDay, seats, ...rest } of committees) {
    const { id } = await linli<{ id: string }>('committee.add', {
      ...rest,
      areaId: areas.get(area),
      ...{ name: name.zh, nameEn: name.en, parentId: parent ? kept.get(parent) : null },
      ...{ termStart: day(fromDay), termEnd: day(toDay) },
    })
    kept.set(key, id)
    for (const [at, { login, home, toDay: until, ...seat }] of seats.entries()) {
      const { id: mediatorId } = await linli<{ id: string }>('committee.seat', {
        ...seat,
        id,
        accountId: people.get(login),
        certificate: `示${rest.word}${String(at + 1).padStart(3, '0')}`,
        ...(home ? { homeId: areas.get(home) } : {}),
        ...{ from: day(fromDay), to: day(until ?? toDay) },
      })
      if (!untrained.has(login)) went.push(mediatorId)
    }
  }
  return { kept, went }
}

/** This year's course, noted when it was over. */
export async function loadTrainings(house: House, tenant: string, went: readonly string[], today: Date): Promise<void> {
  const linli = asLinli(house, tenant)
  const day = localDay(new Date(today.getTime() - 96 * DAY_MS))
  const course = '年度人民调解实务培训：邻里纠纷与协议书'
  for (const mediatorId of went) await linli('committee.train', { mediatorId, course, hours: 16, day })
}

/** One committee looks for somebody: two have applied, and one of them is to be talked to. */
export async function loadCalls(
  house: House,
  tenant: string,
  kept: ReadonlyMap<string, string>,
  today: Date,
): Promise<void> {
  const linli = asLinli(house, tenant)
  const day = (days: number) => localDay(new Date(today.getTime() + days * DAY_MS))
  const { id: callId } = await linli<{ id: string }>('committee.openCall', {
    ...{ id: kept.get(CALLING), places: 1, mode: 'part_time', from: day(-6), to: day(18) },
    wantsZh: '住在清荷一带，晚上和周末有空，愿意上门。每办结一件有补贴，每年有培训。',
    wantsEn:
      'Lives near Qinghe, has evenings and weekends free and likes to visit. Paid for each case that ends; training every year.',
  })
  const apply = (name: string, phone: string, about: string) =>
    linli('committee.apply', { district: tenant, callId, name, phone, about, adult: true })
  await apply('邬明远', '13800007781', '退休教师，在清荷住了三十年，邻居有事都来找我。')
  await apply('井上梅', '13800007782', '做过八年业委会工作，熟悉物业和漏水的事，周末有空。')
}
