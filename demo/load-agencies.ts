// Registers the demo's agencies, gives their clerks the post there, and lets the dispatch desk write down who gets what.
import { type House, perform } from '#kernel/door.ts'
import { actorOf } from '#kernel/http/identity.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { asLinli } from '../src/commands/found-tenant.ts'
import { type AgencyKey, agencies, routes } from './agencies.ts'
import { SINCE } from './since.ts'
import { staff } from './staff.ts'
import type { Street } from './telling.ts'

/** Whoever keeps the rules: the subdistrict's dispatch desk. */
const KEEPER = 'zhengyuan'
const STREET = '990101001'

/** Ids of the agencies by their keys. */
export async function loadAgencies(
  house: House,
  { tenant, areas, people }: Pick<Street, 'tenant' | 'areas' | 'people'>,
): Promise<Map<AgencyKey, string>> {
  const linli = asLinli(house, tenant)
  const opened = new Map<AgencyKey, string>()
  for (const { key, kind, name, area, phone } of agencies) {
    const row = { kind, name: name.zh, nameEn: name.en, areaId: areas.get(area), phone }
    opened.set(key, (await linli<{ id: string }>('agency.add', row)).id)
  }
  for (const { login, role, area, agency } of staff.filter((one) => one.agency))
    await linli('account.grant', {
      id: people.get(login),
      ...{ role, areaId: areas.get(area), agencyId: opened.get(agency!), from: SINCE },
    })
  const setRoute = operations.get('matter.setRoute') as AnyOperation
  const keeper = await actorOf(house, tenant, people.get(KEEPER)!)
  for (const { kind, agency, area = STREET, direct = false, basis } of routes)
    await perform(house, setRoute, keeper, {
      ...{ version: 0, kind, areaId: areas.get(area), agencyId: opened.get(agency), direct, basis, from: SINCE },
    })
  return opened
}
