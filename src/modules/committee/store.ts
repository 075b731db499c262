// All SQL of committees and of those who sit in them.
import { type Selectable, sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { MediationCommitteeTable, MediatorTable } from '#kernel/schema/tables.ts'

export type CommitteeRow = Selectable<MediationCommitteeTable> & {
  kind_zh: string
  kind_en: string
  basis: string
  norm_basis: string
  stamp: boolean
  members_min: number
  members_max: number | null
  full_time: number
  area_name: string
  area_name_en: string
  level: string
  tier: number
  area_end: number
}
export type MediatorRow = Selectable<MediatorTable> & {
  area_pos: number
  name: string | null
  name_en: string | null
}
export type Span = { readonly pos: number; readonly end: number }

const named = (tenant: string) =>
  k
    .selectFrom('mediation_committee as c')
    .innerJoin('committee_kind as kind', (join) =>
      join.onRef('kind.code', '=', 'c.kind').on('kind.tenant_id', '=', tenant),
    )
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'c.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('c')
    .select([
      'kind.zh as kind_zh',
      'kind.en as kind_en',
      'kind.basis',
      'kind.norm_basis',
      'kind.stamp',
      'kind.tier',
      'kind.members_min',
      'kind.members_max',
      'kind.full_time',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.level',
      'area.area_end',
    ])
    .where('c.tenant_id', '=', tenant)

export const committeeById = (tx: Tx, tenant: string, id: string): Promise<CommitteeRow | undefined> =>
  tx.first(named(tenant).where('c.id', '=', id))

export const lockCommittee = (tx: Tx, tenant: string, id: string): Promise<CommitteeRow | undefined> =>
  tx.first(named(tenant).where('c.id', '=', id).forUpdate('c'))

/** As it is now, and nobody leaves it until this transaction is over: several may take files in at once. */
export const holdCommittee = (tx: Tx, tenant: string, id: string): Promise<CommitteeRow | undefined> =>
  tx.first(named(tenant).where('c.id', '=', id).forShare('c'))

/** Committees whose area covers the place, the nearest first; rooms of a committee among them. */
export const committeesFor = (tx: Tx, tenant: string, areaPos: number): Promise<CommitteeRow[]> =>
  tx.all(
    named(tenant)
      .where('c.state', '=', 'open')
      .where('area.area_pos', '<=', areaPos)
      .where('area.area_end', '>=', areaPos)
      .orderBy('area.area_pos', 'desc')
      .orderBy('kind.sort')
      .orderBy('c.id')
      .limit(200),
  )

export const committeesWithin = (tx: Tx, tenant: string, span: Span, ended: boolean): Promise<CommitteeRow[]> =>
  tx.all(
    named(tenant)
      .where('c.state', 'in', ended ? ['open', 'ended'] : ['open'])
      .where('c.area_pos', '>=', span.pos)
      .where('c.area_pos', '<=', span.end)
      .orderBy('c.area_pos')
      .orderBy('kind.sort')
      .orderBy('c.id')
      .limit(1000),
  )

/** Rooms and committees that work under it. */
export const committeesUnder = (tx: Tx, tenant: string, id: string) =>
  tx.all(
    k
      .selectFrom('mediation_committee')
      .select(['id', 'name', 'name_en'])
      .where('tenant_id', '=', tenant)
      .where('parent_id', '=', id)
      .where('state', '=', 'open')
      .orderBy('id'),
  )

/** Another committee that has the name or the word already. */
export const committeeCalled = (tx: Tx, tenant: string, { name, word }: { name: string; word: string }) =>
  tx.all(
    k
      .selectFrom('mediation_committee')
      .select(['id', 'name', 'word'])
      .where('tenant_id', '=', tenant)
      .where((e) => e.or([e('name', '=', name), e('word', '=', word)])),
  )

const seated = (tenant: string) =>
  k
    .selectFrom('mediator as m')
    .innerJoin('mediation_committee as c', (join) =>
      join.onRef('c.id', '=', 'm.committee_id').on('c.tenant_id', '=', tenant),
    )
    .leftJoin('account', (join) => join.onRef('account.id', '=', 'm.account_id').on('account.tenant_id', '=', tenant))
    .selectAll('m')
    .select(['c.area_pos', 'account.name', 'account.name_en'])
    .where('m.tenant_id', '=', tenant)

export const mediatorById = (tx: Tx, tenant: string, id: string): Promise<MediatorRow | undefined> =>
  tx.first(seated(tenant).where('m.id', '=', id))

export const lockMediator = (tx: Tx, tenant: string, id: string): Promise<MediatorRow | undefined> =>
  tx.first(seated(tenant).where('m.id', '=', id).forUpdate('m'))

/** Seats that nobody has left and whose term ends from today on within so many days. */
export const endingBy = (tx: Tx, tenant: string, today: string, days: number): Promise<MediatorRow[]> =>
  tx.all(
    seated(tenant)
      .where('m.left_on', 'is', null)
      .where('m.to_on', '>=', today)
      .where(sql<boolean>`m.to_on <= ${today}::date + ${days}::int`)
      .orderBy('m.to_on')
      .orderBy('m.id')
      .limit(2000),
  )

export const toldOfTerm = ({ tenant_id, id }: MediatorRow, days: number): Statement<unknown> =>
  k.updateTable('mediator').set({ told_days: days }).where('tenant_id', '=', tenant_id).where('id', '=', id)

/** Who sits or sat in the given committees: heads first, then by mode. */
export const seatsOf = (tx: Tx, tenant: string, committees: readonly string[]): Promise<MediatorRow[]> =>
  committees.length
    ? tx.all(
        seated(tenant)
          .where('m.committee_id', 'in', committees)
          .orderBy('m.head', 'desc')
          .orderBy('m.mode')
          .orderBy('m.from_on')
          .orderBy('m.id')
          .limit(5000),
      )
    : Promise.resolve([])

export const committeeKinds = (tx: Tx, tenant: string) =>
  tx.all(k.selectFrom('committee_kind').selectAll().where('tenant_id', '=', tenant).orderBy('sort').orderBy('code'))

export const mediationSkills = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('mediation_skill')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .orderBy('family')
      .orderBy('sort')
      .orderBy(sql`code collate "C"`),
  )
