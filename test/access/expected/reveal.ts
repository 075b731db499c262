// Rights on looking at people: in full for a reason, who looked, and one box for everything one may see.
import type { Right } from './right.ts'

const LOOKERS = ['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff'] as const
const OVERSEERS = ['privacy_officer', 'community_head', 'subdistrict_leader', 'district_leader'] as const

export const revealRights: Readonly<Record<string, Right>> = {
  'register.reveal': { about: 'person', lets: [{ roles: LOOKERS, reach: 'area' }], shows: ['name', 'phone'] },
  'register.reveal (for nothing that is there)': {
    about: 'person',
    lets: [{ roles: LOOKERS, reach: 'area' }],
    finds: 'register.noPurpose',
  },
  'register.reasons': { about: 'person', lets: [{ roles: LOOKERS, reach: 'area' }] },
  'register.looks': { about: 'nothing', lets: [{ roles: OVERSEERS, reach: 'district' }] },
  'register.setLimit': { about: 'nothing', lets: [{ roles: ['privacy_officer'], reach: 'district' }] },
  // With a slip: dates, offices and purposes, and nothing else of anybody.
  'register.lookedAt': { about: 'secret', holder: true },
  'register.looksOf': { about: 'nothing', machine: true },
  'finding.find': { about: 'nothing', signedIn: true, shows: ['spot', 'title'] },
  'finding.number': { about: 'nothing', lets: [{ roles: LOOKERS, reach: 'district' }] },
}
