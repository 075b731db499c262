// All SQL of panels: the panel with who mediates its file, its members and measures.
import { type Selectable, sql, type Updateable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { PanelMeasureTable, PanelMemberTable, PanelTable } from '#kernel/schema/tables.ts'
import type { PanelState } from '../lifecycle.ts'

/** `mediator_ids`: null for whoever does not see the file. */
export type PanelRow = Selectable<PanelTable> & {
  day: string
  state: PanelState
  readonly mediator_ids: readonly string[] | null
}
export type MemberRow = Selectable<PanelMemberTable>
export type MeasureRow = Selectable<PanelMeasureTable> & { due_on: string; done_on: string | null }

const panels = (tenant: string) =>
  k
    .selectFrom('panel')
    .leftJoin('mediation', (join) =>
      join.onRef('mediation.id', '=', 'panel.mediation_id').on('mediation.tenant_id', '=', tenant),
    )
    .selectAll('panel')
    .select('mediation.mediator_ids')
    .where('panel.tenant_id', '=', tenant)

export const panelById = (tx: Tx, tenant: string, id: string) =>
  tx.first(panels(tenant).where('panel.id', '=', id)) as Promise<PanelRow | undefined>

export const lockPanel = (tx: Tx, tenant: string, id: string) =>
  tx.first(panels(tenant).where('panel.id', '=', id).forUpdate('panel')) as Promise<PanelRow | undefined>

/** Those that somebody convened or sits on, the latest first. */
export const panelsOf = (tx: Tx, tenant: string, account: string) =>
  tx.all(
    panels(tenant)
      .where(sql<boolean>`(panel.convened_by = ${account} or ${account}::uuid = any(panel.member_ids))`)
      .orderBy('panel.day', 'desc')
      .orderBy('panel.id')
      .limit(200),
  ) as Promise<PanelRow[]>

export const panelsOn = (tx: Tx, tenant: string, mediation: string) =>
  tx.all(panels(tenant).where('panel.mediation_id', '=', mediation).orderBy('panel.id').limit(50)) as Promise<
    PanelRow[]
  >

export const membersOf = (tx: Tx, tenant: string, panels: readonly string[]): Promise<MemberRow[]> =>
  tx.all(
    k
      .selectFrom('panel_member')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`panel_id = any(${[...panels]}::uuid[])`)
      .orderBy('id'),
  )

export const measuresOf = (tx: Tx, tenant: string, panels: readonly string[]) =>
  tx.all(
    k
      .selectFrom('panel_measure')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`panel_id = any(${[...panels]}::uuid[])`)
      .orderBy('panel_id')
      .orderBy('no'),
  ) as unknown as Promise<MeasureRow[]>

export type CandidateRow = {
  readonly account_id: string
  readonly name: string
  readonly role: 'lawyer' | 'expert' | 'department_clerk'
  /** The agency or area of his post. */
  readonly from_name: string
}

/** Whoever holds a post as lawyer, expert or clerk of a department, each once. */
export const candidates = (tx: Tx, tenant: string): Promise<CandidateRow[]> =>
  tx.all(sql<CandidateRow>`
    select distinct on (post.role, account.name, account.id)
      account.id as account_id, account.name, post.role, coalesce(agency.name, area.name) as from_name
    from post
    join account on account.tenant_id = ${tenant} and account.id = post.account_id
    join area on area.tenant_id = ${tenant} and area.id = post.area_id
    left join agency on agency.tenant_id = ${tenant} and agency.id = post.agency_id
    where post.tenant_id = ${tenant} and post.role in ('lawyer', 'expert', 'department_clerk')
      and post.ended_at is null and account.state = 'active'
    order by post.role, account.name, account.id limit 200`)

/** By account; for whoever is not there any more there is none. */
export const accountNames = async (tx: Tx, tenant: string, ids: readonly string[]) => {
  const rows = await tx.all(
    k
      .selectFrom('account')
      .select(['id', 'name'])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`id = any(${[...ids]}::uuid[])`),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const changePanel = (row: PanelRow, set: Updateable<PanelTable>, now: Date): Statement<unknown> =>
  k
    .updateTable('panel')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

export const changeMember = (row: MemberRow, set: Updateable<PanelMemberTable>): Statement<unknown> =>
  k.updateTable('panel_member').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id)

export const changeMeasure = (row: MeasureRow, doneOn: string): Statement<unknown> =>
  k
    .updateTable('panel_measure')
    .set({ done_on: doneOn })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)
