// Records the demo's mediation committees and seats their mediators.
import { localDay } from '#kernel/clock.ts'
import type { House } from '#kernel/door.ts'
import { asLinli } from '../src/commands/found-tenant.ts'
import { committees } from './committees.ts'
import type { Street } from './telling.ts'

const DAY_MS = 86_400_000

/** Ids of the committees by their keys. */
export async function loadCommittees(
  house: House,
  { tenant, areas, people }: Pick<Street, 'tenant' | 'areas' | 'people'>,
  today: Date,
): Promise<Map<string, string>> {
  const linli = asLinli(house, tenant)
  const day = (days: number) => localDay(new Date(today.getTime() + days * DAY_MS))
  const kept = new Map<string, string>()
  for (const { key, area, name, parent, fromDay, toDay, seats, ...rest } of committees) {
    const { id } = await linli<{ id: string }>('committee.add', {
      ...rest,
      areaId: areas.get(area),
      ...{ name: name.zh, nameEn: name.en, parentId: parent ? kept.get(parent) : null },
      ...{ termStart: day(fromDay), termEnd: day(toDay) },
    })
    kept.set(key, id)
    for (const [at, { login, home, toDay: until, ...seat }] of seats.entries())
      await linli('committee.seat', {
        ...seat,
        id,
        accountId: people.get(login),
        certificate: `示${rest.word}${String(at + 1).padStart(3, '0')}`,
        ...(home ? { homeId: areas.get(home) } : {}),
        ...{ from: day(fromDay), to: day(until ?? toDay) },
      })
  }
  return kept
}
