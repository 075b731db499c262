// Rights on teams, partner bodies and seconded people: known to everybody at work, kept by whoever appoints in the area.
import type { Right } from './right.ts'

const APPOINTERS = ['system_admin', 'district_staff', 'subdistrict_staff', 'community_head'] as const
const kept = { lets: [{ roles: APPOINTERS, reach: 'area' }], outside: 'door.forbidden' } as const
/** The desk of a community sets its own rosters. */
const rostered = {
  lets: [{ roles: [...APPOINTERS, 'community_staff'], reach: 'area' }],
  outside: 'door.forbidden',
} as const
const kinds: Right = {
  about: 'nothing',
  lets: [{ roles: ['system_admin', 'district_staff'], reach: 'district' }],
  machine: true,
}

export const teamRights: Readonly<Record<string, Right>> = {
  'duty.teamKinds': { about: 'nothing', signedIn: true },
  'duty.setTeamKind': kinds,
  'duty.setBodyKind': kinds,
  'duty.teams': { about: 'grid', signedIn: true },
  'duty.team': { about: 'team', signedIn: true, machine: true },
  'duty.setTeam': { about: 'grid', ...kept, machine: true },
  'duty.setTeam (one that is there)': { about: 'team', ...kept, machine: true },
  'duty.endTeam': { about: 'team', ...kept },
  'duty.setRoster': { about: 'team', ...rostered, machine: true },
  'duty.swap': { about: 'team', ...rostered, machine: true },
  'duty.bodies': { about: 'grid', signedIn: true },
  'duty.setBody': { about: 'grid', ...kept, machine: true },
  'duty.setBody (one that is there)': { about: 'body', ...kept, machine: true },
  'duty.endBody': { about: 'body', ...kept },
  'duty.seconded': { about: 'grid', signedIn: true },
  'duty.second': { about: 'grid', ...kept, machine: true },
  'duty.endSecondment': { about: 'secondment', ...kept },
}
