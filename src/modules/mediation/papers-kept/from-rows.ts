// A file as its documents print it, read from its rows. Closed notes are no part of it: this reader has no way to them.
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import type { Files } from '#kernel/files/files.ts'
import { committeeById } from '#modules/committee/index.ts'
import { avoidancesOf } from '../avoidance-store.ts'
import { followUpsOf } from '../follow-up-store.ts'
import { type KindHere, kindsOf } from '../kinds.ts'
import { namesOf } from '../names.ts'
import type { AgreementOnPaper, FileOnPaper, Signature } from '../papers/shape.ts'
import { nameOf, shownName } from '../parties.ts'
import { openIn, openJson } from '../sealed.ts'
import * as store from '../store.ts'
import { avoidanceOnPaper } from './avoidance-on-paper.ts'
import { keptOn } from './kept.ts'
import { handBackOnPaper, invitationsOnPaper } from './letters-on-paper.ts'
import { notesOnPaper } from './notes-on-paper.ts'
import { CONTENT_WORDS, REFERRER_WORDS, VISIT_WORDS } from './official-words.ts'
import { endedOnPaper, handoversOnPaper } from './outcome-on-paper.ts'
import { partiesOnPaper } from './parties-on-paper.ts'
import { recordOnPaper } from './records-on-paper.ts'
import { scansOnPaper } from './scans-on-paper.ts'
import { scansOf, storedOf } from './store.ts'

export type Reading = {
  readonly tx: Tx
  readonly keys: Keys
  readonly url: string
  /** Names as the desk reads them: for a list of what is there, which discloses nobody. */
  readonly masked?: true
  /** Reads the scanned pages; without it the file can be judged, and not printed. */
  readonly files?: Files
  /** Who looked through the file before it is sealed: never who put it together. */
  readonly checker?: string
}

/** Whoever puts the file together does not check it: the other one who asks stands for the checker. */
export const checkerOf = (row: store.MediationRow, actor: { readonly id: string; readonly name: string }) =>
  actor.id === (row.lead_id ?? row.made_by) ? {} : { checker: actor.name }

async function namedIn(
  tx: Tx,
  row: store.MediationRow,
  parts: { records: store.RecordRow[]; others: (string | null)[] },
) {
  const ids = [row.lead_id, row.made_by, ...row.mediator_ids, ...parts.records.map((one) => one.by_id), ...parts.others]
  return namesOf(tx, row.tenant_id, ids)
}

async function rowsOfFile(tx: Tx, row: store.MediationRow) {
  const [
    parties,
    records,
    evidence,
    agreement,
    handovers,
    steps,
    visits,
    scans,
    stored,
    kinds,
    avoidances,
    meetings,
    invitations,
  ] = await Promise.all([
    store.partiesOf(tx, row),
    store.recordsOf(tx, row),
    store.evidenceOf(tx, row),
    store.agreementOf(tx, row),
    store.handoversOf(tx, row),
    store.stepsOf(tx, row),
    followUpsOf(tx, row),
    scansOf(tx, row),
    storedOf(tx, row),
    kindsOf(tx, row.tenant_id),
    avoidancesOf(tx, row),
    store.meetingsOf(tx, row),
    store.invitationsOf(tx, row),
  ])
  const [terms, signed, names, committees] = await Promise.all([
    agreement ? store.termsOf(tx, row.tenant_id, agreement.id) : [],
    agreement ? store.signaturesOf(tx, row.tenant_id, agreement.id) : [],
    namedIn(tx, row, {
      records,
      others: [...visits.map((one) => one.owner_id), ...avoidances.flatMap((one) => [one.mediator_id, one.decided_by])],
    }),
    committeesOf(tx, row, handovers),
  ])
  return {
    parties,
    records,
    evidence,
    agreement,
    handovers,
    steps,
    visits,
    scans,
    stored,
    kinds,
    terms,
    signed,
    names,
    committees,
    avoidances,
    meetings,
    invitations,
  }
}
type Rows = Awaited<ReturnType<typeof rowsOfFile>>
type Naming = (party: store.PartyRow) => string

const naming =
  ({ keys, masked }: Reading): Naming =>
  (party) =>
    masked ? shownName(keys, party) : nameOf(keys, party)

