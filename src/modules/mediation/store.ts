// All SQL of mediation files: the file, its parties, records, agreement, handovers and steps. Closed notes: notes-store.ts.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type * as tables from '#kernel/schema/tables.ts'

export type MediationRow = Selectable<tables.MediationTable>
export type PartyRow = Selectable<tables.MediationPartyTable>
export type RecordRow = Selectable<tables.MediationRecordTable>
export type MeetingRow = Selectable<tables.MediationMeetingTable>
export type InvitationRow = Selectable<tables.MediationInvitationTable>
export type ProposalRow = Selectable<tables.MediationProposalTable>
export type EvidenceRow = Selectable<tables.MediationEvidenceTable>
export type AgreementRow = Selectable<tables.MediationAgreementTable>
export type TermRow = Selectable<tables.MediationTermTable>
export type SignatureRow = Selectable<tables.MediationSignatureTable>
export type HandoverRow = Selectable<tables.MediationHandoverTable>
export type StepRow = Selectable<tables.MediationStepTable>

type Span = { readonly pos: number; readonly end: number }
type One = { readonly tenant_id: string; readonly id: string }

const of = (tenant: string) => k.selectFrom('mediation').selectAll().where('tenant_id', '=', tenant)

export const mediationById = (tx: Tx, tenant: string, id: string): Promise<MediationRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id))

export const lockMediation = (tx: Tx, tenant: string, id: string): Promise<MediationRow | undefined> =>
  tx.first(of(tenant).where('id', '=', id).forUpdate())

/** Of an area, what changed last first. */
export const mediationsWithin = (
  tx: Tx,
  tenant: string,
  { pos, end }: Span,
  states: readonly MediationRow['state'][],
  kind: string | undefined,
  most: number,
): Promise<MediationRow[]> => {
  const within = of(tenant)
    .where('area_pos', '>=', pos)
    .where('area_pos', '<=', end)
    .where('state', 'in', [...states])
  return tx.all(
    (kind ? within.where('kind', '=', kind) : within).orderBy('changed_at', 'desc').orderBy('id').limit(most),
  )
}

/** Those that somebody mediates, the most pressing first. */
export const mediationsOf = (tx: Tx, tenant: string, account: string): Promise<MediationRow[]> =>
  tx.all(
    of(tenant)
      .where(sql<boolean>`${account}::uuid = any(mediator_ids)`)
      .where('state', '<>', 'archived')
      .orderBy('closed_at', (order) => order.desc().nullsFirst())
      .orderBy(sql`due_on nulls last`)
      .orderBy('changed_at', 'desc')
      .limit(200),
  )

export const insertMediation = (row: Insertable<tables.MediationTable>): Statement<unknown> =>
  k.insertInto('mediation').values(row)

export const updateMediation = (
  { tenant_id, id, version }: MediationRow,
  set: Updateable<tables.MediationTable>,
  now: Date,
): Statement<unknown> =>
  k
    .updateTable('mediation')
    .set({ ...set, version: version + 1, changed_at: now })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)

export const partiesOf = (tx: Tx, { tenant_id, id }: One): Promise<PartyRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_party')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('sort')
      .orderBy('id'),
  )

export const recordsOf = (tx: Tx, { tenant_id, id }: One): Promise<RecordRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_record')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('held_on')
      .orderBy('from_minute')
      .orderBy('id'),
  )

export const meetingsOf = (tx: Tx, { tenant_id, id }: One): Promise<MeetingRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_meeting')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('held_on')
      .orderBy('from_minute')
      .orderBy('id'),
  )

export const invitationsOf = (tx: Tx, { tenant_id, id }: One): Promise<InvitationRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_invitation')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('made_at')
      .orderBy('id'),
  )

/** Planned sessions of these files from one day to another, the next first. */
export const sessionsOf = (
  tx: Tx,
  tenant: string,
  files: readonly string[],
  [first, last]: readonly [string, string],
): Promise<MeetingRow[]> =>
  files.length === 0
    ? Promise.resolve([])
    : tx.all(
        k
          .selectFrom('mediation_meeting')
          .selectAll()
          .where('tenant_id', '=', tenant)
          .where('mediation_id', 'in', [...files])
          .where('state', '=', 'planned')
          .where('held_on', '>=', first)
          .where('held_on', '<=', last)
          .orderBy('held_on')
          .orderBy('from_minute')
          .orderBy('id'),
      )

export const changeMeeting = (
  { tenant_id, id }: One,
  set: Updateable<tables.MediationMeetingTable>,
): Statement<unknown> =>
  k.updateTable('mediation_meeting').set(set).where('tenant_id', '=', tenant_id).where('id', '=', id)

