// How a mediation ends: an agreement, signed by all or spoken; or one of the other endings, with where else to turn.
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { agreementRows, handsMissing } from '../agreement.ts'
import { mediation } from '../contract.ts'
import { effectFrom, planAfter } from '../effect.ts'
import { handsOf } from '../hands.ts'
import { kindOf } from '../kinds.ts'
import { hasCome, locked, moved, noted, stepOf, type Working } from '../moving.ts'
import { type ScanRow, scansOf } from '../papers-kept/store.ts'
import { mediates } from '../rights.ts'
import {
  type AgreementRow,
  agreementOf,
  changeAgreement,
  type EvidenceRow,
  evidenceOf,
  signaturesOf,
  termsOf,
} from '../store.ts'
import { mediationProblems } from '../words.ts'

/** The agreement that stands; without one there is nothing to sign or to keep. */
export async function standing({ tx, subject }: Pick<Working, 'tx' | 'subject'>) {
  const agreement = await agreementOf(tx, subject!)
  if (!agreement) throw new Problem(mediationProblems.noAgreement)
  return agreement
}

/** Whoever mediates it makes its follow-ups. */
const owned = ({ subject, actor }: Pick<Working, 'subject' | 'actor'>) => ({
  ...subject!,
  lead_id: subject!.lead_id ?? actor.id,
})

export const agree = operation(mediation.agree, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('agree'),
  async run(context) {
    const { input, subject, keys, now, write } = context
    const { id, statements } = agreementRows(keys, subject!, { ...input, form: 'written' }, now)
    for (const one of statements) write(one)
    return { ...moved(context, 'agree'), agreementId: id }
  },
})

export const agreeOrally = operation(mediation.agreeOrally, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('agreeOrally'),
  async run(context) {
    const { input, subject, actor, tx, keys, now, write } = context
    if ((await kindOf(tx, actor.tenant, subject!.kind)).identity) throw new Problem(mediationProblems.wetInk)
    const today = localDay(now)
    const effect = await effectFrom(tx, subject!, today)
    const oral = { form: 'oral' as const, facts: '', dispute: '', copies: 1, terms: input.terms }
    const agreed = agreementRows(keys, subject!, oral, now, effect)
    for (const one of agreed.statements) write(one)
    await planAfter(context, owned(context), agreed, effect, today)
    return { ...moved(context, 'agreeOrally', { set: { due_on: null, outcome: 'oral' } }), agreementId: agreed.id }
  },
})

export const sign = operation(mediation.sign, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, now, write } = context
    const row = subject!
    const agreement = await standing(context)
    if (agreement.effective_on) throw new Problem(mediationProblems.signedAlready)
    const [needed, signed, kind] = await Promise.all([
      handsOf(context),
      signaturesOf(tx, actor.tenant, agreement.id),
      kindOf(tx, actor.tenant, row.kind),
    ])
    const hand = needed.find((one) => one.signerId === input.signerId)
    if (!hand) throw new Problem(mediationProblems.notThere)
    if (signed.some((one) => one.signer_id === input.signerId)) throw new Problem(mediationProblems.signedAlready)
    if ((hand.role === 'stamp') !== (input.way === 'stamp')) throw new Problem(mediationProblems.wrongHand)
    if (kind.identity && input.way === 'drawn') throw new Problem(mediationProblems.wetInk)
    write(
      k.insertInto('mediation_signature').values({
        ...{ tenant_id: row.tenant_id, id: newId(), mediation_id: row.id, agreement_id: agreement.id },
        ...{ area_pos: row.area_pos, signer_id: hand.signerId, role: hand.role, way: input.way },
        ...{ signed_on: hasCome(input.signedOn, now), made_at: now },
      }),
    )
    const missing = handsMissing(needed, signed).length - 1
    return { ...noted(context, 'sign', { reason: hand.role }), missing }
  },
})

/**
 * The signed paper itself, scanned after this agreement was written (电子签名法 art. 3): a line that says that there is one
 * is not enough, nor is the page of an agreement that was signed before a relapse.
 */
const signedPages = (agreement: AgreementRow, evidence: readonly EvidenceRow[], scans: readonly ScanRow[]): boolean =>
  scans.some(
    (scan) =>
      scan.file_ids.length > 0 &&
      scan.made_at >= agreement.made_at &&
      evidence.some(({ id, paper }) => id === scan.evidence_id && paper === 'signed'),
  )

/** 生效: the day of the last signature (人民调解法 art. 29); from there the court's thirty days count. */
export const takeEffect = operation(mediation.takeEffect, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('takeEffect'),
  async run(context) {
    const { subject, actor, tx, now, write } = context
    const row = subject!
    const agreement = await standing(context)
    const [needed, signed, kind, evidence, terms, scans] = await Promise.all([
      handsOf(context),
      signaturesOf(tx, actor.tenant, agreement.id),
      kindOf(tx, actor.tenant, row.kind),
      evidenceOf(tx, row),
      termsOf(tx, actor.tenant, agreement.id),
      scansOf(tx, row),
    ])
    const missing = handsMissing(needed, signed)
    if (missing.length > 0)
      throw new Problem(mediationProblems.notYetSigned, { who: missing.map(({ name }) => name).join('、') })
    if (kind.identity && !signedPages(agreement, evidence, scans)) throw new Problem(mediationProblems.wetScan)
    const day = signed
      .map((one) => one.signed_on)
      .sort()
      .at(-1)!
    const effect = await effectFrom(tx, row, day)
    write(changeAgreement(agreement, effect))
    await planAfter(context, owned(context), { id: agreement.id, terms }, effect, localDay(now))
    const changed = moved(context, 'takeEffect', { set: { outcome: 'written', due_on: null } })
    return { ...changed, effectiveOn: effect.effective_on, confirmUntil: effect.confirm_until }
  },
})

export const reword = operation(mediation.reword, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('reword'),
  async run(context) {
    const { input, now, write } = context
    write(changeAgreement(await standing(context), { ended_at: now }))
    return moved(context, 'reword', { words: input.words })
  },
})
