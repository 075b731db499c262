// Rights on matters. Outside one's area a matter is missing; who sees one sees the reporter's name and number masked.
import type { Right } from './right.ts'
import { DESKS, OPEN, READERS } from './roles.ts'

/** They report what they meet in their area. */
const FIELD_AND_DESKS = ['grid_worker', 'building_head', 'volunteer', 'patrol_member', ...DESKS] as const
/** They keep kinds, limits and the access list of their district. */
const KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff'] as const

const readers = [{ roles: READERS, reach: 'area' }] as const
const field = [{ roles: ['grid_worker'], reach: 'area' }] as const
const desks = [{ roles: DESKS, reach: 'area' }] as const
const keepers = { about: 'nothing', lets: [{ roles: KEEPERS, reach: 'district' }], machine: true } as const

/** Depends on the matter itself, so whoever does not see it learns nothing. */
const dependsOnIt = { about: 'matter', sees: READERS, others: 'door.missing' } as const

/** Nobody checks his own work. */
const checked = { about: 'matter', sees: DESKS, in: ['finished'] } as const

/** What the bearer of a receipt may do with his own matter; nobody else has the receipt. */
const byReceipt = { about: 'matter', holder: true } as const

export const matterRights: Readonly<Record<string, Right>> = {
  'matter.report': { about: 'secret', holder: true },
  'matter.report (for an area)': {
    about: 'grid',
    lets: [{ roles: FIELD_AND_DESKS, reach: 'area' }],
    outside: 'door.forbidden',
  },
  'matter.preview': { about: 'secret', holder: true },

  'matter.list': { about: 'nothing', lets: [{ roles: READERS, reach: 'district' }], shows: ['title', 'spot'] },
  'matter.list (of a grid)': { about: 'grid', lets: [{ roles: READERS, reach: 'part' }], shows: ['title', 'spot'] },
  'matter.counts': { about: 'nothing', lets: [{ roles: READERS, reach: 'district' }] },
  'matter.counts (of a grid)': { about: 'grid', lets: [{ roles: READERS, reach: 'part' }] },
  'matter.get': { about: 'matter', lets: readers, shows: ['title', 'words', 'spot', 'inner', 'reply'] },
  'matter.explain': { about: 'matter', lets: readers, in: ['handling', 'closed'] },
  'matter.photo': { about: 'matter', lets: readers, shows: ['photo'], in: ['reported', 'closed'] },
  'matter.photo (of another matter)': { about: 'matter', lets: readers, finds: 'door.missing', in: ['reported'] },

  // The full number: whoever works the grid while it is open, the desk while it checks, and who handles it.
  'matter.reveal': {
    ...dependsOnIt,
    lets: [
      { roles: ['grid_worker'], reach: 'area', while: OPEN },
      { roles: DESKS, reach: 'area', while: ['finished'] },
    ],
    shows: ['name', 'phone'],
  },
  // Who once handled it and no longer does is nobody special.
  'matter.reveal (after a hand in it)': {
    ...dependsOnIt,
    lets: [
      { roles: ['grid_worker'], reach: 'area', while: OPEN },
      { roles: DESKS, reach: 'area', while: ['finished'] },
    ],
    shows: ['name', 'phone'],
    in: ['handling', 'finished', 'closed'],
    given: 'the asker had a hand in it',
  },
  'matter.reveal (by its handler)': {
    ...dependsOnIt,
    lets: [{ roles: READERS, reach: 'area', while: OPEN }],
    shows: ['name', 'phone'],
    in: ['handling', 'finished', 'closed'],
    given: 'the asker handles it',
  },

  'matter.take': { about: 'matter', lets: field, sees: DESKS, moves: ['reported'] },
  'matter.take (nobody works the grid)': {
    about: 'matter',
    lets: [...field, ...desks],
    moves: ['reported'],
    in: ['reported'],
    given: 'nobody works the grid',
  },
  'matter.answer': { ...dependsOnIt, lets: field, moves: ['handling'] },
  'matter.answer (by its handler)': { ...dependsOnIt, lets: readers, in: ['handling'], given: 'the asker handles it' },
  'matter.finish': { ...dependsOnIt, lets: field, moves: ['handling'] },
  'matter.finish (by its handler)': { ...dependsOnIt, lets: readers, in: ['handling'], given: 'the asker handles it' },
  'matter.verify': { about: 'matter', lets: desks, moves: ['finished'] },
  'matter.sendBack': { about: 'matter', lets: desks, moves: ['finished'] },
  'matter.verify (of his own work)': { ...checked, given: 'the asker handles it' },
  'matter.sendBack (of his own work)': { ...checked, given: 'the asker handles it' },
  'matter.verify (after a hand in it)': { ...checked, given: 'the asker had a hand in it' },
  'matter.sendBack (after a hand in it)': { ...checked, given: 'the asker had a hand in it' },

  'matter.story': { ...byReceipt, shows: ['title', 'words', 'spot', 'reply'] },
  'matter.storyPhoto': { ...byReceipt, shows: ['photo'] },
  'matter.rate': { ...byReceipt, moves: ['replied'], shows: ['receipt'] },
  'matter.dispute': { ...byReceipt, moves: ['replied', 'closed'], shows: ['receipt'] },
  'matter.withdraw': { ...byReceipt, moves: ['reported', 'handling'], shows: ['receipt'] },
  'matter.forget': { ...byReceipt, shows: ['receipt'] },

  'matter.kinds': { about: 'nothing', signedIn: true },
  'matter.rules': { about: 'nothing', signedIn: true },
  'matter.items': { about: 'nothing', signedIn: true },
  'matter.setKind': keepers,
  'matter.setLimit': keepers,
  'matter.setDangers': keepers,
  'matter.setItem': keepers,
  'matter.setItem (one that is there)': {
    about: 'item',
    lets: [{ roles: KEEPERS, reach: 'district' }],
    machine: true,
  },

  'matter.recount': { about: 'nothing', machine: true },
  'matter.shift': { about: 'nothing', machine: true },
}
