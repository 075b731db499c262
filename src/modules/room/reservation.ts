// A room is had by one at a time: a session of a file, an expert panel or a clinic, which know nothing of each other.
import { sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { roomProblems } from './words.ts'

/** Minutes are of the day; the room is had from `from` until just before `to`. */
export type Reserved = {
  /** The id of the session, panel or clinic. */
  readonly id: string
  readonly roomId: string
  /** What it belongs to: `freeAhead` ends all of it at once. */
  readonly forId: string
  readonly day: string
  readonly from: number
  readonly to: number
}

const TIME = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Who has the room then, if anybody but this one: the times only, since whose it is may not be the reader's to know. */
export const takenBy = (tx: Tx, tenant: string, { id, roomId, day, from, to }: Reserved) =>
  tx.first(
    k
      .selectFrom('room_reservation')
      .select(['from_minute', 'to_minute'])
      .where('tenant_id', '=', tenant)
      .where('room_id', '=', roomId)
      .where('day', '=', day)
      .where('from_minute', '<', to)
      .where('to_minute', '>', from)
      .where('id', '<>', id)
      .orderBy('from_minute')
      .limit(1),
  )

/**
 * Reserves the room, or moves the reservation of the same id. The room's row is locked first, so that of two who want it
 * at the same moment the second waits and then finds it taken.
 * @throws room.noRoom where there is no such room (any more); room.taken with the times that stand in the way
 */
export async function reserveRoom(tx: Tx, tenant: string, now: Date, asked: Reserved): Promise<void> {
  const { id, roomId, forId, day, from, to } = asked
  const room = await tx.first(
    k
      .selectFrom('room')
      .select('id')
      .where('tenant_id', '=', tenant)
      .where('id', '=', roomId)
      .where('closed_at', 'is', null)
      .forUpdate(),
  )
  if (!room) throw new Problem(roomProblems.noRoom)
  const taken = await takenBy(tx, tenant, asked)
  if (taken) throw new Problem(roomProblems.taken, { day, from: TIME(taken.from_minute), to: TIME(taken.to_minute) })
  const when = { day, from_minute: from, to_minute: to }
  await tx.all(
    k
      .insertInto('room_reservation')
      .values({ tenant_id: tenant, id, room_id: roomId, for_id: forId, ...when, made_at: now })
      .onConflict((clash) => clash.columns(['tenant_id', 'id']).doUpdateSet({ room_id: roomId, ...when })),
  )
}

export const freeRoom = (tenant: string, id: string): Statement<unknown> =>
  k.deleteFrom('room_reservation').where('tenant_id', '=', tenant).where('id', '=', id)

/** Nothing more comes of what these belong to: what lies ahead is free again, what was used stays written. */
export const freeAhead = (tenant: string, forId: string, today: string): Statement<unknown> =>
  k.deleteFrom('room_reservation').where('tenant_id', '=', tenant).where('for_id', '=', forId).where('day', '>=', today)

/** How many have it from today on. */
export async function reservedAhead(tx: Tx, tenant: string, roomId: string, today: string): Promise<number> {
  const row = await tx.first(
    k
      .selectFrom('room_reservation')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('tenant_id', '=', tenant)
      .where('room_id', '=', roomId)
      .where('day', '>=', today),
  )
  return row?.n ?? 0
}
