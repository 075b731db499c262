// All SQL of teams and their rosters.
import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import { k, type Tx } from '#kernel/database.ts'
import type { TeamMemberTable, TeamTable } from '#kernel/schema/tables.ts'
import type { ShiftLine, Span, SwapLine } from './roster.ts'
import { minutesIn, weeklyGaps } from './roster.ts'
import type { Member, Team } from './team-promises.ts'

export type TeamRow = Selectable<TeamTable> & {
  kind_zh: string
  kind_en: string
  area_name: string
  area_name_en: string
  area_pos: number
  place_name: string | null
  place_name_en: string | null
}
export type MemberRow = Selectable<TeamMemberTable> & { body_name: string | null; body_name_en: string | null }
export type TeamShift = ShiftLine & { readonly teamId: string }
export type TeamSwap = SwapLine & { readonly teamId: string }

export const coverOf = (row: { cover: unknown }): Span[][] => row.cover as Span[][]

const named = (tenant: string) =>
  k
    .selectFrom('team')
    .innerJoin('team_kind as kind', (join) =>
      join.onRef('kind.code', '=', 'team.kind').on('kind.tenant_id', '=', tenant),
    )
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'team.area_id').on('area.tenant_id', '=', tenant))
    .leftJoin('place', (join) => join.onRef('place.id', '=', 'team.place_id').on('place.tenant_id', '=', tenant))
    .selectAll('team')
    .select([
      'kind.zh as kind_zh',
      'kind.en as kind_en',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.area_pos',
      'place.name as place_name',
      'place.name_en as place_name_en',
    ])
    .where('team.tenant_id', '=', tenant)
    .where('team.ended_at', 'is', null)

export const teamsWithin = (tx: Tx, tenant: string, span: { pos: number; end: number }): Promise<TeamRow[]> =>
  tx.all(
    named(tenant)
      .where('area.area_pos', '>=', span.pos)
      .where('area.area_pos', '<=', span.end)
      .orderBy('area.area_pos')
      .orderBy('kind.sort')
      .orderBy('team.id')
      .limit(500),
  )

export const teamsAt = (tx: Tx, tenant: string, place: string): Promise<TeamRow[]> =>
  tx.all(named(tenant).where('team.place_id', '=', place).orderBy('team.id'))

export const teamById = (tx: Tx, tenant: string, id: string): Promise<TeamRow | undefined> =>
  tx.first(named(tenant).where('team.id', '=', id))

export const lockTeam = (tx: Tx, tenant: string, id: string): Promise<TeamRow | undefined> =>
  tx.first(named(tenant).where('team.id', '=', id).forUpdate('team'))

export const membersIn = (tx: Tx, tenant: string, teams: readonly string[]): Promise<MemberRow[]> =>
  teams.length
    ? tx.all(
        k
          .selectFrom('team_member as m')
          .leftJoin('body', (join) => join.onRef('body.id', '=', 'm.body_id').on('body.tenant_id', '=', tenant))
          .selectAll('m')
          .select(['body.name as body_name', 'body.name_en as body_name_en'])
          .where('m.tenant_id', '=', tenant)
          .where('m.team_id', 'in', teams)
          .orderBy(sql`case m.seat when 'head' then 0 when 'deputy' then 1 else 2 end`)
          .orderBy('m.id'),
      )
    : Promise.resolve([])

export const shiftsOf = (tx: Tx, tenant: string, teams: readonly string[]): Promise<TeamShift[]> =>
  teams.length
    ? tx.all(
        k
          .selectFrom('team_shift')
          .select([
            'id',
            'team_id as teamId',
            'member_id as memberId',
            'weekday',
            'from_minute as from',
            'to_minute as to',
          ])
          .where('tenant_id', '=', tenant)
          .where('team_id', 'in', teams)
          .orderBy('weekday')
          .orderBy('from_minute')
          .orderBy('id'),
      )
    : Promise.resolve([])

/** Swaps of a day and later. */
export const swapsFrom = (tx: Tx, tenant: string, teams: readonly string[], day: string): Promise<TeamSwap[]> =>
  teams.length
    ? tx.all(
        k
          .selectFrom('team_swap')
          .select(['shift_id as shiftId', 'team_id as teamId', 'day', 'member_id as memberId'])
          .where('tenant_id', '=', tenant)
          .where('team_id', 'in', teams)
          .where('day', '>=', day)
          .orderBy('day'),
      )
    : Promise.resolve([])

const KIND = ['code', 'zh', 'en', 'sort', 'retired', 'version'] as const

export const teamKinds = (tx: Tx, tenant: string) =>
  tx.all(k.selectFrom('team_kind').select(KIND).where('tenant_id', '=', tenant).orderBy('sort').orderBy('code'))

export const bodyKinds = (tx: Tx, tenant: string) =>
  tx.all(k.selectFrom('body_kind').select(KIND).where('tenant_id', '=', tenant).orderBy('sort').orderBy('code'))

export const toMember = (row: MemberRow): z.input<typeof Member> => ({
  id: row.id,
  name: row.name,
  nameEn: row.name_en,
  accountId: row.account_id,
  bodyId: row.body_id,
  bodyName: row.body_name ?? '',
  bodyNameEn: row.body_name_en ?? '',
  seat: row.seat,
  taskZh: row.task_zh,
  taskEn: row.task_en,
  shown: row.shown,
})

export type Rostered = {
  members: readonly MemberRow[]
  shifts: readonly TeamShift[]
  onDuty: readonly string[]
  week: z.input<typeof Team>['week']
}

export const toTeam = (
  row: TeamRow,
  { members, shifts, onDuty, week }: Rostered,
  can: string[],
): z.input<typeof Team> => ({
  id: row.id,
  kind: row.kind,
  kindZh: row.kind_zh,
  kindEn: row.kind_en,
  areaId: row.area_id,
  areaName: row.area_name,
  areaNameEn: row.area_name_en,
  placeId: row.place_id,
  placeName: row.place_name ?? '',
  placeNameEn: row.place_name_en ?? '',
  name: row.name,
  nameEn: row.name_en,
  purposeZh: row.purpose_zh,
  purposeEn: row.purpose_en,
  cover: row.cover as z.input<typeof Team>['cover'],
  members: members.filter((one) => one.team_id === row.id).map(toMember),
  onDuty: [...onDuty],
  week,
  gapMinutes: minutesIn(
    weeklyGaps(
      coverOf(row),
      shifts.filter((one) => one.teamId === row.id),
    ),
  ),
  version: row.version,
  can,
})