/** The one that has the file, whose stamp it carries, and those it went through. */
async function committeesOf(tx: Tx, row: store.MediationRow, handovers: readonly store.HandoverRow[]) {
  const ids = [row.committee_id, ...handovers.flatMap((one) => [one.from_committee, one.to_committee])]
  const found = await Promise.all(
    [...new Set(ids.filter((id) => id !== null))].map((id) => committeeById(tx, row.tenant_id, id)),
  )
  const here = found.find((one) => one?.id === row.committee_id)
  const owner = here && here.stamp_owner !== here.id ? await committeeById(tx, row.tenant_id, here.stamp_owner) : here
  const names = new Map(found.flatMap((one) => (one ? [[one.id, one.name] as const] : [])))
  return { here, stampedBy: owner?.name ?? '', names }
}

/** Whose hand it is, as it is printed: names in full, the committee by its stamp. */
function signatureOf(named: Naming, { parties, names, committees }: Rows, one: store.SignatureRow): Signature {
  const { way, signed_on: on } = one
  if (one.role === 'stamp') return { who: committees.stampedBy, role: 'committee', way, on }
  if (one.role === 'mediator') return { who: names.get(one.signer_id) ?? '', role: 'mediator', way, on }
  const party = parties.find(({ id }) => id === one.signer_id)
  return { who: party ? named(party) : '', role: party?.agent_of ? 'agent' : 'party', way, on }
}

function agreementOnPaper(reading: Reading, row: store.MediationRow, rows: Rows): AgreementOnPaper | null {
  const { keys } = reading
  const { agreement, terms, signed } = rows
  if (!agreement) return null
  const body = openJson<{ facts: string; dispute: string }>(
    keys,
    'mediation_agreement',
    agreement,
    'body',
    agreement.body,
  )
  const written = agreement.form === 'written'
  return {
    form: agreement.form,
    no: (row.no ?? '').replace('人调字', '人调协字'),
    // What was settled orally has no facts of its own: those of the file are asked for once.
    facts: body?.facts || openIn(keys, 'mediation', row, 'facts', row.facts),
    dispute: body?.dispute || openIn(keys, 'mediation', row, 'requests', row.requests),
    terms: terms.map((term) => ({
      ...{ no: term.sort + 1, words: openIn(keys, 'mediation_term', term, 'words', term.words) },
      ...(term.fen === null ? {} : { fen: Number(term.fen) }),
      ...(term.due_on ? { dueOn: term.due_on } : {}),
    })),
    copies: agreement.copies,
    signatures: written ? signed.map((one) => signatureOf(naming(reading), rows, one)) : [],
    effectiveOn: agreement.effective_on,
  }
}

const RULINGS = { confirmed: '裁定确认调解协议有效', rejected: '裁定驳回申请' } as Readonly<Record<string, string>>

function confirmationOnPaper({ agreement, steps }: Rows): FileOnPaper['confirmation'] {
  if (!agreement || agreement.confirmation === 'none') return null
  const asked = steps.findLast(({ move, reason }) => move === 'confirmation' && reason === 'asked')
  return {
    askedOn: asked ? localDay(asked.at) : (agreement.effective_on ?? localDay(agreement.made_at)),
    ...{ court: agreement.court ?? '', caseNo: agreement.court_no || null },
    ruling: RULINGS[agreement.confirmation] ?? null,
  }
}

const followUpsOnPaper = (keys: Keys, { visits, names }: Rows): FileOnPaper['followUps'] =>
  visits
    .filter((visit) => visit.state === 'done' && visit.with_id === null)
    .map((visit) => ({
      ...{ on: visit.done_on!, way: visit.way ? VISIT_WORDS[visit.way] : '' },
      words: openIn(keys, 'follow_up', visit, 'words', visit.words),
      ...{
        performance: visit.holds ? '协议得到遵守' : '协议没有得到遵守',
        satisfaction: visit.content ? CONTENT_WORDS[visit.content] : '未询问',
      },
      by: names.get(visit.owner_id) ?? '',
    }))

