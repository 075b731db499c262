// Files as the contract shows them.
import type { z } from 'zod'
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { committeeById } from '#modules/committee/index.ts'
import { maskName } from '#modules/register/index.ts'
import { handsMissing, handsNeeded, toAgreement } from './agreement.ts'
import { avoidanceView } from './avoidance.ts'
import type { Mediation, Meeting, Proposal, Record as RecordShape, Summary } from './contract/shapes.ts'
import { followUpsOf } from './follow-up-store.ts'
import { toFollowUp } from './follow-ups.ts'
import type { KindHere } from './kinds.ts'
import type { CARE, JOINING } from './lifecycle.ts'
import { namesOf } from './names.ts'
import { toParty } from './parties.ts'
import { invitedIn, openIn, openJson } from './sealed.ts'
import * as store from './store.ts'

type Kinds = ReadonlyMap<string, KindHere>
type Names = ReadonlyMap<string, string>

/** A sealed file is a number and a kind: where it was and what about is not seen any more. */
const called = ({ state, title, address }: store.MediationRow) =>
  state === 'archived' ? { title: '', address: '' } : { title, address }

export const toSummary = (row: store.MediationRow, kinds: Kinds, names: Names): z.input<typeof Summary> => ({
  ...{ id: row.id, no: row.no, state: row.state, kind: row.kind, ...called(row) },
  ...{ kindZh: kinds.get(row.kind)?.zh ?? row.kind, kindEn: kinds.get(row.kind)?.en ?? row.kind },
  ...{ tier: row.tier, procedure: row.procedure, source: row.source, appliedAt: row.applied_at.toISOString() },
  ...{
    dueOn: row.due_on,
    leadName: row.lead_id && row.state !== 'archived' ? (names.get(row.lead_id) ?? '') : '',
    version: row.version,
  },
})

type Body = { place: string; present: string; words: string; undisputed: string[]; result: string }

function toRecord(keys: Keys, row: store.RecordRow): z.input<typeof RecordShape> {
  const body = openJson<Body>(keys, 'mediation_record', row, 'body', row.body)
  return {
    ...{ id: row.id, kind: row.kind, mode: row.mode, heldOn: row.held_on, from: row.from_minute },
    ...{ until: row.until_minute, place: body?.place ?? '', present: body?.present ?? '' },
    ...{ words: body?.words ?? '', undisputed: body?.undisputed ?? [], result: body?.result ?? '' },
  }
}

const toMeeting = (
  keys: Keys,
  row: store.MeetingRow,
  invitations: readonly store.InvitationRow[],
): z.input<typeof Meeting> => ({
  ...{ id: row.id, mode: row.mode, heldOn: row.held_on, from: row.from_minute, until: row.until_minute },
  ...{ place: openIn(keys, 'mediation_meeting', row, 'place', row.place), state: row.state },
  invited: invitations
    .filter((one) => one.meeting_id === row.id)
    .map((one) => maskName(invitedIn(keys, one)?.name ?? '')),
})

const toProposal = (keys: Keys, row: store.ProposalRow): z.input<typeof Proposal> => ({
  ...{ id: row.id, partyId: row.party_id, words: openIn(keys, 'mediation_proposal', row, 'words', row.words) },
  ...{ acceptedBy: row.accepted_by, refusedBy: row.refused_by },
})

const iso = (at: Date | null) => at?.toISOString() ?? null

/** Everything a file holds but its closed notes. */
async function partsOf(tx: Tx, row: store.MediationRow) {
  const [parties, records, evidence, agreement, handovers, steps, visits, meetings, proposals, invitations] =
    await Promise.all([
      store.partiesOf(tx, row),
      store.recordsOf(tx, row),
      store.evidenceOf(tx, row),
      store.agreementOf(tx, row),
      store.handoversOf(tx, row),
      store.stepsOf(tx, row),
      followUpsOf(tx, row),
      store.meetingsOf(tx, row),
      store.proposalsOf(tx, row),
      store.invitationsOf(tx, row),
    ])
  const [terms, signed, names, committee] = await Promise.all([
    agreement ? store.termsOf(tx, row.tenant_id, agreement.id) : [],
    agreement ? store.signaturesOf(tx, row.tenant_id, agreement.id) : [],
    namesOf(tx, row.tenant_id, [row.lead_id, ...row.mediator_ids, ...visits.map((visit) => visit.owner_id)]),
    row.committee_id ? committeeById(tx, row.tenant_id, row.committee_id) : undefined,
  ])
  const passed = new Map<string, string>()
  for (const id of new Set(handovers.flatMap((one) => [one.from_committee, one.to_committee])))
    if (id) passed.set(id, (await committeeById(tx, row.tenant_id, id))?.name ?? '')
  const talked = { records, meetings, invitations, proposals, evidence, handovers, steps, visits }
  return { ...talked, passed, parties, agreement, terms, signed, names, committee }
}

