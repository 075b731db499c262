// Rights on duties: who answers for a place is public; who appoints them works in the area.
import type { Right } from './right.ts'

const APPOINTERS = ['system_admin', 'district_staff', 'subdistrict_staff', 'community_head'] as const
const appointed = { lets: [{ roles: APPOINTERS, reach: 'area' }], outside: 'door.forbidden' } as const

export const dutyRights: Readonly<Record<string, Right>> = {
  'duty.here': { about: 'secret', holder: true },
  'duty.chain': { about: 'grid', signedIn: true },
  'duty.gaps': { about: 'grid', signedIn: true },
  'duty.kinds': { about: 'nothing', signedIn: true },
  'duty.groups': { about: 'grid', signedIn: true },
  'duty.setKind': {
    about: 'nothing',
    lets: [{ roles: ['system_admin', 'district_staff'], reach: 'district' }],
    machine: true,
  },
  'duty.appoint': { about: 'grid', ...appointed, machine: true },
  // A duty that is also a role gives the post with it: only those who may give that post.
  'duty.appoint (with a post)': {
    about: 'grid',
    lets: [{ roles: ['system_admin', 'subdistrict_staff', 'community_head'], reach: 'area' }],
    sees: ['district_staff'],
    outside: 'door.forbidden',
    machine: true,
  },
  'duty.end': { about: 'duty', ...appointed },
  'duty.end (with its post)': {
    about: 'duty',
    lets: [{ roles: ['system_admin', 'subdistrict_staff', 'community_head'], reach: 'area' }],
    sees: ['district_staff'],
    outside: 'door.forbidden',
  },
  'duty.setGroup': { about: 'grid', ...appointed, machine: true },
  'duty.setGroup (a group that is there)': { about: 'group', ...appointed, machine: true },
}
