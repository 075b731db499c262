// Rights along the full life: who hands on, who passes up, who supervises, and what the clock alone does.
import type { Right } from './right.ts'
import { DESKS, HANDLERS, LEADERS, LISTENERS, READERS, STATES, type StaffRole, type State } from './roles.ts'

const FIELD_AND_DESKS = ['grid_worker', 'building_head', 'volunteer', 'patrol_member', ...DESKS] as const
const KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff'] as const
const REFEREES = ['subdistrict_leader', 'district_staff', 'district_leader'] as const
const SUPERVISORS = [
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'district_staff',
  'district_leader',
] as const
/** They grant a pause or more time, unless they had a hand in it. */
const DECIDERS = [...new Set<StaffRole>([...DESKS, ...LEADERS])]

const area = (roles: readonly StaffRole[]) => [{ roles, reach: 'area' }] as const
const desks = { about: 'matter', lets: area(DESKS) } as const
/** Whoever does not see it learns nothing: it depends on the matter whose business it is. */
const dependsOnIt = { about: 'matter', sees: READERS, others: 'door.missing' } as const
const anybody = { about: 'matter', lets: [{ roles: HANDLERS, reach: 'district' }], others: 'door.missing' } as const
const handed = { ...anybody, given: 'it is handed to the asker' } as const
const clock = { about: 'matter', machine: true } as const
const WITH_GRID = STATES.filter((state) => state !== 'dispatched')

/** By its handler, by whom it was handed to, by the worker of its grid, and here and there by the desk. */
function byWhomItLiesWith(
  operation: string,
  moves: readonly State[],
  more: { desks?: true; machine?: true; still?: true } = {},
) {
  const atDesk = more.desks ? area(DESKS) : []
  const machine = more.machine ? ({ machine: true } as const) : {}
  const grid = { roles: ['grid_worker'], reach: 'area', while: WITH_GRID } as const
  return {
    [`matter.${operation}`]: {
      ...dependsOnIt,
      lets: [grid, ...atDesk],
      ...(more.still ? { in: moves } : { moves }),
      ...machine,
    },
    [`matter.${operation} (by its handler)`]: {
      ...{ ...dependsOnIt, lets: area(READERS), in: moves.slice(-1), ...machine },
      given: 'the asker handles it',
    },
    [`matter.${operation} (handed to the asker)`]: { ...handed, in: moves.slice(-1), ...machine },
  } satisfies Record<string, Right>
}

/** By its handler and by whom it was handed to; the grid's worker as long as nobody was is not among them. */
const byWhomItWasGiven = (operation: string, state: State, also: readonly StaffRole[] = []) =>
  ({
    [`matter.${operation}`]: { ...dependsOnIt, lets: area(also), moves: [state] },
    [`matter.${operation} (by its handler)`]: {
      ...{ ...dependsOnIt, lets: area(READERS), in: [state] },
      given: 'the asker handles it',
    },
    [`matter.${operation} (handed to the asker)`]: { ...handed, in: [state] },
  }) satisfies Record<string, Right>

const grants = (operation: string, refusing = false) =>
  ({
    [`matter.${operation}`]: {
      ...{ about: 'matter', lets: area(DECIDERS) },
      ...(refusing ? { in: ['handling'] } : { moves: ['handling'] }),
    },
    [`matter.${operation} (after a hand in it)`]: {
      ...{ about: 'matter', sees: DECIDERS, in: ['handling'] },
      given: 'the asker had a hand in it',
    },
  }) satisfies Record<string, Right>

