// Rights on files that are sent in: desks of a community, a subdistrict and the district, each for the area of a post of theirs.
import type { Right } from './right.ts'

const SENDERS = ['community_staff', 'community_head', 'subdistrict_staff', 'district_staff'] as const
const ENTERERS = ['grid_worker', 'community_staff', 'community_head'] as const
const sent = { lets: [{ roles: SENDERS, reach: 'area' }] } as const
const linli = { machine: true } as const

export const importRights: Readonly<Record<string, Right>> = {
  'register.sendFile': { about: 'grid', ...sent, ...linli, finds: 'register.noFile' },
  'register.batches': { about: 'nothing', lets: [{ roles: SENDERS, reach: 'district' }] },
  'register.batch': { about: 'batch', ...sent, ...linli },
  'register.noteHeadings': { about: 'batch', ...linli },
  'register.checkBatch': { about: 'batch', ...sent, ...linli },
  'register.noteChecked': { about: 'batch', ...linli },
  'register.loadBatch': { about: 'batch', ...sent, ...linli },
  'register.loadAtOnce': { about: 'batch', ...linli },
  'register.publishBatch': { about: 'batch', ...linli },
  'register.cancelBatch': { about: 'batch', ...sent, ...linli },
  'register.undoBatch': { about: 'batch', ...sent, ...linli },
  'register.noteUndone': { about: 'batch', ...linli },
  'register.noteFailed': { about: 'batch', ...linli },
  'register.batchFaults': { about: 'batch', ...sent },
  'register.faultSheet': { about: 'batch', ...sent, given: 'the asker sent it' },
  'register.template': { about: 'nothing', lets: [{ roles: SENDERS, reach: 'district' }] },
  'register.offers': { about: 'nothing', lets: [{ roles: ENTERERS, reach: 'district' }], shows: ['spot'] },
  'register.compareOffer': { about: 'batch', lets: [{ roles: ENTERERS, reach: 'area' }], shows: ['name'] },
  'register.settleOffer': { about: 'batch', lets: [{ roles: ENTERERS, reach: 'area' }] },
}
