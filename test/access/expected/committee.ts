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
  'committee.toRemind': { about: 'nothing', machine: true },
  'committee.remindTerm': { about: 'mediator', machine: true },
  'committee.leave': { about: 'mediator', ...seated, outside },
  'committee.calls': { about: 'committee', ...seated, outside },
  'committee.openCall': { about: 'committee', ...seated, outside, machine: true },
  'committee.closeCall': { about: 'committee', ...seated, outside },
  // Who applied is missing outside the area.
  'committee.applicant': { about: 'committee', ...seated },
  'committee.shortlist': { about: 'committee', ...seated },
  'committee.declineApplicant': { about: 'committee', ...seated },
  'committee.appoint': { about: 'committee', ...seated },
  'committee.openCalls': { about: 'secret', holder: true },
  'committee.apply': { about: 'secret', holder: true },
  'committee.application': { about: 'secret', holder: true },
  'committee.withdrawApplication': { about: 'secret', holder: true },
  'committee.complain': {
    ...{ about: 'mediator', outside, machine: true },
    lets: [{ roles: ['community_staff', ...SEATERS], reach: 'area' }],
  },
  'committee.complainFrom': { about: 'mediator', outside, machine: true },
  'committee.complaints': { about: 'committee', ...kept, outside },
  'committee.answerComplaint': { about: 'complaint', ...kept, outside },
  'committee.myComplaints': { about: 'oneself', signedIn: true },
  'committee.shift': { about: 'nothing', machine: true },
}
