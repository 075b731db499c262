// Who may make teams and set their rosters, and who may read them.
import { type Actor, holds, machineOnly, signedIn, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { dayNumber, weekdayOf } from '#modules/calendar/index.ts'
import { placeById } from '#modules/place/index.ts'
import { duty } from './contract.ts'
import { type NewMember, writeMembers } from './member-rows.ts'
import { presentIn } from './present.ts'
import { weeklyGaps } from './roster.ts'
import {
  bodyKinds,
  coverOf,
  lockTeam,
  type TeamRow,
  teamById,
  teamKinds as teamKindRows,
  teamsWithin,
  toTeam,
} from './team-store.ts'
import { dutyProblems } from './words.ts'

const forms = works('system_admin', 'district_staff', 'subdistrict_staff', 'community_head')
const rosters = works('system_admin', 'district_staff', 'subdistrict_staff', 'community_head', 'community_staff')
const setsKinds = holds('system_admin', 'district_staff')
const everywhere = { pos: 0, end: Number.MAX_SAFE_INTEGER }

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockTeam(tx, actor.tenant, input.id)

const canOf = (actor: Actor, row: { area_pos: number }): string[] => [
  ...(forms.allows(actor, row) ? ['setTeam', 'endTeam'] : []),
  ...(rosters.allows(actor, row) ? ['setRoster', 'swap'] : []),
]

const teamView = async (tx: Tx, actor: Actor, row: TeamRow, now: Date) => {
  const { members, shifts, onDuty, week } = await presentIn(tx, actor.tenant, [row.id], now)
  return toTeam(row, { members, shifts, onDuty: onDuty(row.id), week: week(row) }, canOf(actor, row))
}

export const teamKinds = operation(duty.teamKinds, {
  permit: [signedIn],
  run: async ({ tx, actor }) => ({
    teams: await teamKindRows(tx, actor.tenant),
    bodies: await bodyKinds(tx, actor.tenant),
  }),
})

export const setTeamKind = operation(duty.setTeamKind, {
  permit: [setsKinds, machineOnly],
  async run({ input: { code, version, ...rest }, actor: { tenant }, tx }) {
    const row = { ...rest, version: version + 1 }
    const kept = await keepKind(tx, version, {
      add: k
        .insertInto('team_kind')
        .values({ tenant_id: tenant, code, ...row })
        .onConflict((clash) => clash.doNothing())
        .returning('version'),
      change: k
        .updateTable('team_kind')
        .set(row)
        .where('tenant_id', '=', tenant)
        .where('code', '=', code)
        .where('version', '=', version)
        .returning('version'),
      now: async () => (await teamKindRows(tx, tenant)).find((one) => one.code === code),
    })
    return { code, version: kept }
  },
})

export const teams = operation(duty.teams, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
    if (input.areaId && !area) throw new Problem(doorProblems.missing)
    const rows = await teamsWithin(tx, actor.tenant, area ? { pos: area.area_pos, end: area.area_end } : everywhere)
    const { members, shifts, onDuty, week } = await presentIn(
      tx,
      actor.tenant,
      rows.map((row) => row.id),
      now,
    )
    return {
      teams: rows.map((row) =>
        toTeam(row, { members, shifts, onDuty: onDuty(row.id), week: week(row) }, canOf(actor, row)),
      ),
      can: (area ? forms.allows(actor, area) : forms.mayEver(actor)) ? ['setTeam'] : [],
    }
  },
})

export const team = operation(duty.team, {
  permit: [signedIn, machineOnly],
  sight: 'tenant',
  subject: (input, tx, actor) => teamById(tx, actor.tenant, input.id),
  async run({ subject, tx, actor, now }) {
    const row = subject!
    const { members, shifts, swaps, onDuty, week } = await presentIn(tx, actor.tenant, [row.id], now)
    return {
      team: toTeam(row, { members, shifts, onDuty: onDuty(row.id), week: week(row) }, canOf(actor, row)),
      shifts: shifts.map(({ teamId: _, ...shift }) => shift),
      swaps: swaps.map(({ teamId: _, ...swap }) => swap),
      gaps: weeklyGaps(coverOf(row), shifts).map((day) => day.map(([from, to]): [number, number] => [from, to])),
    }
  },
})

/** Where a team is found lies in the district, and in an area that its maker works in. */
async function placeFor(tx: Tx, actor: Actor, id: string | null): Promise<void> {
  const place = id ? await placeById(tx, actor.tenant, id) : undefined
  if (id && !place) throw new Problem(doorProblems.missing)
  if (place && actor.kind !== 'machine' && !forms.allows(actor, place)) throw new Problem(doorProblems.forbidden)
}

