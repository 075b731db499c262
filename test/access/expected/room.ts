// Rights on rooms: what they offer is public; whoever keeps the codes of an area keeps its rooms and its means ledger.
import type { Right } from './right.ts'

const KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff', 'community_head', 'community_staff'] as const
const kept = { lets: [{ roles: KEEPERS, reach: 'area' }], outside: 'door.forbidden' } as const

export const roomRights: Readonly<Record<string, Right>> = {
  'room.near': { about: 'secret', holder: true },
  'room.around': { about: 'secret', holder: true },
  'room.see': { about: 'secret', holder: true },
  'room.list': { about: 'grid', signedIn: true },
  'room.get': { about: 'room', signedIn: true },
  'room.add': { about: 'grid', ...kept, machine: true },
  'room.change': { about: 'room', ...kept },
  'room.setHours': { about: 'room', ...kept },
  'room.setDay': { about: 'room', ...kept, machine: true },
  'room.setServices': { about: 'room', ...kept, machine: true },
  'room.setTools': { about: 'room', ...kept, machine: true },
  'room.lend': { about: 'lender', ...kept, machine: true },
  'room.giveBack': { about: 'lender', ...kept, machine: true },
  'room.close': { about: 'room', ...kept },
  'room.means': { about: 'grid', signedIn: true },
  'room.meansOf': { about: 'grid', signedIn: true },
  'room.noteMeans': { about: 'grid', ...kept, machine: true },
  'room.setMeansKind': {
    about: 'nothing',
    lets: [{ roles: ['system_admin', 'district_staff'], reach: 'district' }],
    machine: true,
  },
}
