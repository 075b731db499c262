// The desk's entries: each appears for those whose posts may do what it is for, the settled ones under a heading.
import type { Operation } from '#web/call.ts'
import type { frameWords } from './words.ts'

export type Entry = {
  readonly word: keyof typeof frameWords
  readonly to: string
  /** Other addresses that belong to it. */
  readonly also?: readonly string[]
  /** A queue that is reached at the home address of somebody whose home is another page. */
  readonly search?: { readonly view: 'open' }
  readonly needs: Operation
}
export type Heading = { readonly word: keyof typeof frameWords; readonly entries: readonly Entry[] }

type May = (operation: Operation) => boolean

/** Somebody to whom matters come one by one (a clerk, a mediator): his desk is his queue and nothing else. */
export const isHandedOnly = (may: May): boolean => may('matter.list') && !may('matter.figures')
/** Somebody who answers for what others handle: his home is what waits for his word. */
export const isLeader = (may: May): boolean => may('matter.acknowledge') && !may('matter.verify')

const queue: Entry = { word: 'queue', to: '/desk', also: ['/desk/matters'], needs: 'matter.list' }
const leader: readonly Entry[] = [
  { word: 'forMe', to: '/desk', needs: 'matter.list' },
  { word: 'allMatters', to: '/desk', also: ['/desk/matters'], search: { view: 'open' }, needs: 'matter.list' },
]

const mediations: Entry = { word: 'mediations', to: '/desk/mediations', needs: 'mediation.mine' }

/** Whoever is asked for an opinion now and then, and has no page about the law beside it. */
const panels: Entry = { word: 'panels', to: '/desk/panels', also: ['/desk/law'], needs: 'counsel.giveOpinion' }

const daily: readonly Entry[] = [
  { word: 'dispatch', to: '/desk/dispatch', needs: 'matter.dispatch' },
  { word: 'supervise', to: '/desk/supervise', needs: 'matter.urge' },
  mediations,
  { word: 'study', to: '/desk/study', needs: 'study.figures' },
  { word: 'listening', to: '/desk/listening', needs: 'matter.heard' },
  { word: 'figures', to: '/desk/figures', needs: 'matter.figures' },
]

const headings: readonly Heading[] = [
  {
    word: 'placesAndPeople',
    entries: [
      { word: 'portrait', to: '/desk/portrait', needs: 'register.portrait' },
      { word: 'areas', to: '/desk/areas', needs: 'area.tree' },
      {
        word: 'register',
        to: '/desk/register',
        also: ['/desk/homes', '/desk/organisations', '/desk/corrections'],
        needs: 'register.people',
      },
      { word: 'exports', to: '/desk/exports', needs: 'register.exports' },
      { word: 'duty', to: '/desk/duty', also: ['/desk/duty-kinds'], needs: 'duty.chain' },
      {
        word: 'rooms',
        to: '/desk/rooms',
        also: ['/desk/teams', '/desk/bodies', '/desk/means', '/desk/room-kinds'],
        needs: 'room.list',
      },
      { word: 'committees', to: '/desk/committees', needs: 'committee.list' },
      { word: 'law', to: '/desk/law', also: ['/desk/panels'], needs: 'counsel.week' },
      { word: 'imports', to: '/desk/imports', needs: 'register.batches' },
      { word: 'codes', to: '/desk/codes', needs: 'place.list' },
      { word: 'agencies', to: '/desk/agencies', needs: 'agency.list' },
      { word: 'accounts', to: '/desk/accounts', needs: 'account.list' },
      {
        word: 'systems',
        to: '/desk/systems',
        also: ['/desk/callbacks', '/desk/questions'],
        needs: 'open311.keys',
      },
    ],
  },
  {
    word: 'rules',
    entries: [
      {
        word: 'kinds',
        to: '/desk/kinds',
        also: ['/desk/limits', '/desk/access-list', '/desk/notices', '/desk/outbox'],
        needs: 'matter.kinds',
      },
      { word: 'routes', to: '/desk/routes', needs: 'matter.routes' },
      { word: 'mediationRules', to: '/desk/mediation-rules', needs: 'mediation.rules' },
      { word: 'calendar', to: '/desk/calendar', also: ['/desk/hours'], needs: 'calendar.year' },
      { word: 'looks', to: '/desk/looks', needs: 'register.looks' },
      { word: 'trace', to: '/desk/trace', needs: 'register.traceExport' },
      {
        word: 'retention',
        to: '/desk/retention',
        also: ['/desk/holds', '/desk/destruction'],
        needs: 'retention.rules',
      },
      { word: 'operate', to: '/desk/operate', needs: 'upkeep.health' },
    ],
  },
]

/** What somebody's line at the top holds: entries by themselves, then headings with what lies under them. */
export function entriesFor(may: May): { readonly own: readonly Entry[]; readonly headings: readonly Heading[] } {
  const allowed = (list: readonly Entry[]) => list.filter(({ needs }) => may(needs))
  if (isHandedOnly(may)) return { own: allowed([queue, mediations, panels]), headings: [] }
  return {
    own: allowed([...(isLeader(may) ? leader : [queue]), ...daily]),
    headings: headings
      .map(({ word, entries }) => ({ word, entries: allowed(entries) }))
      .filter(({ entries }) => entries.length > 0),
  }
}

/** Whether an address belongs to an entry. */
export const isAt = ({ to, also = [], search }: Entry, path: string, view: unknown): boolean =>
  (path === to && Boolean(search) === (view !== undefined)) ||
  (path === to && to !== '/desk') ||
  [to, ...also].some((start) => start !== '/desk' && (path === start || path.startsWith(`${start}/`)))
