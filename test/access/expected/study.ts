// Rights on the study of disputes: who may list the files of an area counts them; a district is told about all of it alone.
import type { Right } from './right.ts'

const CLEAR = ['community_staff', 'community_head', 'subdistrict_staff', 'subdistrict_leader'] as const
const JOINED = ['district_staff', 'district_leader'] as const

export const studyRights: Readonly<Record<string, Right>> = {
  'study.figures': { about: 'nothing', lets: [{ roles: [...CLEAR, ...JOINED], reach: 'district' }] },
  'study.figures (of a grid)': { about: 'grid', lets: [{ roles: CLEAR, reach: 'part' }], blind: JOINED },
  'study.form': { about: 'nothing', lets: [{ roles: CLEAR, reach: 'district' }] },
  'study.form (of a grid)': { about: 'grid', lets: [{ roles: CLEAR, reach: 'part' }] },
}
