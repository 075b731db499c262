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
const second: Right = { ...desk, lets: [{ roles: SECONDS, reach: 'area' }] }
/** Nobody was agreed to. */
const opened: Right = { about: 'mediation', sees: READERS, others: 'door.missing' }

export const mediationPapersRights: Readonly<Record<string, Right>> = {
  'mediation.papers': desk,
  'mediation.paper': { ...desk, slow: true },
  'mediation.wholeFile': { ...desk, slow: true },
  'mediation.addScan': { ...desk, finds: 'mediation.noScan' },
  'mediation.scanPage': { ...desk, finds: 'door.missing' },
  'mediation.verifyArchive': { ...listed, finds: 'mediation.notArchived' },
  'mediation.sealed': { ...listed, lets: [{ roles: [...LISTS, 'community_head', 'district_leader'], reach: 'area' }] },
  'mediation.askOpening': { ...desk, finds: 'mediation.notArchived' },
  'mediation.approveOpening': { ...second, finds: 'door.missing' },
  'mediation.declineOpening': { ...second, finds: 'door.missing' },
  'mediation.openedPapers': opened,
  'mediation.openedPaper': opened,
  'mediation.papers (by its mediator)': byItsMediator,
  'mediation.paper (by its mediator)': { ...byItsMediator, slow: true },
  'mediation.addScan (by its mediator)': { ...byItsMediator, finds: 'mediation.noScan' },
  'mediation.verifyArchive (by its mediator)': { ...byItsMediator, finds: 'mediation.notArchived' },
  'mediation.sealed (by its mediator)': byItsMediator,
  'mediation.askOpening (by its mediator)': { ...byItsMediator, finds: 'mediation.notArchived' },
}