export const setTeam = operation(duty.setTeam, {
  permit: [forms, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, made }) {
    const { id: given, version, areaId: _, kind, placeId, members, cover, ...said } = input
    if (members.filter((one) => one.seat === 'head').length > 1) throw new Problem(dutyProblems.oneLeader)
    const known = (await teamKindRows(tx, actor.tenant)).find((one) => one.code === kind)
    if (!known) throw new Problem(dutyProblems.noTeamKind, { kind })
    await placeFor(tx, actor, placeId)
    const before = given ? await lockTeam(tx, actor.tenant, given) : undefined
    if (given && (!before || before.area_id !== subject!.id)) throw new Problem(doorProblems.missing)
    if (before && before.version !== version) throw new Problem(doorProblems.changed)
    if (known.retired && before?.kind !== kind) throw new Problem(dutyProblems.kindRetired, { kind: known.zh })
    const id = given ?? newId()
    const row = {
      kind,
      area_id: subject!.id,
      place_id: placeId,
      name: said.name,
      name_en: said.nameEn,
      purpose_zh: said.purposeZh,
      purpose_en: said.purposeEn,
      cover: JSON.stringify(cover),
      version: (before?.version ?? 0) + 1,
    }
    await tx.all(
      before
        ? k.updateTable('team').set(row).where('tenant_id', '=', actor.tenant).where('id', '=', id)
        : k.insertInto('team').values({ tenant_id: actor.tenant, id, made_at: now, ...row }),
    )
    await writeMembers(tx, actor.tenant, id, members as NewMember[])
    made({ id, area_pos: subject!.area_pos, version: row.version })
    return teamView(tx, actor, (await teamById(tx, actor.tenant, id))!, now)
  },
})

const raise = (tenant: string, row: TeamRow) =>
  k
    .updateTable('team')
    .set({ version: row.version + 1 })
    .where('tenant_id', '=', tenant)
    .where('id', '=', row.id)

export const endTeam = operation(duty.endTeam, {
  permit: [forms],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, actor, now, write }) {
    if (subject!.version !== input.version) throw new Problem(doorProblems.changed)
    write(
      k
        .updateTable('team')
        .set({ ended_at: now, version: subject!.version + 1 })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', subject!.id),
    )
    return { id: subject!.id }
  },
})

export const setRoster = operation(duty.setRoster, {
  permit: [rosters, machineOnly],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, tx, actor, now, made }) {
    const row = subject!
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    const { members, shifts: before } = await presentIn(tx, actor.tenant, [row.id], now)
    const known = new Set(members.map((one) => one.id))
    const kept = new Set(input.shifts.flatMap((shift) => shift.id ?? []))
    if (input.shifts.some((shift) => !known.has(shift.memberId))) throw new Problem(dutyProblems.notOfTeam)
    if ([...kept].some((id) => !before.some((shift) => shift.id === id))) throw new Problem(doorProblems.changed)
    const gone = before.filter((shift) => !kept.has(shift.id)).map((shift) => shift.id)
    await dropShifts(tx, actor.tenant, gone)
    for (const { id, memberId, weekday, from, to } of input.shifts) {
      const line = { member_id: memberId, weekday, from_minute: from, to_minute: to }
      await tx.all(
        id
          ? k.updateTable('team_shift').set(line).where('tenant_id', '=', actor.tenant).where('id', '=', id)
          : k.insertInto('team_shift').values({ tenant_id: actor.tenant, id: newId(), team_id: row.id, ...line }),
      )
    }
    await tx.all(raise(actor.tenant, row))
    made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
    return teamView(tx, actor, (await teamById(tx, actor.tenant, row.id))!, now)
  },
})

/** Takes shifts away with the swaps that hang on them. */
async function dropShifts(tx: Tx, tenant: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.all(k.deleteFrom('team_swap').where('tenant_id', '=', tenant).where('shift_id', 'in', ids))
  await tx.all(k.deleteFrom('team_shift').where('tenant_id', '=', tenant).where('id', 'in', ids))
}

export const swap = operation(duty.swap, {
  permit: [rosters, machineOnly],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, tx, actor, now, write, made }) {
    const row = subject!
    const { members, shifts } = await presentIn(tx, actor.tenant, [row.id], now)
    const shift = shifts.find((one) => one.id === input.shiftId)
    if (!shift) throw new Problem(doorProblems.missing)
    if (input.memberId !== null && !members.some((one) => one.id === input.memberId))
      throw new Problem(dutyProblems.notOfTeam)
    if (input.day < localDay(now) || weekdayOf(dayNumber(input.day)) !== shift.weekday)
      throw new Problem(dutyProblems.otherWeekday, { day: input.day })
    const line = { tenant_id: actor.tenant, shift_id: shift.id, day: input.day }
    const set = { member_id: input.memberId }
    // Back in the hands of whose shift it is, no line is needed.
    write(
      input.memberId === shift.memberId
        ? k
            .deleteFrom('team_swap')
            .where('tenant_id', '=', actor.tenant)
            .where('shift_id', '=', shift.id)
            .where('day', '=', input.day)
        : k
            .insertInto('team_swap')
            .values({ ...line, team_id: row.id, ...set })
            .onConflict((clash) => clash.columns(['tenant_id', 'shift_id', 'day']).doUpdateSet(set)),
    )
    write(raise(actor.tenant, row))
    made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
    return { id: row.id }
  },
})