export const matterLifeRights: Readonly<Record<string, Right>> = {
  'matter.record': { about: 'grid', lets: area(FIELD_AND_DESKS), outside: 'door.forbidden' },
  'matter.record (at a counter)': {
    ...{ about: 'grid', lets: area([...FIELD_AND_DESKS, 'department_clerk']), outside: 'door.forbidden' },
    given: 'the asker works at a counter',
  },
  'matter.similar': { about: 'secret', holder: true },
  'matter.similar (for an area)': {
    ...{ about: 'grid', lets: area(FIELD_AND_DESKS), outside: 'door.forbidden' },
    shows: ['title'],
  },
  'matter.menu': { about: 'secret', holder: true },
  'matter.around': { about: 'nothing', machine: true, shows: ['title'] },
  'matter.hear': { about: 'grid', lets: area(LISTENERS) },
  'matter.heard': { about: 'nothing', lets: [{ roles: READERS, reach: 'district' }], shows: ['inner'] },
  'matter.heard (of a grid)': { about: 'grid', lets: [{ roles: READERS, reach: 'part' }], shows: ['inner'] },
  'matter.settleHeard': { about: 'heard', lets: area(LISTENERS) },
  'matter.raiseHeard': { about: 'heard', lets: area(LISTENERS) },

  'matter.decline': { ...desks, moves: ['reported'] },
  'matter.dispatch': { ...desks, moves: ['reported', 'handling'], machine: true },
  'matter.merge': { ...desks, moves: ['reported', 'dispatched', 'handling', 'paused'] },
  'matter.sign': { ...dependsOnIt, in: ['dispatched', 'handling'] },
  'matter.sign (handed to the asker)': { ...handed, in: ['dispatched'] },
  'matter.return': { ...dependsOnIt, in: ['dispatched', 'handling'] },
  'matter.return (handed to the asker)': { ...handed, in: ['dispatched'] },
  'matter.rule': { about: 'matter', sees: REFEREES, in: ['reported', 'dispatched'] },
  'matter.rule (two agencies returned it)': {
    ...{ about: 'matter', lets: area(REFEREES), in: ['reported'] },
    given: 'two agencies returned it',
  },
  'matter.transfer': { ...dependsOnIt, in: ['handling'] },
  'matter.transfer (by its handler)': { ...dependsOnIt, in: ['handling'], given: 'the asker handles it' },
  'matter.transfer (handed to the asker)': { ...handed, in: ['handling'] },
  ...byWhomItWasGiven('meet', 'handling', DESKS),
  ...byWhomItLiesWith('invite', ['handling'], { desks: true }),
  ...byWhomItLiesWith('note', ['handling'], { machine: true }),
  'matter.note (by a helper)': { ...anybody, in: ['handling'], given: 'the asker helps', machine: true },
  ...byWhomItLiesWith('ask', ['handling'], { still: true }),
  ...byWhomItLiesWith('resume', ['paused'], { desks: true, machine: true }),
  ...byWhomItLiesWith('raise', ['reported', 'handling'], { desks: true, machine: true }),
  ...grants('pause'),
  ...grants('extend'),
  ...grants('refuse', true),
  'matter.acknowledge': { about: 'matter', sees: LEADERS, in: ['finished', 'closed'] },
  'matter.acknowledge (it was late)': {
    ...{ about: 'matter', lets: area(LEADERS), in: ['finished'] },
    given: 'it was late',
  },
  'matter.acknowledge (of his own work)': {
    ...{ about: 'matter', sees: LEADERS, in: ['finished'] },
    given: 'it was late and the asker had a hand in it',
  },
  'matter.urge': { about: 'matter', lets: area(SUPERVISORS), in: ['reported', 'handling', 'finished'] },
  'matter.mark': { about: 'matter', lets: area(SUPERVISORS), in: ['reported', 'closed'] },
  'matter.comment': { ...dependsOnIt, lets: area(SUPERVISORS), in: ['reported', 'closed'] },
  'matter.comment (after a hand in it)': {
    ...{ ...dependsOnIt, lets: area(READERS), in: ['handling'] },
    given: 'the asker had a hand in it',
  },

  'matter.climb': { ...clock, moves: ['dispatched'], in: STATES.filter((state) => state !== 'dispatched') },
  'matter.climb (its time ran out)': { ...clock, in: ['dispatched'], given: 'its time ran out' },
  'matter.warn': { ...clock, in: ['handling'] },
  'matter.standForMediation': { ...clock, moves: ['handling'] },
  'matter.lapse': { ...clock, moves: ['replied'], in: STATES.filter((state) => state !== 'replied') },
  'matter.lapse (its reporter was reminded)': { ...clock, in: ['replied'], given: 'its reporter was reminded' },
  'matter.askEffect': { ...clock, moves: ['closed'] },
  'matter.archive': { ...clock, moves: ['closed', 'declined', 'merged', 'withdrawn'] },
  'matter.progress': { ...clock, in: ['closed'], shows: ['reply'] },
  'matter.due': { about: 'nothing', machine: true },
  'matter.confirm': {
    about: 'matter',
    holder: true,
    moves: ['closed'],
    in: STATES.filter((state) => state !== 'closed'),
  },
  'matter.confirm (asked weeks later)': {
    ...{ about: 'matter', holder: true, in: ['closed'], shows: ['receipt'] },
    given: 'its reporter was asked weeks later',
  },

  'matter.filters': { about: 'oneself', signedIn: true },
  'matter.saveFilter': { about: 'oneself', signedIn: true },
  // Drops one of the asker's own; anybody else's stays, and nothing tells whether there is one.
  'matter.dropFilter': { about: 'oneself', signedIn: true },
  'matter.figures': { about: 'nothing', lets: [{ roles: READERS, reach: 'district' }] },
  'matter.figures (of a grid)': { about: 'grid', lets: [{ roles: READERS, reach: 'part' }] },
  'matter.routes': { about: 'nothing', signedIn: true },
  'matter.setRoute': { about: 'grid', lets: area(KEEPERS), outside: 'door.forbidden', machine: true },
}
