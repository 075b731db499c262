// The smallest street on which a report can be made: one district, one grid, one building with a code at its door.

import { machine } from '#kernel/access.ts'
import { readConfig } from '#kernel/config.ts'
import { k } from '#kernel/database.ts'
import { perform } from '#kernel/door.ts'
import { inScope } from '#kernel/scope.ts'
import { operations } from '#modules/index.ts'
import { asLinli, foundTenant } from '../../src/commands/found-tenant.ts'
import { openHouse } from '../../src/commands/open-house.ts'

const area = (level: string, key: string, parent: string) => ({ level, key, parent, name: `${key}号`, code: key })

/** Makes the database of `dataDir` and the street in it; returns the code at the door. With `demo` the demo street instead. */
export async function makeStreet(dataDir: string, demo: boolean): Promise<string> {
  const opened = await openHouse(readConfig({ LINLI_DATA: dataDir, LINLI_CRYPTO: process.env.LINLI_CRYPTO }), () => {})
  try {
    const { house } = opened
    let tenant: string
    if (demo) {
      const { loadDemo } = await import('#demo/load.ts')
      tenant = (await loadDemo(house, () => {}))[0]!.tenant
    } else {
      const founded = await foundTenant(house, {
        code: '990301',
        name: '试验区',
        nameEn: 'Trial District',
        demo: false,
      })
      tenant = founded.tenant
      const rows = [
        area('subdistrict', '990301001', '990301'),
        area('community', '990301001001', '990301001'),
        area('grid', '990301001001001', '990301001001'),
        area('building', '990301001001001B1', '990301001001001'),
      ]
      await perform(house, operations.get('area.import')!, machine(tenant, 'test'), { source: 'test', rows })
      await asLinli(house, tenant)('place.addDoors', { areaId: founded.areaId })
    }
    const place = await inScope(opened.db, machine(tenant, 'test'), (tx) =>
      tx.first(
        k
          .selectFrom('place')
          .select('code')
          .where('tenant_id', '=', tenant)
          .where('kind', 'in', ['door', 'building'])
          .limit(1),
      ),
    )
    await opened.counted()
    return place!.code
  } finally {
    await opened.close()
  }
}
