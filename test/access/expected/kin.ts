// Rights on declarations of relatives: a worker's own, and the privacy officer's to read.
import type { Right } from './right.ts'

const OFFICER = ['privacy_officer'] as const
const linli = { about: 'nothing', machine: true } as const

export const kinRights: Readonly<Record<string, Right>> = {
  'kin.mine': { about: 'oneself', signedIn: true },
  'kin.declare': { about: 'oneself', signedIn: true },
  // An entry of somebody else stays, and nothing tells whether there is one.
  'kin.end': { about: 'oneself', signedIn: true },
  'kin.list': { about: 'account', lets: [{ roles: OFFICER, reach: 'area' }] },
  'kin.attempts': { about: 'nothing', lets: [{ roles: OFFICER, reach: 'district' }] },
  'kin.gather': linli,
  'kin.attempted': linli,
  'kin.look': linli,
}
