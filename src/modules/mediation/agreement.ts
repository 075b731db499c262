// An agreement as it is kept, and whose hand it still needs (人民调解法 art. 29: parties, mediator, stamp).
import type { z } from 'zod'
import type { Keys } from '#kernel/crypto.ts'
import { k, type Statement } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Agreement, TermIn } from './contract/shapes.ts'
import { principals, shownName } from './parties.ts'
import { openIn, openJson, sealIn } from './sealed.ts'
import type { AgreementRow, MediationRow, PartyRow, SignatureRow, TermRow } from './store.ts'

type Agreed = {
  readonly form: 'written' | 'oral'
  readonly facts: string
  readonly dispute: string
  readonly copies: number
  readonly terms: readonly z.output<typeof TermIn>[]
}
export type Effect = { readonly effective_on: string; readonly confirm_until: string }
type Of = Pick<MediationRow, 'tenant_id' | 'id' | 'area_pos'>

/** An agreement and its terms; an oral one comes with the day it takes effect. */
export function agreementRows(keys: Keys, of: Of, agreed: Agreed, now: Date, effect?: Effect) {
  const row = { tenant_id: of.tenant_id, id: newId() }
  const belongs = { mediation_id: of.id, area_pos: of.area_pos, key_version: keys.version }
  const { facts, dispute, form, copies } = agreed
  const statements: Statement<unknown>[] = [
    k.insertInto('mediation_agreement').values({
      ...{ ...row, ...belongs, form, copies, made_at: now },
      body: sealIn(keys, 'mediation_agreement', row, 'body', JSON.stringify({ facts, dispute })),
      ...{ effective_on: effect?.effective_on ?? null, confirm_until: effect?.confirm_until ?? null },
    }),
  ]
  const terms: { id: string; due_on: string | null }[] = []
  for (const [sort, { words, fen, dueOn }] of agreed.terms.entries()) {
    const term = { tenant_id: of.tenant_id, id: newId() }
    terms.push({ id: term.id, due_on: dueOn ?? null })
    statements.push(
      k.insertInto('mediation_term').values({
        ...{ ...term, ...belongs, agreement_id: row.id, sort },
        words: sealIn(keys, 'mediation_term', term, 'words', words),
        ...{ fen: fen ?? null, due_on: dueOn ?? null },
      }),
    )
  }
  return { id: row.id, terms, statements }
}

export type Hand = { readonly signerId: string; readonly role: 'party' | 'mediator' | 'stamp'; readonly name: string }

/** Everybody whose hand a written agreement needs. Those who represent a group sign for it; where nobody does, one entry stands for it. */
export function handsNeeded(
  keys: Keys,
  file: Pick<MediationRow, 'mediator_ids' | 'lead_id' | 'committee_id'>,
  parties: readonly PartyRow[],
  names: ReadonlyMap<string, string>,
  committeeName: string,
): Hand[] {
  const signing = principals(parties).flatMap((party) => {
    const representatives = parties.filter((one) => one.represents === party.id)
    return representatives.length > 0 ? representatives : [party]
  })
  return [
    ...signing.map((row) => ({ signerId: row.id, role: 'party' as const, name: shownName(keys, row) })),
    ...(file.lead_id
      ? [{ signerId: file.lead_id, role: 'mediator' as const, name: names.get(file.lead_id) ?? '' }]
      : []),
    ...(file.committee_id ? [{ signerId: file.committee_id, role: 'stamp' as const, name: committeeName }] : []),
  ]
}

export const handsMissing = (needed: readonly Hand[], signed: readonly SignatureRow[]): Hand[] =>
  needed.filter((hand) => !signed.some((one) => one.signer_id === hand.signerId))

export function toAgreement(
  keys: Keys,
  row: AgreementRow,
  terms: readonly TermRow[],
  signed: readonly SignatureRow[],
  missing: readonly Hand[],
): z.input<typeof Agreement> {
  const body = openJson<{ facts: string; dispute: string }>(keys, 'mediation_agreement', row, 'body', row.body)
  return {
    ...{ id: row.id, form: row.form, facts: body?.facts ?? '', dispute: body?.dispute ?? '', copies: row.copies },
    terms: terms.map((term) => ({
      ...{ id: term.id, words: openIn(keys, 'mediation_term', term, 'words', term.words) },
      fen: term.fen === null ? null : Number(term.fen),
      ...{ dueOn: term.due_on, doneOn: term.done_on, brokenOn: term.broken_on },
    })),
    signatures: signed.map((one) => ({
      ...{ signerId: one.signer_id, role: one.role, way: one.way, signedOn: one.signed_on },
    })),
    missing: row.form === 'oral' ? [] : [...missing],
    ...{ effectiveOn: row.effective_on, confirmUntil: row.confirm_until, confirmation: row.confirmation },
    ...{ court: row.court ?? '', courtNo: row.court_no ?? '' },
  }
}
