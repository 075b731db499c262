// Making a room, and what it says of itself: hours, services, tools.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { addPlace, placeKinds, retirePlace } from '#modules/place/index.ts'
import { room } from '../contract.ts'
import { reservedAhead } from '../reservation.ts'
import { canOf, keeps, roomLocked } from '../rights.ts'
import { loansOut, type RoomRow, roomById, toolsOf } from '../store.ts'
import { deskView } from '../view.ts'
import { roomProblems } from '../words.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
type Asked = Pick<
  Context<{ id: string; version: number }, RoomRow | undefined>,
  'tx' | 'actor' | 'now' | 'url' | 'made'
>

/** The room as it is now, for the page that changed it. */
const answer = async ({ tx, actor, now, url }: Asked, id: string) =>
  deskView(tx, actor.tenant, (await roomById(tx, actor.tenant, id))!, { can: canOf(actor), now, url })

/** Refuses what was based on an older reading, and counts the room's version up. */
async function changeRow(context: Asked, row: RoomRow, version: number, set: Record<string, unknown>): Promise<void> {
  if (row.version !== version) throw new Problem(doorProblems.changed)
  await context.tx.all(
    k
      .updateTable('room')
      .set({ ...set, version: row.version + 1, changed_at: context.now })
      .where('tenant_id', '=', context.actor.tenant)
      .where('id', '=', row.id),
  )
  context.made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
}

const openSometime = (weekly: readonly (readonly unknown[])[]) => {
  if (weekly.every((day) => day.length === 0)) throw new Problem(roomProblems.noHours)
}

export const add = operation(room.add, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run(context) {
    const { input, subject, tx, actor, now, made, perform, directory } = context
    const kind = (await placeKinds(tx, actor.tenant)).find((one) => one.code === input.kind)
    if (!kind?.room) throw new Problem(roomProblems.notARoom, { kind: kind?.zh ?? input.kind })
    if (kind.level && kind.level !== subject!.level) throw new Problem(roomProblems.wrongLevel, { kind: kind.zh })
    openSometime(input.weekly)
    const { areaId, name, nameEn, label, lon, lat } = input
    const point = { ...(lon === undefined ? {} : { lon }), ...(lat === undefined ? {} : { lat }) }
    const { id } = await perform(addPlace, { areaId, kind: input.kind, name, nameEn, label, ...point })
    await tx.all(
      k.insertInto('room').values({
        tenant_id: actor.tenant,
        id,
        phone: input.phone,
        spot_zh: input.spotZh,
        spot_en: input.spotEn,
        about_zh: input.aboutZh,
        about_en: input.aboutEn,
        weekly: JSON.stringify(input.weekly),
        follows_calendar: input.followsCalendar,
        made_at: now,
        changed_at: now,
      }),
    )
    for (const key of [id, actor.tenant])
      if (!(await directory.look(tx, 'room', key)))
        await tx.all(directory.entry('room', key, { tenant: actor.tenant, subject: key }, now))
    await writeServices(tx, actor.tenant, id, kind.usual)
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return answer(context, id)
  },
})

export const change = operation(room.change, {
  permit: [keeps],
  sight: 'tenant',
  subject: roomLocked,
  async run(context) {
    const { input, subject } = context
    await changeRow(context, subject!, input.version, {
      phone: input.phone,
      spot_zh: input.spotZh,
      spot_en: input.spotEn,
      about_zh: input.aboutZh,
      about_en: input.aboutEn,
    })
    return answer(context, input.id)
  },
})

export const setHours = operation(room.setHours, {
  permit: [keeps],
  sight: 'tenant',
  subject: roomLocked,
  async run(context) {
    const { input, subject } = context
    openSometime(input.weekly)
    const set = { weekly: JSON.stringify(input.weekly), follows_calendar: input.followsCalendar }
    await changeRow(context, subject!, input.version, set)
    return answer(context, input.id)
  },
})

