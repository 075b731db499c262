// Enters who lives in three houses of the demo street, home by home, as the grid worker would have.
import { localDay } from '#kernel/clock.ts'
import type { House } from '#kernel/door.ts'
import { asLinli } from '../src/commands/found-tenant.ts'
import { household, shops } from './register/invented.ts'
import type { Street } from './telling.ts'
import { dice } from './year/dice.ts'

const HOUSES = /^(清荷苑[23]号楼|柳岸[^ ]*1号楼) \d+ \d+$/
const MOST_HOMES = 110

type Home = { readonly id: string }
type Person = { readonly id: string; readonly householdId: string | null }

/** Some two hundred people; `today` decides how old they are. */
export async function loadRegister(house: House, { tenant, areas }: Street, today: Date): Promise<number> {
  const linli = asLinli(house, tenant)
  const year = today.getUTCFullYear()
  const lived = [...areas].filter(([key]) => HOUSES.test(key) && dice(`${key} lived in`) < 0.8).slice(0, MOST_HOMES)
  let people = 0
  for (const [key, areaId] of lived) {
    const home = await linli<Home>('register.addHome', { areaId })
    // Let to one who came from elsewhere.
    const isLet = dice(`${key} let`) < 0.12
    if (isLet) await linli('register.let', { homeId: home.id, fromDay: localDay(today) })
    const inside = household(key, year)
    let own: string | null = null
    for (const [at, { relation, ...person }] of (isLet ? inside.slice(0, 1) : inside).entries()) {
      const entered: Person = await linli<Person>('register.enter', {
        ...{ homeId: home.id, class: isLet ? 'floating' : 'registered', livesHere: !isLet, ...person },
        ...(at === 0 ? { household: 'new' } : { household: own, relation }),
      })
      own ??= entered.householdId
      people++
    }
  }
  const [grid] = [...areas].find(([key]) => /^清荷苑3号楼$/.test(key)) ?? []
  for (const shop of grid ? shops : [])
    await linli('register.addOrganisation', {
      ...{ areaId: areas.get(grid!), address: '和平路 18 号', contactPhone: '13800029001', ...shop },
    })
  return people
}
