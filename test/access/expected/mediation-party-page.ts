// Rights on a party's own page: whoever holds its code, and nobody by a post.
import type { Right } from './right.ts'

const holder = { about: 'secret', holder: true } as const

export const partyPageRights: Readonly<Record<string, Right>> = {
  'mediation.ask': holder,
  'mediation.askable': holder,
  'mediation.mySide': holder,
  'mediation.sayConsent': holder,
  'mediation.takeBack': holder,
  'mediation.askAnother': holder,
  'mediation.complain': holder,
  'mediation.wishCourt': holder,
}
