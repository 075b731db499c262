// Opens the demo's rooms, teams and partner bodies, by performing the operations of the people who keep them.
import { localDay } from '#kernel/clock.ts'
import { type House, perform } from '#kernel/door.ts'
import { actorOf } from '#kernel/http/identity.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { asLinli } from '../src/commands/found-tenant.ts'
import type { DemoTenant } from './geography.ts'
import { MEANS, means } from './rooms/means.ts'
import { spans } from './rooms/room.ts'
import { rooms } from './rooms.ts'
import { bodies, secondments } from './teams/bodies.ts'
import type { DemoTeam } from './teams/team.ts'
import { teams } from './teams/teams.ts'
import type { Street } from './telling.ts'

const DAY_MS = 86_400_000
const dayFrom = (today: Date, days: number) => localDay(new Date(today.getTime() + days * DAY_MS))

type Tool = { id: string; zh: string }
type Opened = { id: string; version: number; tools: Tool[] }
type Linli = ReturnType<typeof asLinli>

/** A corner of a building: rooms lie beside it. */
const pointOf = (data: DemoTenant, building: string): { lon: number; lat: number } => {
  const found = data.buildings.features.find((one) => one.properties.name === building)
  const [lon, lat] = found!.geometry.coordinates[0]![0]! as [number, number]
  return { lon, lat }
}

/** Every room of a tenant, by its label. */
export async function loadRooms(
  house: House,
  { tenant, areas }: Pick<Street, 'tenant' | 'areas'>,
  data: DemoTenant,
  today: Date,
): Promise<Map<string, Opened>> {
  const linli = asLinli(house, tenant)
  const opened = new Map<string, Opened>()
  for (const room of rooms.filter((one) => one.tenant === data.code)) {
    let last = await linli<Opened>('room.add', {
      areaId: areas.get(room.area),
      kind: room.kind,
      name: room.name.zh,
      nameEn: room.name.en,
      label: room.label,
      ...pointOf(data, room.at),
      phone: room.phone,
      spotZh: room.spot.zh,
      spotEn: room.spot.en,
      aboutZh: room.about?.zh ?? '',
      aboutEn: room.about?.en ?? '',
      weekly: room.weekly,
      followsCalendar: room.everyDay !== true,
    })
    const { id } = last
    if (room.services) last = await linli('room.setServices', { id, version: last.version, services: room.services })
    if (room.tools) {
      const tools = room.tools.map(({ zh, en, total }) => ({ zh, en, total }))
      last = await linli('room.setTools', { id, version: last.version, tools })
    }
    for (const { inDays, ...day } of room.days ?? [])
      last = await linli('room.setDay', { id, version: last.version, day: dayFrom(today, inDays), ...day })
    opened.set(room.label, last)
  }
  return opened
}

/** What is out today. */
export async function loadLoans(house: House, tenant: string, opened: ReadonlyMap<string, Opened>, today: Date) {
  const linli = asLinli(house, tenant)
  for (const room of rooms)
    for (const { zh, out } of room.tools ?? []) {
      const there = opened.get(room.label)!
      const toolId = there.tools.find((tool) => tool.zh === zh)!.id
      for (const days of out ?? []) await linli('room.lend', { id: there.id, toolId, backBy: dayFrom(today, days) })
    }
}

/** What the communities have, each told by its own secretary. */
export async function loadMeans(house: House, { tenant, areas, people }: Street, code: string): Promise<void> {
  const note = operations.get('room.noteMeans') as AnyOperation
  for (const [area, { by, told }] of Object.entries(means).filter(([area]) => area.startsWith(code))) {
    const actor = await actorOf(house, tenant, people.get(by)!)
    for (const [at, amount] of told.entries())
      if (amount !== null) await perform(house, note, actor, { areaId: areas.get(area), kind: MEANS[at], amount })
  }
}

async function loadBodies(linli: Linli, { areas }: Street, today: Date): Promise<Map<string, string>> {
  const keys = new Map<string, string>()
  for (const { key, area, kind, name, offers, contact, phone } of bodies) {
    const body = { areaId: areas.get(area), kind, name: name.zh, nameEn: name.en, contact, phone }
    const { id } = await linli<{ id: string }>('duty.setBody', { ...body, offersZh: offers.zh, offersEn: offers.en })
    keys.set(key, id)
  }
  for (const { body, area, name, nameEn, phone, task, since, forDays } of secondments)
    await linli('duty.second', {
      areaId: areas.get(area),
      bodyId: keys.get(body),
      ...{ name, nameEn, phone, taskZh: task.zh, taskEn: task.en, from: since },
      ...(forDays === undefined ? {} : { to: dayFrom(today, forDays) }),
    })
  return keys
}

type Told = { id: string; version: number; members: { id: string; name: string }[] }

/** The day of a member's first shift that comes after today. */
function nextDay(today: Date, weekday: number): string {
  for (let ahead = 1; ; ahead++) {
    const day = dayFrom(today, ahead)
    if ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 === weekday) return day
  }
}

async function loadRoster(linli: Linli, script: DemoTeam, ids: readonly string[], told: Told, today: Date) {
  const shifts = script.members.flatMap(({ duty }, at) =>
    Object.entries(duty ?? {}).flatMap(([weekday, text]) =>
      spans(text).map(([from, to]) => ({ memberId: ids[at]!, weekday: Number(weekday), from, to })),
    ),
  )
  if (shifts.length === 0) return
  await linli('duty.setRoster', { id: told.id, version: told.version, shifts })
  const { swap } = script
  if (!swap) return
  const whole = await linli<{ shifts: { id: string; memberId: string; weekday: number }[] }>('duty.team', {
    id: told.id,
  })
  const shift = whole.shifts.find((one) => one.memberId === ids[swap.member])!
  const memberId = swap.by === undefined ? null : ids[swap.by]!
  await linli('duty.swap', { id: told.id, shiftId: shift.id, day: nextDay(today, shift.weekday), memberId })
}

/** Partner bodies, seconded people, teams and their rosters of the full subdistrict. */
export async function loadTeams(
  house: House,
  street: Street,
  opened: ReadonlyMap<string, Opened>,
  today: Date,
): Promise<void> {
  const linli = asLinli(house, street.tenant)
  const keys = await loadBodies(linli, street, today)
  for (const script of teams) {
    const hours = rooms.find((room) => room.label === script.room)?.weekly
    const told = await linli<Told>('duty.setTeam', {
      areaId: street.areas.get(script.area),
      kind: script.kind,
      placeId: script.room ? opened.get(script.room)!.id : null,
      ...{ name: script.name.zh, nameEn: script.name.en, purposeZh: script.purpose.zh, purposeEn: script.purpose.en },
      cover: script.cover ?? hours ?? Array.from({ length: 7 }, () => []),
      members: script.members.map(({ login, name, nameEn, body, seat, task, shown }) => ({
        ...(login ? { accountId: street.people.get(login) } : { name, nameEn }),
        ...(body ? { bodyId: keys.get(body) } : {}),
        ...{ seat, taskZh: task?.zh ?? '', taskEn: task?.en ?? '', shown: shown ?? false },
      })),
    })
    // Members are answered by seat, each seat in the order given.
    const order = ['head', 'deputy', 'member'].flatMap((seat) =>
      script.members.flatMap((member, at) => (member.seat === seat ? [at] : [])),
    )
    const ids = script.members.map((_, at) => told.members[order.indexOf(at)]!.id)
    await loadRoster(linli, script, ids, told, today)
  }
}