/** The file is closed: what was agreed on from today is off. */
export const meetingsOff = ({ tenant_id, id }: One, today: string): Statement<unknown> =>
  k
    .updateTable('mediation_meeting')
    .set({ state: 'off' })
    .where('tenant_id', '=', tenant_id)
    .where('mediation_id', '=', id)
    .where('state', '=', 'planned')
    .where('held_on', '>=', today)

export const proposalsOf = (tx: Tx, { tenant_id, id }: One): Promise<ProposalRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_proposal')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('made_at')
      .orderBy('id'),
  )

export const evidenceOf = (tx: Tx, { tenant_id, id }: One): Promise<EvidenceRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_evidence')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('made_at')
      .orderBy('id'),
  )

/** The one that stands; one that was not signed, or that a relapse ended, is over. */
export const agreementOf = (tx: Tx, { tenant_id, id }: One): Promise<AgreementRow | undefined> =>
  tx.first(
    k
      .selectFrom('mediation_agreement')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .where('ended_at', 'is', null)
      .orderBy('made_at', 'desc')
      .limit(1),
  )

export const termsOf = (tx: Tx, tenant: string, agreement: string): Promise<TermRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_term')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('agreement_id', '=', agreement)
      .orderBy('sort'),
  )

export const signaturesOf = (tx: Tx, tenant: string, agreement: string): Promise<SignatureRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_signature')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('agreement_id', '=', agreement)
      .orderBy('made_at')
      .orderBy('id'),
  )

export const handoversOf = (tx: Tx, { tenant_id, id }: One): Promise<HandoverRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_handover')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('sent_at')
      .orderBy('id'),
  )

export const stepsOf = (tx: Tx, { tenant_id, id }: One): Promise<StepRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_step')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('mediation_id', '=', id)
      .orderBy('at')
      .orderBy('id'),
  )

export const changeAgreement = (
  { tenant_id, id }: One,
  set: Updateable<tables.MediationAgreementTable>,
): Statement<unknown> =>
  k.updateTable('mediation_agreement').set(set).where('tenant_id', '=', tenant_id).where('id', '=', id)

export const changeTerm = ({ tenant_id, id }: One, set: Updateable<tables.MediationTermTable>): Statement<unknown> =>
  k.updateTable('mediation_term').set(set).where('tenant_id', '=', tenant_id).where('id', '=', id)

export const changeParty = ({ tenant_id, id }: One, set: Updateable<tables.MediationPartyTable>): Statement<unknown> =>
  k.updateTable('mediation_party').set(set).where('tenant_id', '=', tenant_id).where('id', '=', id)

/** Whoever gets the file signs for it. */
export const signFor = ({ tenant_id, id }: One, by: string, now: Date): Statement<unknown> =>
  k
    .updateTable('mediation_handover')
    .set({ received_by: by, received_at: now })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)

export const keptKinds = (tx: Tx, tenant: string) =>
  tx.all(k.selectFrom('dispute_kind').selectAll().where('tenant_id', '=', tenant))

/** How many open files each of these accounts mediates. */
export const loadOf = (tx: Tx, tenant: string, states: readonly MediationRow['state'][]) =>
  tx.all(
    k
      .selectFrom('mediation')
      .select(sql<string>`unnest(mediator_ids)`.as('account_id'))
      .where('tenant_id', '=', tenant)
      .where('state', 'in', [...states]),
  )

/** Parties that left a phone, the newest first. */
export const partiesWithPhone = (tx: Tx, tenant: string, most: number): Promise<PartyRow[]> =>
  tx.all(
    k
      .selectFrom('mediation_party')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('phone', 'is not', null)
      .orderBy('id', 'desc')
      .limit(most),
  )

export const filesOfHome = (tx: Tx, tenant: string, home: string) =>
  tx.all(k.selectFrom('mediation').select('id').where('tenant_id', '=', tenant).where('home_id', '=', home))

/** How many files of the committee are not over. */
export const openFilesOf = async (tx: Tx, tenant: string, committee: string): Promise<number> => {
  const row = await tx.first(
    k
      .selectFrom('mediation')
      .select(sql<number>`count(*)::int`.as('files'))
      .where('tenant_id', '=', tenant)
      .where('committee_id', '=', committee)
      .where('closed_at', 'is', null)
      .where('state', 'in', ['accepted', 'mediating', 'suspended', 'agreed']),
  )
  return row?.files ?? 0
}
