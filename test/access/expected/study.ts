// Rights on the study of disputes: who may list the files of an area counts them; a district is told about all of it alone.
import type { Right } from './right.ts'

const CLEAR = ['community_staff', 'community_head', 'subdistrict_staff', 'subdistrict_leader'] as const
const JOINED = ['district_staff', 'district_leader'] as const

/** A grid is told of its own year in joined figures; it names no area. */
const GRIDS = ['grid_worker'] as const
const KEEPERS = ['community_staff', 'community_head', 'subdistrict_staff'] as const
const read = { lets: [{ roles: CLEAR, reach: 'area' }] } as const
const kept = { lets: [{ roles: KEEPERS, reach: 'area' }] } as const

export const studyRights: Readonly<Record<string, Right>> = {
  'study.figures': { about: 'nothing', lets: [{ roles: [...CLEAR, ...JOINED, ...GRIDS], reach: 'district' }] },
  'study.figures (of a grid)': { about: 'grid', lets: [{ roles: CLEAR, reach: 'part' }], blind: [...JOINED, ...GRIDS] },
  'study.form': { about: 'nothing', lets: [{ roles: CLEAR, reach: 'district' }] },
  'study.form (of a grid)': { about: 'grid', lets: [{ roles: CLEAR, reach: 'part' }] },
  'study.meetings': { about: 'grid', ...read },
  'study.owners': { about: 'grid', ...kept },
  'study.planMeeting': { about: 'grid', ...kept, machine: true },
  'study.holdMeeting': { about: 'study', ...kept },
  'study.measures': { about: 'nothing', signedIn: true },
  // Its owner's, and the desk's of its area; to anybody else it is not there.
  'study.finishMeasure': { about: 'study', lets: [{ roles: KEEPERS, reach: 'area' }], others: 'door.missing' },
  'study.sweeps': { about: 'grid', ...read },
  'study.planSweep': { about: 'grid', ...kept, machine: true },
  'study.closeSweep': { about: 'study', ...kept },
  'study.notePrevented': { about: 'grid', ...kept, machine: true },
  'study.shift': { about: 'nothing', machine: true },
}
