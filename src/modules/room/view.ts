// Rooms as they are told: open now or not, what is lent, who is there.
import type { z } from 'zod'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { type CalendarDays, type DayHours, dayNumber, dayText, timeAt, weekdayOf } from '#modules/calendar/index.ts'
import { minutesIn, presentIn, teamsAt, weeklyGaps } from '#modules/duty/index.ts'
import { hoursOn, type Opening, stateAt } from './opening.ts'
import type { Listed, Now, OwnDay, Public, Room, RoomFull } from './shapes.ts'
import { type DayRow, loansOut, ownDays, type RoomRow, serviceCounts, servicesOf, teamsIn, toolsOf } from './store.ts'

type Weekly = z.input<typeof Room>['now']['today'][]
const AHEAD_DAYS = 14

const spansOf = (hours: DayHours): [number, number][] => hours.map(([from, to]) => [from, to])
const weekOf = (row: RoomRow): Weekly => row.weekly as Weekly

export const openingOf = (row: RoomRow, days: readonly DayRow[]): Opening => ({
  weekly: weekOf(row),
  followsCalendar: row.follows_calendar,
  days: new Map(days.filter((one) => one.room_id === row.id).map((one) => [one.day, one.spans])),
})

/** The public calendar of a district, whatever the area. */
export const calendarOf = async (tx: Tx, tenant: string): Promise<CalendarDays> =>
  (await timeAt(tx, tenant, 0, 'work')).days

function nowOf(opening: Opening, calendar: CalendarDays, now: Date): z.input<typeof Now> {
  const { open, until, nextAt } = stateAt(opening, calendar, now)
  return {
    open,
    until: until?.toISOString() ?? null,
    nextAt: nextAt?.toISOString() ?? null,
    today: spansOf(hoursOn(opening, calendar, localDay(now))),
  }
}

const naming = (row: RoomRow, now: z.input<typeof Now>) => ({
  id: row.id,
  kind: row.kind,
  kindZh: row.kind_zh,
  kindEn: row.kind_en,
  name: row.name,
  nameEn: row.name_en,
  areaId: row.area_id,
  areaName: row.area_name,
  areaNameEn: row.area_name_en,
  address: row.area_address,
  phone: row.phone,
  now,
})

export type From = { readonly lon: number | null; readonly lat: number | null }
const METRES_A_DEGREE = 111_195

/** As the crow flies, to 10 m; a subdistrict is small enough for a flat earth. */
function metresBetween(from: From | undefined, to: From): number | null {
  if (!from || from.lon === null || from.lat === null || to.lon === null || to.lat === null) return null
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180)
  return Math.round((Math.hypot(east, to.lat - from.lat) * METRES_A_DEGREE) / 10) * 10
}

export async function listed(
  tx: Tx,
  tenant: string,
  rows: readonly RoomRow[],
  now: Date,
  from?: From,
): Promise<z.input<typeof Listed>[]> {
  const ids = rows.map((row) => row.id)
  const [days, calendar] = await Promise.all([ownDays(tx, tenant, ids, localDay(now)), calendarOf(tx, tenant)])
  return rows.map((row) => ({
    ...naming(row, nowOf(openingOf(row, days), calendar, now)),
    metres: metresBetween(from, row),
  }))
}

/** Days within two weeks whose hours are not those of the week. */
function aheadOf(
  row: RoomRow,
  days: readonly DayRow[],
  calendar: CalendarDays,
  today: string,
): z.input<typeof OwnDay>[] {
  const opening = openingOf(row, days)
  const first = dayNumber(today)
  return Array.from({ length: AHEAD_DAYS }, (_, at) => dayText(first + at)).flatMap((day) => {
    const own = days.find((one) => one.room_id === row.id && one.day === day)
    const spans = hoursOn(opening, calendar, day)
    const usual = opening.weekly[weekdayOf(dayNumber(day))]!
    if (!own && JSON.stringify(spans) === JSON.stringify(usual)) return []
    const name = calendar.get(day)?.name
    return [{ day, spans: spansOf(spans), zh: own?.zh || (name?.zh ?? ''), en: own?.en || (name?.en ?? '') }]
  })
}

async function peopleToday(tx: Tx, tenant: string, room: string, now: Date) {
  const teams = (await teamsAt(tx, tenant, room)).map((team) => team.id)
  const { members, today } = await presentIn(tx, tenant, teams, now)
  return teams.flatMap(today).flatMap(({ memberId, from, to }) => {
    const member = members.find((one) => one.id === memberId)
    if (!member?.shown) return []
    const { name, name_en, task_zh, task_en, body_name, body_name_en } = member
    return [
      {
        ...{ name, nameEn: name_en, taskZh: task_zh, taskEn: task_en },
        ...{ bodyName: body_name ?? '', bodyNameEn: body_name_en ?? '', from, to },
      },
    ]
  })
}

