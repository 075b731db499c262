// Rights on looking at people: in full for a reason, who looked, and one box for everything one may see.
import type { Right } from './right.ts'

const LOOKERS = ['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff'] as const
const OVERSEERS = ['privacy_officer', 'community_head', 'subdistrict_leader', 'district_leader'] as const
const SEERS = [...LOOKERS, 'subdistrict_leader'] as const
const EXPORTERS = [...SEERS, 'district_leader', 'privacy_officer'] as const

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
  'register.exports': { about: 'nothing', lets: [{ roles: EXPORTERS, reach: 'district' }] },
  'register.askExport': { about: 'grid', lets: [{ roles: SEERS, reach: 'area' }] },
  'register.approveExport': { about: 'grid', lets: [{ roles: OVERSEERS, reach: 'area' }] },
  'register.declineExport': { about: 'grid', lets: [{ roles: OVERSEERS, reach: 'area' }] },
  // It is there for whoever asked for it, and for nobody else.
  'register.fetchExport': { about: 'grid', blind: SEERS },
  'register.fetchExport (by who asked for it)': {
    about: 'grid',
    lets: [{ roles: SEERS, reach: 'area' }],
    given: 'the asker asked for it',
  },
  'register.traceExport': {
    about: 'nothing',
    lets: [{ roles: ['privacy_officer', 'audit_admin'], reach: 'district' }],
  },
  'register.looksOf': { about: 'nothing', machine: true },
  'finding.find': { about: 'nothing', signedIn: true, shows: ['spot', 'title'] },
  'finding.number': { about: 'nothing', lets: [{ roles: LOOKERS, reach: 'district' }] },
}
