// Rights on the documents of mediation files: who prints, who scans, who seals, and by whose two hands a sealed one opens.
import type { Right } from './right.ts'
import { DESKS, HANDLERS, READERS } from './roles.ts'

const LISTS = [...DESKS, 'subdistrict_leader'] as const
const SECONDS = ['community_head', 'subdistrict_leader', 'district_leader'] as const

const desk: Right = {
  about: 'mediation',
  lets: [{ roles: DESKS, reach: 'area' }],
  sees: READERS,
  others: 'door.missing',
}
const listed: Right = { ...desk, lets: [{ roles: LISTS, reach: 'area' }] }
const byItsMediator: Right = {
  ...{ about: 'mediation', lets: [{ roles: HANDLERS, reach: 'district' }], others: 'door.missing' },
  given: 'the asker mediates it',
}
const openedForHim: Right = {
  ...{ about: 'mediation', lets: [{ roles: READERS, reach: 'area' }], others: 'door.missing' },
  given: 'a second person opened it for the asker',
}
/** What the parties told stands in the papers in full; what one side said alone stands in none. */
const TOLD = { shows: ['name', 'phone', 'statement'] } as const
/** Nobody below can ever be the second person, so nothing is looked for. */
const second: Right = { about: 'mediation', lets: [{ roles: SECONDS, reach: 'area' }] }

export const mediationPapersRights: Readonly<Record<string, Right>> = {
  'mediation.papers': desk,
  'mediation.paper': { ...desk, ...TOLD, slow: true },
  'mediation.wholeFile': { ...desk, ...TOLD, slow: true },
  'mediation.addScan': { ...desk, finds: 'mediation.noScan' },
  'mediation.paper (once it is over)': { ...desk, ...TOLD, slow: true },
  'mediation.wholeFile (once it is over)': { ...desk, ...TOLD, slow: true },
  'mediation.scanPage (once it is over)': desk,
  'mediation.wholeFile (by its mediator)': { ...byItsMediator, ...TOLD, slow: true },
  'mediation.scanPage (by its mediator)': byItsMediator,
  'mediation.scanPage': desk,
  'mediation.verifyArchive': listed,
  'mediation.sealed': { ...listed, lets: [{ roles: [...LISTS, 'community_head', 'district_leader'], reach: 'area' }] },
  'mediation.askOpening': desk,
  'mediation.approveOpening': second,
  'mediation.declineOpening': second,
  'mediation.openedPapers': { ...openedForHim, ...TOLD },
  'mediation.openedPaper': { ...openedForHim, ...TOLD, slow: true },
  'mediation.papers (by its mediator)': byItsMediator,
  'mediation.paper (by its mediator)': { ...byItsMediator, ...TOLD, slow: true },
  'mediation.addScan (by its mediator)': { ...byItsMediator, finds: 'mediation.noScan' },
  'mediation.verifyArchive (by its mediator)': byItsMediator,
  'mediation.sealed (by its mediator)': byItsMediator,
  'mediation.askOpening (by its mediator)': byItsMediator,
}
