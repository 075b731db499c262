// Rights on sessions and answers: who sits when is known to all; the desk and the community keep sessions, those who know the law write.
import type { Right } from './right.ts'

const KEEPERS = ['district_staff', 'subdistrict_staff', 'community_head', 'community_staff'] as const
const kept = { lets: [{ roles: KEEPERS, reach: 'area' }], outside: 'door.forbidden' } as const
const WRITERS = [...KEEPERS, 'mediator', 'lawyer'] as const
const written = { lets: [{ roles: WRITERS, reach: 'area' }], outside: 'door.forbidden' } as const

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
  'counsel.week': { about: 'grid', signedIn: true },
  'counsel.clinic': { about: 'counsel', signedIn: true, machine: true },
  'counsel.planClinic': { about: 'grid', ...kept, machine: true },
  'counsel.moveClinic': { about: 'counsel', ...kept },
  'counsel.cancelClinic': { about: 'counsel', ...kept },
  'counsel.holdClinic': { about: 'counsel', ...kept },
  'counsel.rotations': { about: 'grid', signedIn: true },
  'counsel.setRotation': { about: 'grid', ...kept, machine: true },
  'counsel.fillRotation': { about: 'counsel', ...kept, machine: true },
  'counsel.endRotation': { about: 'counsel', ...kept },
  'counsel.bookedPhone': { about: 'counsel', ...kept },
  'counsel.giveNumber': { about: 'counsel', ...kept },
  'counsel.callNumber': { about: 'counsel', ...kept },
  'counsel.seeNumber': { about: 'counsel', ...kept },
  'counsel.finishNumber': { about: 'counsel', ...kept },
  'counsel.leaveNumber': { about: 'counsel', ...kept },
  'counsel.answers': { about: 'nothing', signedIn: true },
  'counsel.proposeAnswer': { about: 'grid', ...written, machine: true },
  'counsel.publishAnswer': { about: 'counsel', ...written, machine: true },
  'counsel.recheckAnswer': { about: 'counsel', ...written },
  'counsel.retireAnswer': { about: 'counsel', ...written },
  'counsel.shift': { about: 'nothing', machine: true },
}
