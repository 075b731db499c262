// Rights on retention: everybody in office reads the terms, the privacy officer sets them and holds, leaders sign, a second one witnesses.
import type { Right } from './right.ts'

const OFFICER = ['privacy_officer'] as const
const LIFTERS = ['privacy_officer', 'subdistrict_leader', 'district_leader'] as const
const SIGNERS = ['subdistrict_leader', 'district_leader'] as const
const WITNESSES = ['subdistrict_staff', 'district_staff', ...SIGNERS] as const
const linli = { about: 'nothing', machine: true } as const

export const retentionRights: Readonly<Record<string, Right>> = {
  'retention.rules': { about: 'nothing', signedIn: true, machine: true },
  'retention.setRule': { about: 'nothing', lets: [{ roles: OFFICER, reach: 'district' }] },
  'retention.holds': { about: 'nothing', lets: [{ roles: LIFTERS, reach: 'district' }] },
  'retention.hold': { about: 'grid', lets: [{ roles: OFFICER, reach: 'area' }] },
  'retention.askLift': { about: 'hold', lets: [{ roles: LIFTERS, reach: 'area' }] },
  'retention.lift': { about: 'hold', lets: [{ roles: LIFTERS, reach: 'area' }] },
  'retention.destructions': { about: 'nothing', lets: [{ roles: WITNESSES, reach: 'district' }] },
  'retention.destruction': { about: 'destruction', lets: [{ roles: WITNESSES, reach: 'area' }] },
  'retention.sign': { about: 'destruction', lets: [{ roles: SIGNERS, reach: 'area' }] },
  'retention.witness': { about: 'destruction', lets: [{ roles: WITNESSES, reach: 'area' }] },
  'retention.keep': { about: 'destruction', lets: [{ roles: SIGNERS, reach: 'area' }] },
  'retention.begin': linli,
  'retention.settle': linli,
  'retention.endDue': linli,
  'retention.draw': linli,
  'retention.endSigned': { about: 'destruction', machine: true },
  'retention.closeMonth': linli,
  'retention.looked': linli,
  'retention.shift': linli,
}
