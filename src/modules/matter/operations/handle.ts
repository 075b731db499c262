// Handling: take, answer, finish by whom it lies with; check, send back, reply by somebody who had no hand in it.
import { allOf, machineOnly, rule, works } from '#kernel/access.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { matter } from '../contract.ts'
import { rowsOf } from '../kinds.ts'
import { desks, hadNoHandInIt, handles, LEADERS, leads, ofItsGrid, unstaffedDesk, withHand } from '../leads.ts'
import { stepOf } from '../moves.ts'
import { photosOf, writePhotos } from '../photos.ts'
import type { HeldMatter } from '../store.ts'
import { matterProblems } from '../words.ts'
import { locked, writeMove } from '../write-move.ts'

const gridWorker = works('grid_worker')
const whoHandles = [handles, leads, ofItsGrid] as const

export const take = operation(matter.take, {
  permit: [gridWorker, unstaffedDesk],
  subject: locked,
  moves: stepOf('take'),
  run: (context) =>
    writeMove(context, 'take', {
      step: {},
      set: { handler_id: context.actor.id, hands: withHand(context.subject!, context.actor) },
    }),
})

export const answer = operation(matter.answer, {
  permit: whoHandles,
  subject: locked,
  moves: stepOf('answer'),
  async run(context) {
    const { input, subject, actor, now } = context
    if (subject!.answered_at) throw new Problem(matterProblems.answered)
    return writeMove(context, 'answer', {
      step: { text: input.said, detail: { via: input.via } },
      set: { hands: withHand(subject!, actor), answered_at: now },
    })
  },
})

export const finish = operation(matter.finish, {
  // Linli itself where it was settled elsewhere: in a mediation file.
  permit: [...whoHandles, machineOnly],
  subject: locked,
  moves: stepOf('finish'),
  async run(context) {
    const { input, subject, actor, tx } = context
    const row = subject!
    const photos = photosOf(context)
    const kind = (await rowsOf(tx, row.tenant_id)).kinds.get(row.kind)
    if (kind?.proof === 'photo' && photos.length === 0 && actor.kind !== 'machine')
      throw new Problem(matterProblems.photoNeeded)
    writePhotos(context, photos, { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos }, 'finished')
    return writeMove(context, 'finish', {
      step: { text: input.done, detail: { result: input.result, photos: photos.length } },
      set: { hands: withHand(row, actor), photos: row.photos + photos.length },
    })
  },
})

const checks = allOf<HeldMatter>(desks, hadNoHandInIt)

export const sendBack = operation(matter.sendBack, {
  permit: [checks],
  subject: locked,
  moves: stepOf('sendBack'),
  run: (context) => writeMove(context, 'sendBack', { step: { text: context.input.reason } }),
})

export const verify = operation(matter.verify, {
  permit: [checks],
  subject: locked,
  moves: stepOf('verify'),
  async run(context) {
    const row = context.subject!
    if (row.late_times > row.acknowledged) throw new Problem(matterProblems.lateUnseen)
    return writeMove(context, 'verify', {
      step: { text: context.input.reply },
      set: { reply: context.input.reply, replied_at: context.now, solved: null, satisfaction: null },
    })
  },
})

/** A late matter is not closed unseen: somebody who answers for the area, and did not handle it, says that he has seen it. */
export const acknowledge = operation(matter.acknowledge, {
  permit: [
    allOf<HeldMatter>(
      works(...LEADERS),
      hadNoHandInIt,
      rule('it was late and nobody has answered for that', (_, row) => row.late_times > row.acknowledged),
    ),
  ],
  subject: locked,
  moves: stepOf('acknowledge'),
  run: (context) =>
    writeMove(context, 'acknowledge', {
      step: { text: context.input.words },
      set: { acknowledged: context.subject!.late_times },
    }),
})
