// 司法确认: thirty days from effect, both sides together (人民调解法 art. 33; 民事诉讼法 arts. 205, 206); and what a court would refuse.
import { localDay } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { prechecks } from '../confirmation.ts'
import { mediation } from '../contract.ts'
import { kindOf } from '../kinds.ts'
import { locked, noted, seen } from '../moving.ts'
import { daysLeft } from '../periods.ts'
import { mediates, readsAsMediator, readsAtDesk } from '../rights.ts'
import { rulesOf } from '../rules.ts'
import { agreementOf, changeAgreement, evidenceOf, partiesOf, termsOf } from '../store.ts'
import { mediationProblems } from '../words.ts'
import { standing } from './agreeing.ts'

const BEFORE = { asked: 'none', taken: 'asked', confirmed: 'taken', rejected: 'taken' } as const

export const confirmation = operation(mediation.confirmation, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, now, write } = context
    const agreement = await standing(context)
    if (!agreement.effective_on || !agreement.confirm_until) throw new Problem(mediationProblems.noAgreement)
    if (input.state === 'asked' && localDay(now) > agreement.confirm_until)
      throw new Problem(mediationProblems.confirmOver, { until: agreement.confirm_until })
    if (agreement.confirmation !== BEFORE[input.state]) throw new Problem(mediationProblems.confirmOrder)
    write(changeAgreement(agreement, { confirmation: input.state, court: input.court, court_no: input.courtNo }))
    return noted(context, 'confirmation', { reason: input.state })
  },
})

export const precheck = operation(mediation.precheck, {
  permit: [readsAsMediator, readsAtDesk],
  subject: seen,
  async run({ subject, actor, tx, now }) {
    const row = subject!
    const [agreement, kind, parties, evidence, rules] = await Promise.all([
      agreementOf(tx, row),
      kindOf(tx, actor.tenant, row.kind),
      partiesOf(tx, row),
      evidenceOf(tx, row),
      rulesOf(tx, actor.tenant),
    ])
    const terms = agreement ? await termsOf(tx, actor.tenant, agreement.id) : []
    const until = agreement?.confirm_until ?? null
    const left = until === null ? null : daysLeft(until, localDay(now))
    return {
      ...{ until, daysLeft: left, days: rules.confirm.numbers[0]!, toldBefore: [...rules.confirmWarn.numbers] },
      checks: prechecks({ kind, agreement, terms, parties, evidence, left }),
    }
  },
})
