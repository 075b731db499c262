// Rights on the area tree. The tree itself is public within a district, so outside one's area it is forbidden, not missing.
import type { Right } from './right.ts'

/** They keep the tree inside their own area. */
const KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff', 'community_head'] as const

const kept = { lets: [{ roles: KEEPERS, reach: 'area' }], outside: 'door.forbidden' } as const

export const areaRights: Readonly<Record<string, Right>> = {
  'area.found': { about: 'nothing', machine: true },
  // Residents choose their district before there is a code.
  'area.districts': { about: 'nothing', holder: true },
  'area.tree': { about: 'grid', signedIn: true, machine: true },
  'area.get': { about: 'grid', signedIn: true },
  'area.find': { about: 'nothing', signedIn: true },
  'area.locate': { about: 'nothing', signedIn: true },
  'area.add': { about: 'grid', ...kept, machine: true },
  'area.change': { about: 'building', ...kept, machine: true },
  'area.recode': { about: 'grid', ...kept },
  'area.retire': { about: 'unit', ...kept },
  'area.move': { about: 'unit', ...kept },
  // An import names many parents: one outside is told as missing, one that nobody has as a mistake in its row.
  'area.import': { about: 'grid', lets: kept.lets, machine: true, absent: 'area.noParent' },
  // Compounds and police beats join areas; one that is not kept by the asker is missing for him.
  'area.link': {
    about: 'grid',
    lets: [{ roles: ['system_admin', 'subdistrict_staff'], reach: 'area' }],
    machine: true,
  },
}