function evidenceOnPaper(reading: Reading, { evidence, parties }: Rows): FileOnPaper['evidence'] {
  const { keys } = reading
  const names = new Map(parties.map((party) => [party.id, naming(reading)(party)]))
  return evidence
    .filter(({ paper }) => ['evidence', 'title', 'other'].includes(paper))
    .map((one) => ({
      name: openIn(keys, 'mediation_evidence', one, 'name', one.name),
      ...{ source: '', original: one.original, pages: one.pages, on: one.given_on },
      by: names.get(one.party_id ?? '') ?? '',
    }))
}

/** What stands on every document: who, what about, where it came from. */
function headOf(reading: Reading, row: store.MediationRow, { committees, kinds, names, parties }: Rows) {
  const { keys, url } = reading
  const kind: KindHere | undefined = kinds.get(row.kind)
  const { here, stampedBy } = committees
  return {
    no: row.no ?? '（尚未编号）',
    ...{ title: row.title, url: `${url}/desk/mediations/${row.id}` },
    committee: { name: here?.name ?? '', word: here ? `${here.word}人调` : '', stampedBy },
    kind: { zh: kind?.zh ?? '', en: kind?.en ?? '', code: kind?.identity ? 'RM01' : row.kind },
    source: {
      way: row.source,
      ...(row.referred_by ? { by: REFERRER_WORDS[row.referred_by] } : {}),
      ...(row.letter_no ? { letterNo: row.letter_no } : {}),
    },
    openedOn: localDay(row.applied_at),
    acceptedOn: row.accepted_at && localDay(row.accepted_at),
    closedOn: row.closed_at && localDay(row.closed_at),
    mediators: row.mediator_ids.map((id) => ({
      name: names.get(id) ?? '',
      role: id === row.lead_id ? ('lead' as const) : ('joint' as const),
    })),
    parties: partiesOnPaper(keys, parties, naming(reading)),
    facts: openIn(keys, 'mediation', row, 'facts', row.facts),
    requests: openIn(keys, 'mediation', row, 'requests', row.requests),
    rightsToldOn: row.rights_told_on,
  }
}

/** A file is kept by the rule of the day on which it was closed. */
export const dayOfFile = (row: store.MediationRow): string => localDay(row.closed_at ?? row.changed_at)

export async function fileOnPaper(reading: Reading, row: store.MediationRow): Promise<FileOnPaper> {
  const { tx, keys, files, checker } = reading
  const [rows, kept] = await Promise.all([rowsOfFile(tx, row), keptOn(tx, row.tenant_id, dayOfFile(row))])
  const { records, names, handovers, steps, terms, committees } = rows
  const scans = await scansOnPaper(keys, rows, naming(reading), files)
  const ended = endedOnPaper(keys, row, steps)
  const talks = records.map((one) => recordOnPaper(keys, one, names))
  const receipts = (sort: number) => scans.filter((scan) => scan.of === 'receipt' && scan.about === String(sort + 1))
  return {
    ...headOf(reading, row, rows),
    ...ended,
    simple: row.reopened === 0 && steps.some(({ move }) => move === 'recordOnSpot'),
    retention: kept.words,
    ...{ filer: names.get(row.lead_id ?? row.made_by) ?? null, checker: checker ?? null },
    ...{ evidence: evidenceOnPaper(reading, rows), records: talks, agreement: agreementOnPaper(reading, row, rows) },
    performance: terms
      .filter((term) => term.done_on !== null)
      .map((term) => ({
        ...{ term: term.sort + 1, on: term.done_on!, words: '已履行' },
        pages: receipts(term.sort).reduce((sum, scan) => sum + scan.pages.length, 0),
      })),
    ...{ followUps: followUpsOnPaper(keys, rows), confirmation: confirmationOnPaper(rows) },
    handovers: handoversOnPaper(keys, handovers, committees.names),
    ...{ invitations: invitationsOnPaper(keys, rows), handBack: handBackOnPaper(keys, steps) },
    ...{ avoidance: avoidanceOnPaper(keys, naming(reading), rows), scans },
    ...notesOnPaper(keys, steps),
    undisputedAtFailure: ended.outcome === 'failed' ? talks.flatMap((one) => one.undisputed) : [],
  }
}
