// All rooms of the demo, in the order of their labels.
import { centres } from './rooms/centres.ts'
import type { DemoRoom } from './rooms/room.ts'
import { stations } from './rooms/stations.ts'

export const rooms: readonly DemoRoom[] = [...centres, ...stations]
