// How a matter ends besides being rated: merged into another, lapsed unrated, asked about later, archived.
import { type Actor, machineOnly, works } from '#kernel/access.ts'
import { unassign } from '#kernel/assignment.ts'
import { clock } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { matter } from '../contract.ts'
import { DESKS } from '../leads.ts'
import { GOES_ON } from '../lifecycle.ts'
import { stepOf } from '../moves.ts'
import { enterByReceipt, isReporter, pageOf, reportedLocked } from '../reporter.ts'
import { insertStep, lockBoth, lockMatter, matterById, updateMatter } from '../store.ts'
import { matterProblems } from '../words.ts'
import { locked, writeMove } from '../write-move.ts'

const both = (input: { id: string; into: string }, tx: Tx, actor: Actor) =>
  lockBoth(tx, actor.tenant, input.id, input.into, clock.now())

/** The other matter goes on for both; every reporter keeps his own page and sees there how it goes. */
export const merge = operation(matter.merge, {
  permit: [works(...DESKS)],
  subject: both,
  moves: stepOf('merge'),
  async run(context) {
    const { input, subject, actor, tx, now, write } = context
    const row = subject!
    const into = input.into === row.id ? undefined : await lockMatter(tx, row.tenant_id, input.into, now)
    if (!into) throw new Problem(doorProblems.missing)
    if (!GOES_ON.includes(into.state)) throw new Problem(matterProblems.intoOver)
    write(updateMatter(into, {}, now))
    write(
      insertStep(
        { tenant: into.tenant_id, id: into.id, areaPos: into.area_pos },
        {
          ...{ move: 'joined', by: 'staff', actorId: actor.id, actorName: actor.name },
          ...{ text: '', detail: { no: row.no }, round: into.round },
        },
        now,
      ),
    )
    // What was joined to this one goes along, so that its reporters hear of the reply.
    write(
      k
        .updateTable('matter')
        .set({ merged_into: into.id })
        .where('tenant_id', '=', row.tenant_id)
        .where('merged_into', '=', row.id),
    )
    return writeMove(context, 'merge', {
      step: { text: input.why, detail: { into: into.no } },
      set: { merged_into: into.id, closed_at: now },
    })
  },
})

/** For the reporters of what was merged into it: how it stands, none of the other's words. */
export const progress = operation(matter.progress, {
  permit: [machineOnly],
  subject: (input, tx, actor) => matterById(tx, actor.tenant, input.id, clock.now()),
  async run({ subject }) {
    const { state, reply, replied_at } = subject!
    return { state, reply, repliedAt: replied_at?.toISOString() ?? null }
  },
})

/** After seven working days and two asks: over, and never counted as satisfied. */
export const lapse = operation(matter.lapse, {
  permit: [machineOnly],
  subject: locked,
  moves: stepOf('lapse'),
  async run(context) {
    const row = context.subject!
    // The reply was the first ask; the second is the reminder at four fifths of the time (matter.warn).
    if (!row.warned_at || row.warned_at < row.replied_at!) throw new Problem(matterProblems.notNow)
    return writeMove(context, 'lapse', { step: {}, set: { closed_at: context.now, lapsed: true, solved: null } })
  },
})

export const askEffect = operation(matter.askEffect, {
  permit: [machineOnly],
  subject: locked,
  moves: stepOf('askEffect'),
  async run(context) {
    if (context.subject!.effect_asked_at) throw new Problem(matterProblems.notNow)
    return writeMove(context, 'askEffect', { step: {}, set: { effect_asked_at: context.now } })
  },
})

export const confirm = operation(matter.confirm, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reportedLocked,
  moves: stepOf('confirm'),
  async run(context) {
    if (!context.subject!.effect_asked_at) throw new Problem(matterProblems.notNow)
    if (context.subject!.effect_holds !== null) throw new Problem(doorProblems.changed)
    const changed = await writeMove(context, 'confirm', { step: { by: 'reporter' }, set: { effect_holds: true } })
    return { ...changed, page: pageOf(context.input.receipt) }
  },
})

export const archive = operation(matter.archive, {
  permit: [machineOnly],
  subject: locked,
  moves: stepOf('archive'),
  async run(context) {
    const { subject, now, write } = context
    write(unassign({ tenant: subject!.tenant_id, subject: subject!.id }, undefined, now))
    return writeMove(context, 'archive', { step: {} })
  },
})
