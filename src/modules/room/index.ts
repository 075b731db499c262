// The face of the room module: its operations and its tables.
import { endings } from './ending.ts'
import * as keep from './operations/keep.ts'
import * as lend from './operations/lend.ts'
import * as means from './operations/means.ts'
import * as everybody from './operations/public.ts'
import * as read from './operations/read.ts'

export { type RoomDays, roomDays } from './days.ts'
export { enterByDistrict } from './enter.ts'
export { freeAhead, freeRoom, reserveRoom, takenBy } from './reservation.ts'

export const roomModule = {
  name: 'room',
  endings,
  operations: [everybody, read, keep, lend, means].flatMap((part) => Object.values(part)),
  look: read.get,
  tables: ['room', 'room_day', 'room_service', 'room_tool', 'room_reservation', 'tool_loan', 'means_kind', 'means'],
} as const
