// One session at a time: plan, move, cancel, note how it went; the week and its gaps.
import { type Actor, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newCode, newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { type DayHours, dayNumber, dayText } from '#modules/calendar/index.ts'
import { freeRoom, reserveRoom, roomDays } from '#modules/room/index.ts'
import { counsel } from '../contract.ts'
import { doorKey } from '../enter.ts'
import { clinicLife } from '../lifecycle.ts'
import { cancelBookings, moveBookings } from '../moved-bookings.ts'
import { areaNamed, keeps, sitsThere } from '../rights.ts'
import { freeToSit, seat } from '../seats.ts'
import {
  type ClinicRow,
  change,
  clinicsBetween,
  communitiesWithin,
  lockClinic,
  type SitterRow,
  seatsOf,
} from '../store.ts'
import { clinicLines } from '../view.ts'
import { counselProblems } from '../words.ts'

const CODE_LENGTH = 10
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockClinic(tx, actor.tenant, input.id)

type Times = { readonly day: string; readonly from: number; readonly to: number }

/** A room is open all through the session, in one of its spans. */
export const openFor = (hours: DayHours, { from, to }: Pick<Times, 'from' | 'to'>): boolean =>
  hours.some(([opens, shuts]) => opens <= from && to <= shuts)

/** Throws where the times are none, the day has passed, or the room stays shut then. */
export async function possible(tx: Tx, tenant: string, when: Times, roomId: string | null, now: Date): Promise<void> {
  if (when.from >= when.to) throw new Problem(counselProblems.wrongTimes)
  const today = localDay(now)
  if (when.day < today) throw new Problem(counselProblems.pastDay, { day: when.day })
  if (!roomId) return
  const { rooms, hours } = await roomDays(tx, tenant, today)
  if (!rooms.has(roomId)) throw new Problem(counselProblems.noRoom)
  if (!openFor(hours(roomId, when.day), when)) throw new Problem(counselProblems.roomShut, { day: when.day })
}

export const week = operation(counsel.week, {
  permit: [signedIn],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const to = dayText(dayNumber(input.from) + input.days - 1)
    const [rows, communities] = await Promise.all([
      clinicsBetween(tx, actor.tenant, span, input.from, to),
      communitiesWithin(tx, actor.tenant, span),
    ])
    const reached = rows.filter((row) => row.state !== 'cancelled')
    return {
      clinics: await clinicLines(tx, actor, rows, now),
      without: communities
        .filter((one) => !reached.some((row) => one.area_pos <= row.area_pos && row.area_pos <= one.area_end))
        .map(({ id, name, name_en }) => ({ id, name, nameEn: name_en })),
      can: keeps.allows(actor, subject!) ? ['planClinic', 'setRotation', 'setSitter'] : [],
    }
  },
})

type Planned = Times & {
  readonly kind: ClinicRow['kind']
  readonly roomId: string | null
  readonly spotZh: string
  readonly spotEn: string
  readonly slotMinutes: number
  readonly offersZh: string
  readonly offersEn: string
  readonly rotationId?: string
}

/** Writes a session with those who sit in it, and the code for its door. */
export async function writeClinic(
  { tx, actor, now, directory }: Pick<Context, 'tx' | 'actor' | 'now' | 'directory'>,
  at: { readonly area_id: string; readonly area_pos: number },
  plan: Planned,
  people: readonly SitterRow[],
): Promise<string> {
  const [id, code] = [newId(), newCode(CODE_LENGTH)]
  const { tenant } = actor
  const { roomId, day, from, to } = plan
  if (roomId) await reserveRoom(tx, tenant, now, { id, roomId, forId: id, day, from, to })
  await tx.all(
    k.insertInto('clinic').values({
      ...{ tenant_id: tenant, id, area_id: at.area_id, area_pos: at.area_pos, kind: plan.kind },
      ...{ room_id: plan.roomId, spot_zh: plan.spotZh, spot_en: plan.spotEn, day: plan.day },
      ...{ from_minute: plan.from, to_minute: plan.to, slot_minutes: plan.slotMinutes },
      ...{ offers_zh: plan.offersZh, offers_en: plan.offersEn, state: 'planned', code },
      ...{ rotation_id: plan.rotationId ?? null, pattern_day: plan.rotationId ? plan.day : null },
      ...{ made_at: now, changed_at: now },
    }),
  )
  await tx.all(directory.entry('code', doorKey(code), { tenant, subject: id }, now))
  await seat(tx, tenant, id, people, now)
  return id
}

export const planClinic = operation(counsel.planClinic, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  moves: step(clinicLife, 'plan'),
  async run(context) {
    const { input, subject, tx, actor, now, made } = context
    if (!input.roomId && (input.kind !== 'touring' || !input.spotZh)) throw new Problem(counselProblems.noRoom)
    const roomId = input.roomId ?? null
    await possible(tx, actor.tenant, input, roomId, now)
    const people = await freeToSit(tx, actor.tenant, input.sitters, input)
    const at = { area_id: subject!.id, area_pos: subject!.area_pos }
    const id = await writeClinic(context, at, { ...input, roomId }, people)
    made({ id, area_pos: subject!.area_pos, state: 'planned', version: 1 })
    return { id }
  },
})

const asRead = (row: ClinicRow, version: number) => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
}

export const moveClinic = operation(counsel.moveClinic, {
  permit: [keeps],
  sight: 'tenant',
  subject: locked,
  moves: step(clinicLife, 'move'),
  async run({ input, subject, tx, actor, now, made }) {
    const row = subject!
    asRead(row, input.version)
    await possible(tx, actor.tenant, input, row.room_id, now)
    const people = (await seatsOf(tx, actor.tenant, [row.id])).map((one) => one.id)
    await freeToSit(tx, actor.tenant, people, input, row.id)
    const set = { day: input.day, from_minute: input.from, to_minute: input.to, why_zh: input.zh, why_en: input.en }
    const { day, from, to } = input
    if (row.room_id)
      await reserveRoom(tx, actor.tenant, now, { id: row.id, roomId: row.room_id, forId: row.id, day, from, to })
    await moveBookings(tx, row, input, now)
    await change(tx, actor.tenant, 'clinic', row, set, now)
    made({ id: row.id, area_pos: row.area_pos, state: 'planned', version: row.version + 1 })
    return { id: row.id }
  },
})

export const cancelClinic = operation(counsel.cancelClinic, {
  permit: [keeps],
  sight: 'tenant',
  subject: locked,
  moves: step(clinicLife, 'cancel'),
  async run({ input, subject, to, tx, actor, now, made }) {
    const row = subject!
    asRead(row, input.version)
    await tx.all(freeRoom(actor.tenant, row.id))
    await cancelBookings(tx, row, now)
    await change(tx, actor.tenant, 'clinic', row, { state: to, why_zh: input.zh, why_en: input.en }, now)
    made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
    return { id: row.id }
  },
})

export const holdClinic = operation(counsel.holdClinic, {
  permit: [keeps, sitsThere],
  sight: 'tenant',
  subject: locked,
  moves: step(clinicLife, 'hold'),
  async run({ input, subject, to, tx, actor, now, made }) {
    const row = subject!
    asRead(row, input.version)
    if (row.day > localDay(now)) throw new Problem(counselProblems.notYet, { day: row.day })
    await change(tx, actor.tenant, 'clinic', row, { state: to, advised: input.advised, handed_on: input.handedOn }, now)
    made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
    return { id: row.id }
  },
})
