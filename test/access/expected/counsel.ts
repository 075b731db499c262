// Rights on sessions and answers: who sits when is known to all; the desk and the community keep sessions, those who know the law write.
import type { Right } from './right.ts'

const KEEPERS = ['district_staff', 'subdistrict_staff', 'community_head', 'community_staff'] as const
const kept = { lets: [{ roles: KEEPERS, reach: 'area' }], outside: 'door.forbidden' } as const
/** Whom somebody asked, and what for, is missing outside its area. */
const noted = { about: 'counsel', lets: [{ roles: KEEPERS, reach: 'area' }] } as const
const CENTRES = ['district_staff', 'subdistrict_staff'] as const
const WRITERS = [...KEEPERS, 'mediator', 'lawyer'] as const
const written = { lets: [{ roles: WRITERS, reach: 'area' }], outside: 'door.forbidden' } as const

const SITTERS = ['lawyer', 'mediator', 'volunteer', 'expert'] as const
/** Those who may sit are told of any session that they may not touch it: who sits when is known to all. */
const keptOrSat = { ...kept, about: 'counsel', sees: SITTERS } as const
const sat: Right = {
  about: 'counsel',
  lets: [
    { roles: SITTERS, reach: 'district' },
    { roles: KEEPERS, reach: 'area' },
  ],
  outside: 'door.forbidden',
  given: 'the asker sits there',
}

export const counselRights: Readonly<Record<string, Right>> = {
  'counsel.law': { about: 'secret', holder: true },
  'counsel.book': { about: 'secret', holder: true },
  'counsel.booking': { about: 'secret', holder: true },
  'counsel.dropBooking': { about: 'secret', holder: true },
  'counsel.queue': { about: 'secret', holder: true },
  'counsel.takeNumber': { about: 'secret', holder: true },
  'counsel.sitters': { about: 'grid', signedIn: true },
  'counsel.setSitter': { about: 'grid', ...kept, machine: true },
  'counsel.endSitter': { about: 'counsel', ...kept },
  'counsel.advisers': { about: 'grid', signedIn: true },
  'counsel.appointAdviser': { about: 'grid', ...kept, machine: true },
  'counsel.endAdviser': { about: 'counsel', ...kept },
  'counsel.logService': { about: 'counsel', ...kept, machine: true },
  'counsel.advice': { about: 'grid', lets: [{ roles: KEEPERS, reach: 'area' }] },
  'counsel.noteAdvice': { about: 'grid', lets: [{ roles: KEEPERS, reach: 'area' }], machine: true },
  'counsel.advised': noted,
  'counsel.referAid': { ...noted, machine: true },
  'counsel.acceptAid': { ...noted, machine: true },
  'counsel.refuseAid': { ...noted, machine: true },
  'counsel.setCentre': { about: 'nothing', lets: [{ roles: CENTRES, reach: 'district' }], machine: true },
  'counsel.endCentre': { about: 'counsel', lets: [{ roles: CENTRES, reach: 'district' }] },
  'counsel.week': { about: 'grid', signedIn: true },
  'counsel.clinic': { about: 'counsel', signedIn: true, machine: true },
  'counsel.planClinic': { about: 'grid', ...kept, machine: true },
  'counsel.moveClinic': { about: 'counsel', ...kept },
  'counsel.cancelClinic': { about: 'counsel', ...kept },
  'counsel.holdClinic': keptOrSat,
  'counsel.rotations': { about: 'grid', signedIn: true },
  'counsel.setRotation': { about: 'grid', ...kept, machine: true },
  'counsel.fillRotation': { about: 'counsel', ...kept, machine: true },
  'counsel.endRotation': { about: 'counsel', ...kept },
  'counsel.bookedPhone': keptOrSat,
  'counsel.toldBooking': keptOrSat,
  'counsel.giveNumber': keptOrSat,
  'counsel.callNumber': keptOrSat,
  'counsel.seeNumber': keptOrSat,
  'counsel.finishNumber': keptOrSat,
  'counsel.leaveNumber': keptOrSat,
  ...Object.fromEntries(
    [
      'holdClinic',
      'bookedPhone',
      'toldBooking',
      'giveNumber',
      'callNumber',
      'seeNumber',
      'finishNumber',
      'leaveNumber',
    ].map((verb) => [`counsel.${verb} (who sits there)`, sat]),
  ),
  'counsel.answers': { about: 'nothing', signedIn: true },
  'counsel.proposeAnswer': { about: 'grid', ...written, machine: true },
  'counsel.publishAnswer': { about: 'counsel', ...written, machine: true },
  'counsel.recheckAnswer': { about: 'counsel', ...written },
  'counsel.retireAnswer': { about: 'counsel', ...written },
  'counsel.shift': { about: 'nothing', machine: true },
}