export const setDay = operation(room.setDay, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: roomLocked,
  async run(context) {
    const { input, subject, tx, actor, now } = context
    const { day, spans, zh, en } = input
    if (day < localDay(now)) throw new Problem(roomProblems.pastDay, { day })
    await changeRow(context, subject!, input.version, {})
    await tx.all(
      k
        .deleteFrom('room_day')
        .where('tenant_id', '=', actor.tenant)
        .where('room_id', '=', subject!.id)
        .where('day', '=', day),
    )
    if (spans)
      await tx.all(
        k.insertInto('room_day').values({
          tenant_id: actor.tenant,
          room_id: subject!.id,
          day,
          spans: JSON.stringify(spans),
          zh,
          en,
        }),
      )
    return answer(context, input.id)
  },
})

async function writeServices(
  tx: Tx,
  tenant: string,
  id: string,
  services: readonly { zh: string; en: string }[],
): Promise<void> {
  await tx.all(k.deleteFrom('room_service').where('tenant_id', '=', tenant).where('room_id', '=', id))
  if (services.length)
    await tx.all(
      k
        .insertInto('room_service')
        .values(services.map(({ zh, en }, sort) => ({ tenant_id: tenant, id: newId(), room_id: id, zh, en, sort }))),
    )
}

export const setServices = operation(room.setServices, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: roomLocked,
  async run(context) {
    const { input, subject, tx, actor } = context
    await changeRow(context, subject!, input.version, {})
    await writeServices(tx, actor.tenant, subject!.id, input.services)
    return answer(context, input.id)
  },
})

export const setTools = operation(room.setTools, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: roomLocked,
  async run(context) {
    const { input, subject, tx, actor, now } = context
    await changeRow(context, subject!, input.version, {})
    const [before, out] = await Promise.all([
      toolsOf(tx, actor.tenant, subject!.id),
      loansOut(tx, actor.tenant, [subject!.id]),
    ])
    const outOf = (id: string) => out.filter((loan) => loan.tool_id === id).length
    const kept = new Set(input.tools.flatMap((tool) => tool.id ?? []))
    if ([...kept].some((id) => !before.some((tool) => tool.id === id))) throw new Problem(doorProblems.changed)
    for (const gone of before.filter((tool) => !kept.has(tool.id))) {
      if (outOf(gone.id)) throw new Problem(roomProblems.stillOut, { count: outOf(gone.id) })
      await tx.all(
        k
          .updateTable('room_tool')
          .set({ ended_at: now })
          .where('tenant_id', '=', actor.tenant)
          .where('id', '=', gone.id),
      )
    }
    for (const [sort, { id, zh, en, total }] of input.tools.entries()) {
      if (id && outOf(id) > total) throw new Problem(roomProblems.tooFew, { tool: zh, count: outOf(id) })
      const row = { zh, en, total, sort }
      await tx.all(
        id
          ? k.updateTable('room_tool').set(row).where('tenant_id', '=', actor.tenant).where('id', '=', id)
          : k.insertInto('room_tool').values({ tenant_id: actor.tenant, id: newId(), room_id: subject!.id, ...row }),
      )
    }
    return answer(context, input.id)
  },
})

export const close = operation(room.close, {
  permit: [keeps],
  sight: 'tenant',
  subject: roomLocked,
  async run(context) {
    const { input, subject, tx, actor, now, perform, directory } = context
    const count = (await loansOut(tx, actor.tenant, [subject!.id])).length
    if (count) throw new Problem(roomProblems.stillOut, { count })
    const reserved = await reservedAhead(tx, actor.tenant, subject!.id, localDay(now))
    if (reserved) throw new Problem(roomProblems.stillReserved, { count: reserved })
    await changeRow(context, subject!, input.version, { closed_at: now })
    await tx.all(directory.end('room', subject!.id))
    await perform(retirePlace, { id: subject!.id, version: subject!.place_version })
    return { id: subject!.id }
  },
})
