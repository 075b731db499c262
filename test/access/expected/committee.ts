// Rights on committees and mediators: who mediates where is known to everybody at work; the justice desk keeps it.
import type { Right } from './right.ts'

const SEATERS = ['district_staff', 'subdistrict_staff', 'community_head'] as const
const kept = { lets: [{ roles: ['district_staff', 'subdistrict_staff'], reach: 'area' }] } as const
const seated = { lets: [{ roles: SEATERS, reach: 'area' }] } as const
const outside = 'door.forbidden'
const district = { about: 'nothing', lets: [{ roles: ['district_staff'], reach: 'district' }], machine: true } as const

export const committeeRights: Readonly<Record<string, Right>> = {
  'committee.list': { about: 'grid', signedIn: true },
  'committee.get': { about: 'committee', signedIn: true },
  'committee.kinds': { about: 'nothing', signedIn: true },
  'committee.setKind': district,
  'committee.setSkill': district,
  'committee.setRule': district,
  'committee.train': { about: 'mediator', ...seated, outside, machine: true },
  'committee.add': { about: 'grid', ...kept, outside, machine: true },
  'committee.change': { about: 'committee', ...kept, outside },
  'committee.end': { about: 'committee', ...kept, outside },
  'committee.suggest': {
    about: 'grid',
    lets: [{ roles: ['mediator', 'community_staff', ...SEATERS], reach: 'area' }],
    outside,
  },
  'committee.roster': { about: 'grid', ...kept, outside },
  'committee.seat': { about: 'committee', ...seated, outside, machine: true },
  'committee.mediator': { about: 'mediator', signedIn: true },
  'committee.changeSeat': { about: 'mediator', ...seated, outside },
  'committee.leave': { about: 'mediator', ...seated, outside },
  'committee.complain': {
    ...{ about: 'mediator', outside, machine: true },
    lets: [{ roles: ['community_staff', ...SEATERS], reach: 'area' }],
  },
  'committee.complaints': { about: 'committee', ...kept, outside },
  'committee.answerComplaint': { about: 'complaint', ...kept, outside },
  'committee.myComplaints': { about: 'oneself', signedIn: true },
  'committee.shift': { about: 'nothing', machine: true },
}
