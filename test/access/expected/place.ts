// Rights on places and their printed codes. Codes hang on doors: within a district everybody at work may list them.
import type { Right } from './right.ts'

const KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff', 'community_head', 'community_staff'] as const
const kept = { lets: [{ roles: KEEPERS, reach: 'area' }], outside: 'door.forbidden' } as const

export const placeRights: Readonly<Record<string, Right>> = {
  'place.here': { about: 'secret', holder: true },
  'place.near': { about: 'secret', holder: true },
  'place.kinds': { about: 'nothing', signedIn: true },
  'place.list': { about: 'grid', signedIn: true },
  'place.setKind': {
    about: 'nothing',
    lets: [{ roles: ['system_admin', 'district_staff'], reach: 'district' }],
    machine: true,
  },
  'place.add': { about: 'grid', ...kept, machine: true },
  'place.addDoors': { about: 'grid', ...kept, machine: true },
  'place.reissue': { about: 'place', ...kept },
  'place.retire': { about: 'place', ...kept },
  'place.sheet': { about: 'place', lets: kept.lets, outside: 'place.nothingToPrint', absent: 'place.nothingToPrint' },
  'place.shift': { about: 'nothing', machine: true },
}
