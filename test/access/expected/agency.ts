// Rights on agencies: everybody of the district knows them, the desks of their areas keep them.
import type { Right } from './right.ts'

const KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff'] as const
const kept = { lets: [{ roles: KEEPERS, reach: 'area' }], outside: 'door.forbidden', machine: true } as const

export const agencyRights: Readonly<Record<string, Right>> = {
  'agency.list': { about: 'grid', signedIn: true },
  'agency.add': { about: 'grid', ...kept },
  'agency.change': { about: 'agency', ...kept },
  'agency.shift': { about: 'nothing', machine: true },
}