export async function publicView(
  tx: Tx,
  tenant: string,
  row: RoomRow,
  address: string,
  now: Date,
): Promise<z.input<typeof Public>> {
  const [days, calendar, services, tools, loans, people] = await Promise.all([
    ownDays(tx, tenant, [row.id], localDay(now)),
    calendarOf(tx, tenant),
    servicesOf(tx, tenant, row.id),
    toolsOf(tx, tenant, row.id),
    loansOut(tx, tenant, [row.id]),
    peopleToday(tx, tenant, row.id, now),
  ])
  const state = nowOf(openingOf(row, days), calendar, now)
  return {
    ...naming(row, state),
    address,
    spotZh: row.spot_zh,
    spotEn: row.spot_en,
    aboutZh: row.about_zh,
    aboutEn: row.about_en,
    weekly: weekOf(row),
    followsCalendar: row.follows_calendar,
    ahead: aheadOf(row, days, calendar, localDay(now)),
    services: services.map(({ zh, en }) => ({ zh, en })),
    tools: tools.map(({ id, zh, en, total }) => {
      const out = loans.filter((loan) => loan.tool_id === id)
      return { id, zh, en, total, out: out.length, backBy: out.length >= total ? (out[0]?.back_by ?? null) : null }
    }),
    // The roster is a usual week's; on a holiday the door stays shut and nobody is there.
    people: state.today.length > 0 ? people : [],
  }
}

type Desk = { readonly can: (row: RoomRow) => string[]; readonly now: Date }

export async function deskList(
  tx: Tx,
  tenant: string,
  rows: readonly RoomRow[],
  { can, now }: Desk,
): Promise<z.input<typeof Room>[]> {
  const ids = rows.map((row) => row.id)
  const [shown, services, loans, teams] = await Promise.all([
    listed(tx, tenant, rows, now),
    serviceCounts(tx, tenant),
    loansOut(tx, tenant, ids),
    teamsIn(tx, tenant, ids),
  ])
  const { shifts } = await presentIn(
    tx,
    tenant,
    teams.map((team) => team.id),
    now,
  )
  return rows.map((row, at) => {
    const { metres: _, ...room } = shown[at]!
    const here = teams.filter((team) => team.room === row.id).map((team) => team.id)
    const kept = shifts.filter((shift) => here.includes(shift.teamId))
    return {
      ...room,
      label: row.label,
      services: services.find((one) => one.room_id === row.id)?.n ?? 0,
      toolsOut: loans.filter((loan) => loan.room_id === row.id).length,
      teams: here.length,
      gapMinutes: minutesIn(weeklyGaps(weekOf(row), kept)),
      version: row.version,
      can: can(row),
    }
  })
}

export async function deskView(
  tx: Tx,
  tenant: string,
  row: RoomRow,
  { can, now, url }: Desk & { readonly url: string },
): Promise<z.input<typeof RoomFull>> {
  const [list, days, services, tools, loans, teams] = await Promise.all([
    deskList(tx, tenant, [row], { can, now }),
    ownDays(tx, tenant, [row.id], localDay(now)),
    servicesOf(tx, tenant, row.id),
    toolsOf(tx, tenant, row.id),
    loansOut(tx, tenant, [row.id]),
    teamsAt(tx, tenant, row.id),
  ])
  const present = await presentIn(
    tx,
    tenant,
    teams.map((team) => team.id),
    now,
  )
  const { services: _, teams: __, ...room } = list[0]!
  return {
    ...room,
    spotZh: row.spot_zh,
    spotEn: row.spot_en,
    aboutZh: row.about_zh,
    aboutEn: row.about_en,
    url: `${url}/rooms/${row.id}`,
    weekly: weekOf(row),
    followsCalendar: row.follows_calendar,
    days: days.map(({ day, spans, zh, en }) => ({ day, spans: spansOf(spans), zh, en })),
    services,
    tools: tools.map(({ id, zh, en, total }) => {
      const out = loans.filter((loan) => loan.tool_id === id)
      return {
        ...{ id, zh, en, total, out: out.length },
        loans: out.map((loan) => ({ id: loan.id, tag: loan.tag, lentOn: loan.lent_on, backBy: loan.back_by })),
      }
    }),
    teams: teams.map((team) => {
      const members = present.members.filter((one) => one.team_id === team.id)
      const there = present.onDuty(team.id)
      return {
        ...{ id: team.id, name: team.name, nameEn: team.name_en, members: members.length },
        onDuty: members.filter((one) => there.includes(one.id)).map((one) => ({ name: one.name, nameEn: one.name_en })),
      }
    }),
    gaps: weeklyGaps(weekOf(row), present.shifts).map(spansOf),
  }
}
