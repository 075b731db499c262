// Rights at the door for other systems: everybody reads what is public, a key sends, the administrator keeps the keys.
import type { Right } from './right.ts'

const keepers = { lets: [{ roles: ['system_admin'], reach: 'district' }] } as const
/** A district that is not there is said so. */
const everybody = { about: 'secret', holder: true, absent: 'open311.noJurisdiction' } as const

export const open311Rights: Readonly<Record<string, Right>> = {
  'open311.services': everybody,
  'open311.service': everybody,
  'open311.requests': everybody,
  'open311.updates': everybody,
  // Who may see them at all is decided by the two above, which ask these as Linli itself.
  'open311.shown': { about: 'nothing', machine: true },
  'open311.shownUpdates': { about: 'nothing', machine: true },
  'open311.holder': { about: 'secret', holder: true },
  'open311.send': { about: 'secret', holder: true },
  'open311.keys': { about: 'nothing', ...keepers },
  'open311.addKey': { about: 'nothing', ...keepers },
  'open311.endKey': { about: 'key', ...keepers },
  'open311.questions': { about: 'nothing', ...keepers },
  'open311.setQuestion': { about: 'nothing', ...keepers, machine: true },
  'open311.addDemoKey': { about: 'nothing', machine: true },
}
