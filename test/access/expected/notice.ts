// Rights on notices: an inbox is its owner's alone; the outbox is seen by who keeps the system, never an address or a text.
import type { Right } from './right.ts'

const KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff'] as const
const keepers = { about: 'nothing', lets: [{ roles: KEEPERS, reach: 'district' }], machine: true } as const
const linli = { about: 'nothing', machine: true } as const
const own = { about: 'oneself', signedIn: true } as const

export const noticeRights: Readonly<Record<string, Right>> = {
  'notice.inbox': own,
  'notice.unread': own,
  'notice.read': own,
  'notice.wishes': own,
  'notice.setWishes': own,
  'notice.kinds': { about: 'nothing', signedIn: true },
  'notice.setKind': keepers,
  'notice.setRule': keepers,
  'notice.outbox': { about: 'nothing', lets: [{ roles: ['system_admin'], reach: 'district' }] },
  'notice.again': { about: 'message', lets: [{ roles: ['system_admin'], reach: 'district' }] },
  // On a demo system it shows what invented people were sent; in production it is missing for everybody.
  'notice.demoPhone': { about: 'nothing', holder: true },
  'notice.demoSent': linli,
  'notice.send': linli,
  'notice.spread': linli,
  'notice.heard': linli,
  'notice.digest': linli,
  'notice.digestOne': linli,
  'notice.claim': linli,
  'notice.settle': linli,
  'notice.erase': linli,
  'notice.hold': linli,
}
