// Weekly patterns: several take turns, each week the next; filled in until a day, past days on which the room stays shut.
import { type Actor, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { dayNumber, dayText, weekdayOf } from '#modules/calendar/index.ts'
import { roomDays, takenBy } from '#modules/room/index.ts'
import { counsel } from '../contract.ts'
import { areaNamed, keeps } from '../rights.ts'
import { whoCanSit } from '../seats.ts'
import {
  change,
  filledDays,
  filledTo,
  lockRotation,
  lockSitters,
  type RotationRow,
  rotationsWithin,
  sittersById,
} from '../store.ts'
import { counselProblems } from '../words.ts'
import { openFor, writeClinic } from './clinics.ts'

const WEEK = 7
/** Half a year ahead is as far as anybody plans; more would be a slip of the year. */
const MOST_WEEKS = 27

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockRotation(tx, actor.tenant, input.id)

export const rotations = operation(counsel.rotations, {
  permit: [signedIn],
  sight: 'tenant',
  subject: areaNamed,
  async run({ subject, tx, actor }) {
    const rows = await rotationsWithin(tx, actor.tenant, { pos: subject!.area_pos, end: subject!.area_end })
    const turnsOf = (row: RotationRow) => row.turns as string[][]
    const [people, filled] = await Promise.all([
      sittersById(tx, actor.tenant, rows.flatMap(turnsOf).flat()),
      filledTo(
        tx,
        actor.tenant,
        rows.map(({ id }) => id),
      ),
    ])
    const named = people.map(({ id, name, name_en: nameEn }) => ({ id, name, nameEn }))
    return {
      rotations: rows.map((row) => ({
        ...{ id: row.id, areaId: row.area_id, roomId: row.room_id, kind: row.kind as 'legal', weekday: row.weekday },
        ...{ from: row.from_minute, to: row.to_minute, slotMinutes: row.slot_minutes, fromOn: row.from_on },
        ...{ offers: { zh: row.offers_zh, en: row.offers_en }, turns: turnsOf(row), version: row.version },
        people: named.filter(({ id }) => turnsOf(row).flat().includes(id)),
        filledTo: filled.get(row.id) ?? null,
        can: keeps.allows(actor, row) ? ['fillRotation', 'endRotation'] : [],
      })),
      can: keeps.allows(actor, subject!) ? ['setRotation'] : [],
    }
  },
})

export const setRotation = operation(counsel.setRotation, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, made }) {
    if (input.from >= input.to) throw new Problem(counselProblems.wrongTimes)
    const { rooms } = await roomDays(tx, actor.tenant, localDay(now))
    if (!rooms.has(input.roomId)) throw new Problem(counselProblems.noRoom)
    const people = [...new Set(input.turns.flat())]
    if ((await lockSitters(tx, actor.tenant, people)).length !== people.length)
      throw new Problem(counselProblems.noSitter)
    const id = newId()
    await tx.all(
      k.insertInto('rotation').values({
        ...{ tenant_id: actor.tenant, id, area_id: subject!.id, area_pos: subject!.area_pos, room_id: input.roomId },
        ...{ kind: input.kind, weekday: input.weekday, from_minute: input.from, to_minute: input.to },
        ...{ slot_minutes: input.slotMinutes, offers_zh: input.offersZh, offers_en: input.offersEn },
        ...{ from_on: input.fromOn, turns: JSON.stringify(input.turns), made_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return { id }
  },
})

/** The days of a pattern from today until a day, and whose turn each is: turns are counted from its first week. */
export function daysOf(row: Pick<RotationRow, 'weekday' | 'from_on' | 'turns'>, today: string, until: string) {
  const begin = dayNumber(row.from_on)
  const first = begin + ((row.weekday - weekdayOf(begin) + WEEK) % WEEK)
  const turns = row.turns as string[][]
  const last = Math.min(dayNumber(until), dayNumber(today) + MOST_WEEKS * WEEK)
  const days: { day: string; people: string[] }[] = []
  for (let day = first, at = 0; day <= last; day += WEEK, at++)
    if (day >= dayNumber(today)) days.push({ day: dayText(day), people: turns[at % turns.length]! })
  return days
}

export const fillRotation = operation(counsel.fillRotation, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: locked,
  async run(context) {
    const { input, subject, tx, actor, now, made: tell } = context
    const row = subject!
    const today = localDay(now)
    const [{ hours }, filled] = await Promise.all([
      roomDays(tx, actor.tenant, today),
      filledDays(tx, actor.tenant, row.id),
    ])
    const skipped: { day: string; why: 'shut' | 'taken' | 'elsewhere' }[] = []
    let made = 0
    for (const { day, people } of daysOf(row, today, input.until)) {
      if (filled.some((one) => one.day === day)) continue
      const when = { day, from: row.from_minute, to: row.to_minute }
      if (!openFor(hours(row.room_id, day), when)) {
        skipped.push({ day, why: 'shut' })
        continue
      }
      const room = { id: row.id, roomId: row.room_id, forId: row.id }
      if (await takenBy(tx, actor.tenant, { ...room, ...when })) {
        skipped.push({ day, why: 'taken' })
        continue
      }
      const free = await whoCanSit(tx, actor.tenant, people, when)
      if (!free) {
        skipped.push({ day, why: 'elsewhere' })
        continue
      }
      const { kind, room_id: roomId, slot_minutes: slotMinutes, offers_zh: offersZh, offers_en: offersEn } = row
      const plan = {
        ...when,
        kind,
        roomId,
        slotMinutes,
        offersZh,
        offersEn,
        spotZh: '',
        spotEn: '',
        rotationId: row.id,
      }
      await writeClinic(context, row, plan, free)
      made++
    }
    tell({ id: row.id, area_pos: row.area_pos, version: row.version })
    return { made, skipped }
  },
})

export const endRotation = operation(counsel.endRotation, {
  permit: [keeps],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, tx, actor, now }) {
    if (subject!.version !== input.version) throw new Problem(doorProblems.changed)
    await change(tx, actor.tenant, 'rotation', subject!, { ended_at: now }, now)
    return { id: subject!.id }
  },
})
