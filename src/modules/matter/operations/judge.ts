// The reporter's own moves, by his receipt: rate, not solved, withdraw, and taking his name and phone back.

import { machine } from '#kernel/access.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { matter } from '../contract.ts'
import { DISPUTE_DAYS } from '../lifecycle.ts'
import { stepOf } from '../moves.ts'
import { enterByReceipt, isReporter, pageOf, reportedLocked } from '../reporter.ts'
import { insertStep, type MatterRow, updateMatter } from '../store.ts'
import { matterProblems } from '../words.ts'
import { writeMove } from '../write-move.ts'
import { progress } from './over.ts'

const DAY_MS = 86_400_000

/** Until when "not solved" reopens the matter: counted from the reply, and anew from the question weeks later. */
export function disputeUntil(row: Pick<MatterRow, 'replied_at' | 'effect_asked_at'>): Date | undefined {
  const asked = [row.replied_at, row.effect_asked_at].filter((at) => at !== null)
  return asked.length ? new Date(Math.max(...asked.map(Number)) + DISPUTE_DAYS * DAY_MS) : undefined
}

/** A matter that was joined to another is replied to with that one; it may be taken up again by itself. */
async function repliedAt({ subject, actor, perform }: Context<unknown, MatterRow | undefined>) {
  const row = subject!
  if (row.state !== 'merged') return row
  const main = await perform(progress, { id: row.merged_into! }, machine(actor.tenant, 'merged'))
  if (!main.repliedAt) throw new Problem(matterProblems.joinedOpen)
  return { replied_at: new Date(main.repliedAt), effect_asked_at: null }
}

export const rate = operation(matter.rate, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reportedLocked,
  moves: stepOf('rate'),
  async run(context) {
    const { input, now } = context
    const changed = await writeMove(context, 'rate', {
      step: {
        by: 'reporter',
        text: input.said,
        detail: { solved: true, satisfaction: input.satisfaction ?? null },
      },
      set: { solved: true, satisfaction: input.satisfaction ?? null, closed_at: now },
    })
    return { ...changed, page: pageOf(input.receipt) }
  },
})

export const dispute = operation(matter.dispute, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reportedLocked,
  moves: stepOf('dispute'),
  async run(context) {
    const { input, subject, now } = context
    const row = subject!
    if (now > disputeUntil(await repliedAt(context))!) throw new Problem(matterProblems.tooLate, { days: DISPUTE_DAYS })
    const round = row.round + 1
    const changed = await writeMove(context, 'dispute', {
      step: {
        by: 'reporter',
        text: input.why,
        detail: { solved: false, satisfaction: input.satisfaction ?? null },
      },
      set: {
        solved: false,
        satisfaction: input.satisfaction ?? null,
        closed_at: null,
        answered_at: null,
        merged_into: null,
      },
      round,
    })
    return { ...changed, page: pageOf(input.receipt) }
  },
})

export const withdraw = operation(matter.withdraw, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reportedLocked,
  moves: stepOf('withdraw'),
  async run(context) {
    const { input, now } = context
    const changed = await writeMove(context, 'withdraw', {
      step: { by: 'reporter', text: input.why },
      set: { closed_at: now },
    })
    return { ...changed, page: pageOf(input.receipt) }
  },
})

/** PIPL art. 47: the matter stays, the person's name and phone go at once. */
export const forget = operation(matter.forget, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reportedLocked,
  async run({ input, subject, now, write, made }) {
    const row = subject!
    if (!row.reporter_name && !row.reporter_phone) throw new Problem(matterProblems.noPersonal)
    write(updateMatter(row, { reporter_name: null, reporter_phone: null }, now))
    write(
      insertStep(
        { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos },
        { move: 'forget', by: 'reporter', actorId: null, actorName: '', round: row.round },
        now,
      ),
    )
    made({ id: row.id, area_pos: row.area_pos, state: row.state, version: row.version + 1 })
    return { id: row.id, state: row.state, version: row.version + 1, page: pageOf(input.receipt) }
  },
})
