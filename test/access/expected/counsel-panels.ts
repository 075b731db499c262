// Rights on panels of experts: who mediates the file convenes and decides, who sits on one writes, and nobody else reads.
import type { Right } from './right.ts'
import { HANDLERS, READERS } from './roles.ts'

/** Who sees the area is refused, for all others it is not there. */
const nobodyElse = { about: 'panel', sees: READERS, others: 'door.missing' } as const
const handed = { about: 'panel', lets: [{ roles: HANDLERS, reach: 'district' }], others: 'door.missing' } as const
const byWhoConvened: Right = { ...handed, given: 'the asker convened the panel' }
const byMember: Right = { ...handed, given: 'the asker sits on the panel' }

const LEADS = ['panel', 'drawPlan', 'acceptPlan', 'declinePlan', 'measureDone', 'finishPanel', 'cancelPanel'] as const
const SITS = ['panel', 'giveOpinion', 'stepAside'] as const
const all = [...new Set([...LEADS, ...SITS])]

export const panelRights: Readonly<Record<string, Right>> = {
  'counsel.panels': { about: 'nothing', signedIn: true },
  'counsel.convenePanel': { about: 'mediation', sees: READERS, others: 'door.missing' },
  'counsel.convenePanel (by its mediator)': {
    ...{ about: 'mediation', lets: [{ roles: HANDLERS, reach: 'district' }], others: 'door.missing' },
    given: 'the asker mediates it',
  },
  ...Object.fromEntries(all.map((verb) => [`counsel.${verb}`, nobodyElse])),
  ...Object.fromEntries(LEADS.map((verb) => [`counsel.${verb} (who convened it)`, byWhoConvened])),
  ...Object.fromEntries(SITS.map((verb) => [`counsel.${verb} (who sits on it)`, byMember])),
}