type Asked = { readonly tx: Tx; readonly keys: Keys; readonly now: Date }

function agreementIn(keys: Keys, row: store.MediationRow, parts: Awaited<ReturnType<typeof partsOf>>) {
  const { agreement, terms, signed, names, committee, parties } = parts
  if (!agreement) return null
  const needed = handsNeeded(keys, row, parties, names, committee?.name ?? '')
  return toAgreement(keys, agreement, terms, signed, handsMissing(needed, signed))
}

export async function toMediation(
  { tx, keys, now }: Asked,
  row: store.MediationRow,
  kinds: Kinds,
  own: { readonly readsNotes: boolean; readonly can: string[] },
): Promise<z.input<typeof Mediation>> {
  const [parts, avoidance] = await Promise.all([partsOf(tx, row), avoidanceView(tx, keys, row)])
  const { parties, records, evidence, handovers, passed, steps, visits, names, committee } = parts
  return {
    ...toSummary(row, kinds, names),
    facts: openIn(keys, 'mediation', row, 'facts', row.facts),
    requests: openIn(keys, 'mediation', row, 'requests', row.requests),
    care: row.care as (typeof CARE)[number][],
    joint: row.joint as (typeof JOINING)[number][],
    ...{ committeeName: committee?.name ?? '', referredBy: row.referred_by, rightsToldOn: row.rights_told_on },
    letter: row.referred_by && {
      ...{ no: row.letter_no, on: row.letter_on, stage: row.letter_stage, replyBy: row.reply_by },
      ...{ repliedOn: row.replied_on, reply: row.reply ? openIn(keys, 'mediation', row, 'reply', row.reply) : '' },
    },
    matterId: row.matter_id,
    mediators: row.mediator_ids.map((id) => ({ id, name: names.get(id) ?? '', lead: id === row.lead_id })),
    ...avoidance,
    parties: parties.map((one) => toParty(keys, one)),
    meetings: parts.meetings.map((one) => toMeeting(keys, one, parts.invitations)),
    records: records.map((one) => toRecord(keys, one)),
    proposals: parts.proposals.map((one) => toProposal(keys, one)),
    evidence: evidence.map((one) => ({
      ...{ id: one.id, partyId: one.party_id, paper: one.paper, original: one.original, pages: one.pages },
      ...{ name: openIn(keys, 'mediation_evidence', one, 'name', one.name), givenOn: one.given_on },
    })),
    agreement: agreementIn(keys, row, parts),
    followUps: visits.map((one) => toFollowUp(keys, one, names, localDay(now))),
    handovers: handovers.map((one) => ({
      ...{
        id: one.id,
        fromTier: one.from_tier,
        toTier: one.to_tier,
        toCommittee: one.to_committee,
        toBody: one.to_body,
      },
      ...{ fromName: passed.get(one.from_committee ?? '') ?? '', toName: passed.get(one.to_committee ?? '') ?? '' },
      words: openIn(keys, 'mediation_handover', one, 'words', one.words),
      ...{ sentAt: one.sent_at.toISOString(), receivedAt: iso(one.received_at), receiptNo: one.receipt_no ?? '' },
    })),
    steps: steps.map((one) => ({
      ...{
        move: one.move,
        at: one.at.toISOString(),
        actorName: one.actor_name,
        reason: one.reason,
        routes: one.routes,
      },
      words: openIn(keys, 'mediation_step', one, 'words', one.words),
    })),
    ...own,
  }
}
