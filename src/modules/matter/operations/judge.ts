// The reporter's own moves, by his receipt: rate, not solved, withdraw, and taking his name and phone back.
import { readCode } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { matter } from '../contract.ts'
import { DISPUTE_DAYS } from '../lifecycle.ts'
import { stepOf } from '../moves.ts'
import { enterByReceipt, isReporter, reportedLocked } from '../reporter.ts'
import { insertStep, type MatterRow, updateMatter } from '../store.ts'
import { matterProblems } from '../words.ts'
import { clocksFrom, writeMove } from './handle.ts'

const DAY_MS = 86_400_000
const page = (receipt: string) => `/r/${readCode(receipt)}`

/** Until when "not solved" reopens the matter. */
export const disputeUntil = (row: Pick<MatterRow, 'replied_at'>): Date | undefined =>
  row.replied_at ? new Date(row.replied_at.getTime() + DISPUTE_DAYS * DAY_MS) : undefined

export const rate = operation(matter.rate, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reportedLocked,
  moves: stepOf('rate'),
  async run(context) {
    const { input, now } = context
    const changed = await writeMove(context, {
      step: {
        move: 'rate',
        by: 'reporter',
        text: input.said,
        detail: { solved: true, satisfaction: input.satisfaction ?? null },
      },
      set: { solved: true, satisfaction: input.satisfaction ?? null, closed_at: now },
    })
    return { ...changed, page: page(input.receipt) }
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
    if (now > disputeUntil(row)!) throw new Problem(matterProblems.tooLate, { days: DISPUTE_DAYS })
    const round = row.round + 1
    const changed = await writeMove(context, {
      step: {
        move: 'dispute',
        by: 'reporter',
        text: input.why,
        detail: { solved: false, satisfaction: input.satisfaction ?? null },
      },
      starts: await clocksFrom(context, ['answer', 'finish'], round),
      set: { solved: false, satisfaction: input.satisfaction ?? null, closed_at: null, answered_at: null },
      round,
    })
    return { ...changed, page: page(input.receipt) }
  },
})

export const withdraw = operation(matter.withdraw, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reportedLocked,
  moves: stepOf('withdraw'),
  async run(context) {
    const { input, now } = context
    const changed = await writeMove(context, {
      step: { move: 'withdraw', by: 'reporter', text: input.why },
      stops: ['take', 'answer', 'finish'],
      set: { closed_at: now },
    })
    return { ...changed, page: page(input.receipt) }
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
    return { id: row.id, state: row.state, version: row.version + 1, page: page(input.receipt) }
  },
})
