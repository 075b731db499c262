// Rights on matters. Outside one's area a matter is missing; who sees one sees the reporter's name and number masked.

import { matterLifeRights } from './matter-life.ts'
import type { Right } from './right.ts'
import { DESKS, HANDLERS, OPEN, READERS, STATES } from './roles.ts'

/** They report what they meet in their area. */
const FIELD_AND_DESKS = ['grid_worker', 'building_head', 'volunteer', 'patrol_member', ...DESKS] as const
/** They keep kinds, limits and the access list of their district. */
const KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff'] as const

const readers = [{ roles: READERS, reach: 'area' }] as const
const field = [{ roles: ['grid_worker'], reach: 'area' }] as const
const desks = [{ roles: DESKS, reach: 'area' }] as const
const keepers = { about: 'nothing', lets: [{ roles: KEEPERS, reach: 'district' }], machine: true } as const

/** They see only what they were handed, and may ask for lists of it. */
const HANDED = ['department_clerk', 'mediator', 'lawyer', 'expert'] as const
const everybody = { lets: [{ roles: [...READERS, ...HANDED], reach: 'district' }] } as const
const ofAGrid = { about: 'grid', lets: [{ roles: READERS, reach: 'part' }], blind: HANDED } as const
/** Whoever it is handed to reads it, wherever it lies. */
const handed = {
  lets: [{ roles: HANDLERS, reach: 'district' }],
  others: 'door.missing',
  given: 'it is handed to the asker',
} as const
/** As long as nobody else was given it, it lies with the grid. */
const WITH_GRID = STATES.filter((state) => state !== 'dispatched')
const ofGrid = [{ roles: ['grid_worker'], reach: 'area', while: WITH_GRID }] as const

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
    system: true,
  },
  'matter.preview': { about: 'secret', holder: true },
  'matter.preview (for an area)': {
    about: 'grid',
    lets: [{ roles: FIELD_AND_DESKS, reach: 'area' }],
    outside: 'door.forbidden',
  },

  'matter.list': { about: 'nothing', ...everybody, shows: ['title', 'spot'] },
  'matter.list (of a grid)': { ...ofAGrid, shows: ['title', 'spot'] },
  'matter.counts': { about: 'nothing', ...everybody },
  'matter.counts (of a grid)': ofAGrid,
  // Whoever has an account may have been handed it, so to those who were not it is missing.
  'matter.get': { ...dependsOnIt, lets: readers, shows: ['title', 'words', 'spot', 'inner', 'reply'] },
  'matter.get (handed to the asker)': {
    ...{ about: 'matter', ...handed, in: ['reported', 'dispatched', 'closed'] },
    shows: ['title', 'words', 'spot', 'inner', 'reply'],
  },
  'matter.explain': { ...dependsOnIt, lets: readers, in: ['handling', 'closed'] },
  'matter.explain (handed to the asker)': { about: 'matter', ...handed, in: ['handling'] },
  'matter.photo': { ...dependsOnIt, lets: readers, shows: ['photo'], in: ['reported', 'closed'] },
  'matter.photo (handed to the asker)': { about: 'matter', ...handed, shows: ['photo'], in: ['reported'] },
  'matter.photo (of another matter)': { ...dependsOnIt, lets: readers, finds: 'door.missing', in: ['reported'] },

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

  // Somebody's own words: heard by whoever sees his number.
  'matter.voice': {
    ...dependsOnIt,
    lets: [
      { roles: ['grid_worker'], reach: 'area', while: OPEN },
      { roles: DESKS, reach: 'area', while: ['finished'] },
    ],
    shows: ['voice'],
  },
  // The desk that hands a report on hears one that is nothing but a recording, until somebody has it.
  'matter.voice (it was only spoken)': {
    ...dependsOnIt,
    lets: [
      { roles: ['grid_worker'], reach: 'area', while: OPEN },
      { roles: ['community_staff', 'community_head'], reach: 'area', while: ['reported'] },
      { roles: DESKS, reach: 'area', while: ['finished'] },
    ],
    shows: ['voice'],
    in: ['reported', 'handling', 'closed'],
    given: 'it was only spoken',
  },
  'matter.voice (after a hand in it)': {
    ...dependsOnIt,
    lets: [
      { roles: ['grid_worker'], reach: 'area', while: OPEN },
      { roles: DESKS, reach: 'area', while: ['finished'] },
    ],
    shows: ['voice'],
    in: ['handling', 'finished', 'closed'],
    given: 'the asker had a hand in it',
  },
  'matter.voice (by its handler)': {
    ...dependsOnIt,
    lets: [{ roles: READERS, reach: 'area', while: OPEN }],
    shows: ['voice'],
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
  'matter.answer': { ...dependsOnIt, lets: ofGrid, moves: ['handling'] },
  'matter.answer (by its handler)': { ...dependsOnIt, lets: readers, in: ['handling'], given: 'the asker handles it' },
  'matter.finish': { ...dependsOnIt, lets: ofGrid, moves: ['handling'], machine: true },
  'matter.finish (by its handler)': {
    ...{ ...dependsOnIt, lets: readers, in: ['handling'], given: 'the asker handles it', machine: true },
  },
  'matter.answer (handed to the asker)': { about: 'matter', ...handed, in: ['handling'] },
  'matter.finish (handed to the asker)': { about: 'matter', ...handed, in: ['handling'], machine: true },
  'matter.verify': { about: 'matter', lets: desks, moves: ['finished'] },
  'matter.sendBack': { about: 'matter', lets: desks, moves: ['finished'] },
  'matter.verify (of his own work)': { ...checked, given: 'the asker handles it' },
  'matter.sendBack (of his own work)': { ...checked, given: 'the asker handles it' },
  'matter.verify (after a hand in it)': { ...checked, given: 'the asker had a hand in it' },
  'matter.sendBack (after a hand in it)': { ...checked, given: 'the asker had a hand in it' },

  'matter.story': { ...byReceipt, shows: ['title', 'words', 'spot', 'reply'] },
  'matter.storyPhoto': { ...byReceipt, shows: ['photo'] },
  'matter.storyVoice': { ...byReceipt, shows: ['voice'] },
  'matter.rate': { ...byReceipt, moves: ['replied'], shows: ['receipt'] },
  'matter.dispute': {
    ...byReceipt,
    moves: ['replied', 'closed'],
    in: STATES.filter((state) => state !== 'merged'),
    shows: ['receipt'],
  },
  'matter.withdraw': { ...byReceipt, moves: ['reported', 'dispatched', 'handling', 'paused'], shows: ['receipt'] },
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

  ...matterLifeRights,

  'matter.recount': { about: 'nothing', machine: true },
  'matter.shift': { about: 'nothing', machine: true },
}
