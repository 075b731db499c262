// After an agreement: terms kept or broken, follow-ups, a relapse under the same number, the end.
import { localDay } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { timeAt } from '#modules/calendar/index.ts'
import { mediation } from '../contract.ts'
import { changeFollowUp, dropPlanned, dueFor, followUpsOf, plannedAt } from '../follow-up-store.ts'
import { toFollowUp } from '../follow-ups.ts'
import { kindOf } from '../kinds.ts'
import { remindAnew } from '../limit.ts'
import { hasCome, locked, moved, noted, stepOf } from '../moving.ts'
import { namesOf } from '../names.ts'
import { lastDay } from '../periods.ts'
import { desks, mediates, mediatesSomewhere } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { agreementOf, changeAgreement, changeTerm, termsOf } from '../store.ts'
import { mediationProblems } from '../words.ts'
import { standing } from './agreeing.ts'
import { refuseWhileSealed } from './sealing.ts'
import { workedOn } from './talking.ts'

export const performed = operation(mediation.performed, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, actor, tx, now, write } = context
    workedOn(context)
    const agreement = await standing(context)
    if (!agreement.effective_on) throw new Problem(mediationProblems.noAgreement)
    const term = (await termsOf(tx, actor.tenant, agreement.id)).find((one) => one.id === input.termId)
    if (!term) throw new Problem(mediationProblems.notThere)
    const on = hasCome(input.on, now)
    write(changeTerm(term, input.kept ? { done_on: on, broken_on: null } : { broken_on: on, done_on: null }))
    return noted(context, 'performed', { reason: input.kept ? 'kept' : 'broken' })
  },
})

/** One visit does for every plan of the same home that was due by then. */
export const followUp = operation(mediation.followUp, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, keys, now, write } = context
    const row = subject!
    const one = (await followUpsOf(tx, row)).find(({ id }) => id === input.followUpId)
    if (!one) throw new Problem(mediationProblems.notThere)
    if (one.state !== 'planned') throw new Problem(doorProblems.changed)
    const on = hasCome(input.on, now)
    const done = { state: 'done' as const, done_on: on, way: input.way }
    const words = sealIn(keys, 'follow_up', one, 'words', input.words)
    write(
      changeFollowUp(one, {
        ...done,
        holds: input.holds,
        content: input.content ?? null,
        words,
        key_version: keys.version,
      }),
    )
    const beside = row.home_id ? await plannedAt(tx, actor.tenant, row.home_id, one.owner_id, on) : []
    const others = beside.filter(({ mediation_id }) => mediation_id !== row.id)
    for (const other of others) write(changeFollowUp(other, { ...done, with_id: one.id }))
    return { ...noted(context, 'followUp', { reason: input.holds ? 'holds' : 'not' }), alsoDone: others.length }
  },
})

export const moveFollowUp = operation(mediation.moveFollowUp, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, tx, now, write } = context
    const all = await followUpsOf(tx, subject!)
    const one = all.find(({ id }) => id === input.followUpId)
    if (one?.state !== 'planned') throw new Problem(mediationProblems.notThere)
    if (one.version !== input.version) throw new Problem(doorProblems.changed)
    if (input.dueOn < localDay(now)) throw new Problem(mediationProblems.past)
    const there = all.some(({ id, state, due_on }) => id !== one.id && state !== 'dropped' && due_on === input.dueOn)
    // Two on one day are one visit.
    write(changeFollowUp(one, there ? { state: 'dropped' } : { due_on: input.dueOn }))
    await remindAnew(context, subject!, 'follow_up', one.id, there ? null : input.dueOn)
    return noted(context, 'moveFollowUp')
  },
})

export const endFollowUps = operation(mediation.endFollowUps, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, write } = context
    write(dropPlanned(subject!))
    return noted(context, 'endFollowUps', { words: input.words })
  },
})

export const dueFollowUps = operation(mediation.dueFollowUps, {
  permit: [mediatesSomewhere],
  async run({ input, actor, tx, keys, now }) {
    const rows = await dueFor(tx, actor.tenant, actor.id, input.until)
    const names = await namesOf(tx, actor.tenant, [actor.id])
    const today = localDay(now)
    return {
      followUps: rows.map((row) => ({
        ...toFollowUp(keys, row, names, today),
        ...{ mediationId: row.mediation_id, title: row.title, address: row.address },
      })),
    }
  },
})

/** The number stays; what was agreed is over, and what is planned with it. */
export const relapse = operation(mediation.relapse, {
  permit: [mediates, desks],
  subject: locked,
  moves: stepOf('relapse'),
  async run(context) {
    const { input, subject, actor, tx, now, write } = context
    const row = subject!
    await refuseWhileSealed(context)
    const [agreement, kind, { days }] = await Promise.all([
      agreementOf(tx, row),
      kindOf(tx, actor.tenant, row.kind),
      timeAt(tx, actor.tenant, row.area_pos, 'work'),
    ])
    if (agreement) write(changeAgreement(agreement, { ended_at: now }))
    write(dropPlanned(row))
    const due_on = lastDay(days, localDay(now), kind.days)
    await remindAnew(context, row, 'limit', row.id, due_on)
    const set = { reopened: row.reopened + 1, closed_at: null, outcome: null, due_on }
    return moved(context, 'relapse', { set, words: input.words })
  },
})

/** Over when everything agreed is kept and no visit is planned any more. */
/** A public-order case that the police sent: settled here and performed, it may go without a penalty (治安管理处罚法 art. 9). */
export const handBack = operation(mediation.handBack, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx } = context
    const row = subject!
    if (row.referred_by !== 'police') throw new Problem(mediationProblems.notOfPolice)
    // Of an agreement that stands: not of a file that came back, nor of one that is sealed.
    if (row.state !== 'performing' && row.state !== 'settled')
      throw new Problem(doorProblems.wrongState, { state: row.state })
    const agreement = await standing(context)
    if (!agreement.effective_on) throw new Problem(mediationProblems.noAgreement)
    const open = (await termsOf(tx, actor.tenant, agreement.id)).filter((term) => term.done_on === null)
    if (open.length > 0) throw new Problem(mediationProblems.notPerformed, { count: open.length })
    return noted(context, 'handBack', { reason: input.office, words: input.words })
  },
})

export const settle = operation(mediation.settle, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('settle'),
  async run(context) {
    const { subject, actor, tx, now } = context
    const agreement = await standing(context)
    const [terms, visits] = await Promise.all([termsOf(tx, actor.tenant, agreement.id), followUpsOf(tx, subject!)])
    const open = [
      ...terms.filter((term) => !term.done_on).map((term) => `第${term.sort + 1}项履行`),
      ...visits.filter(({ state }) => state === 'planned').map(({ due_on }) => `${due_on} 回访`),
    ]
    if (open.length > 0) throw new Problem(mediationProblems.stillOpen, { what: open.slice(0, 5).join('、') })
    return moved(context, 'settle', { set: { closed_at: now } })
  },
})
