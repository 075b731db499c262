// The desk's line of entries: each appears for those whose posts may do what it is for.
import type { Operation } from '#web/call.ts'
import type { frameWords } from './words.ts'

export type Entry = {
  readonly word: keyof typeof frameWords
  readonly to: string
  /** Other addresses that belong to it. */
  readonly also?: readonly string[]
  readonly needs: Operation
}

export const entries: readonly Entry[] = [
  { word: 'queue', to: '/desk', also: ['/desk/matters'], needs: 'matter.list' },
  { word: 'areas', to: '/desk/areas', needs: 'area.tree' },
  { word: 'duty', to: '/desk/duty', needs: 'duty.chain' },
  {
    word: 'rooms',
    to: '/desk/rooms',
    also: ['/desk/teams', '/desk/bodies', '/desk/means', '/desk/room-kinds'],
    needs: 'room.list',
  },
  { word: 'codes', to: '/desk/codes', needs: 'place.list' },
  { word: 'accounts', to: '/desk/accounts', needs: 'account.list' },
  {
    word: 'kinds',
    to: '/desk/kinds',
    also: ['/desk/limits', '/desk/access-list', '/desk/notices', '/desk/outbox'],
    needs: 'matter.kinds',
  },
  { word: 'calendar', to: '/desk/calendar', also: ['/desk/hours'], needs: 'calendar.year' },
]

/** Whether an address belongs to an entry. */
export const isAt = ({ to, also = [] }: Entry, path: string): boolean =>
  path === to || [to, ...also].some((start) => start !== '/desk' && (path === start || path.startsWith(`${start}/`)))
