// Along the way: notes, meetings, and time: what the handler asks of the desk, what the desk grants, and what runs on.
import { allOf, machineOnly, works } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { countedMs, dueAt, warnAt } from '#modules/calendar/index.ts'
import { type ClockRow, clocksOf, moveClock, type Started, timeFor } from '../clocks.ts'
import { matter } from '../contract.ts'
import { DESKS, hadNoHandInIt, handles, helps, LEADERS, leads, ofItsGrid, withHand } from '../leads.ts'
import { stepOf } from '../moves.ts'
import { openPause, pausesOf, requestById, stoodStill } from '../standstill.ts'
import { type HeldMatter, insertStep, updateMatter } from '../store.ts'
import { voicesIn, voicesOf, writeVoices } from '../voices.ts'
import { matterProblems } from '../words.ts'
import { locked, type Moving, writeMove } from '../write-move.ts'

const whoHandles = [handles, leads, ofItsGrid] as const

export const note = operation(matter.note, {
  permit: [...whoHandles, helps, machineOnly],
  subject: locked,
  moves: stepOf('note'),
  async run(context) {
    const row = context.subject!
    const voices = voicesOf(context)
    writeVoices(context, voices, { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos })
    return writeMove(context, 'note', {
      step: { text: context.input.words, detail: voicesIn(voices) },
      set: { hands: withHand(row, context.actor) },
    })
  },
})

export const meet = operation(matter.meet, {
  permit: [handles, leads, works(...DESKS)],
  subject: locked,
  moves: stepOf('meet'),
  run: (context) =>
    writeMove(context, 'meet', {
      step: {
        text: context.input.minutes,
        detail: { who: context.input.who, decisions: context.input.decisions, at: context.input.at },
      },
    }),
})

/** Asked by whoever handles it, granted by somebody else at the desk: nobody stops his own clock. */
export const ask = operation(matter.ask, {
  permit: whoHandles,
  subject: locked,
  async run({ input, subject, actor, now, write, made }) {
    const row = subject!
    if (row.state !== 'handling') throw new Problem(matterProblems.notNow)
    const until = new Date(input.until)
    if (until <= now) throw new Problem(matterProblems.untilPast)
    if (input.what === 'extend' && row.due_at && row.due_at <= now) throw new Problem(matterProblems.alreadyLate)
    const id = newId()
    write(
      k.insertInto('matter_request').values({
        tenant_id: row.tenant_id,
        id,
        matter_id: row.id,
        area_pos: row.area_pos,
        what: input.what,
        reason: input.reason,
        words: input.words,
        until_at: until,
        asked_by: actor.id,
        asked_at: now,
      }),
    )
    write(updateMatter(row, { hands: withHand(row, actor) }, now))
    write(
      insertStep(
        { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos },
        {
          move: 'ask',
          by: 'staff',
          actorId: actor.id,
          actorName: actor.name,
          text: input.words,
          detail: { what: input.what, reason: input.reason, until: input.until, request: id },
          round: row.round,
        },
        now,
      ),
    )
    made({ id: row.id, area_pos: row.area_pos, state: row.state, version: row.version + 1 })
    return { id: row.id, state: row.state, version: row.version + 1, requestId: id }
  },
})

const decides = allOf<HeldMatter>(works(...DESKS, ...LEADERS), hadNoHandInIt)

async function asked(context: Moving, id: string, what: 'pause' | 'extend') {
  const request = await requestById(context.tx, context.subject!.tenant_id, context.subject!.id, id)
  if (!request || request.what !== what) throw new Problem(matterProblems.noRequest)
  if (request.decision) throw new Problem(matterProblems.decided)
  context.write(
    k
      .updateTable('matter_request')
      .set({ decision: 'granted', decided_by: context.actor.id, decided_at: context.now })
      .where('tenant_id', '=', request.tenant_id)
      .where('id', '=', request.id),
  )
  return request
}

const finishClock = async (tx: Tx, row: HeldMatter) =>
  (await clocksOf(tx, row.tenant_id, row.id)).findLast((one) => one.kind === 'finish' && one.stopped_at === null)

async function paused(context: Moving, move: 'pause' | 'standForMediation', reason: string, text: string, until: Date) {
  const { subject, now, write } = context
  const row = subject!
  if (until <= now) throw new Problem(matterProblems.untilPast)
  write(
    k.insertInto('matter_pause').values({
      ...{ tenant_id: row.tenant_id, id: newId(), matter_id: row.id, area_pos: row.area_pos },
      ...{ reason, started_at: now, until_at: until },
    }),
  )
  return writeMove(context, move, {
    step: { text, detail: { reason, until: until.toISOString() } },
    standing: ['finish'],
  })
}

export const pause = operation(matter.pause, {
  permit: [decides],
  subject: locked,
  moves: stepOf('pause'),
  async run(context) {
    const request = await asked(context, context.input.requestId, 'pause')
    return paused(context, 'pause', request.reason, request.words, request.until_at)
  },
})

/** A dispute has a clock of its own (30 days and what the parties agree on): until it runs out, that of the matter stands still. */
export const standForMediation = operation(matter.standForMediation, {
  permit: [machineOnly],
  subject: locked,
  moves: stepOf('standForMediation'),
  run: (context) =>
    paused(context, 'standForMediation', 'mediation', context.input.words, new Date(context.input.until)),
})

/** The limit with its pauses left out; `unless` it is not running. */
async function reckoned(context: Moving, limitMinutes?: number, endPauseAt?: Date): Promise<Started[]> {
  const { subject, tx } = context
  const row = subject!
  const running = await finishClock(tx, row)
  if (!running) return []
  const pauses = (await pausesOf(tx, row.tenant_id, row.id)).map((one) => ({
    from: one.started_at,
    to: one.ended_at ?? endPauseAt ?? one.until_at,
    reason: one.reason,
  }))
  const time = await timeFor(tx, row.tenant_id, row.area_pos, running.counting)
  const minutes = limitMinutes ?? running.limit_minutes
  const due = dueAt(time, running.started_at, minutes, pauses)
  const warn = warnAt(time, running.started_at, minutes, pauses)
  return [moveClock(running, minutes, due.at!, warn.at!, due.provisional)]
}

/** How long the limit would have to be to run out then; never shorter than it is. */
async function minutesUntil(tx: Tx, running: ClockRow, until: Date): Promise<number> {
  const time = await timeFor(tx, running.tenant_id, running.area_pos, running.counting)
  const stood = await stoodStill(tx, running.tenant_id, running.matter_id)
  const minutes = Math.floor(countedMs(time, running.started_at, until, stood) / 60_000)
  if (minutes <= running.limit_minutes) throw new Problem(matterProblems.untilPast)
  return minutes
}

/** By the desk or the handler; the clock itself resumes when the allowed time is over. */
export const resume = operation(matter.resume, {
  permit: [...whoHandles, works(...DESKS), machineOnly],
  subject: locked,
  moves: stepOf('resume'),
  async run(context) {
    const { subject, now, tx, write } = context
    const row = subject!
    const open = await openPause(tx, row.tenant_id, row.id)
    const end = open && open.until_at < now ? open.until_at : now
    if (open)
      write(
        k
          .updateTable('matter_pause')
          .set({ ended_at: end })
          .where('tenant_id', '=', row.tenant_id)
          .where('id', '=', open.id),
      )
    return writeMove(context, 'resume', { step: {}, moved: await reckoned(context, undefined, end) })
  },
})

export const extend = operation(matter.extend, {
  permit: [decides],
  subject: locked,
  moves: stepOf('extend'),
  async run(context) {
    const { input, subject, now, tx } = context
    const row = subject!
    const running = await finishClock(tx, row)
    if (!running || running.due_at <= now) throw new Problem(matterProblems.alreadyLate)
    const request = await asked(context, input.requestId, 'extend')
    return writeMove(context, 'extend', {
      step: { text: request.words, detail: { reason: request.reason, until: request.until_at.toISOString() } },
      moved: await reckoned(context, await minutesUntil(tx, running, request.until_at)),
    })
  },
})

export const refuse = operation(matter.refuse, {
  permit: [decides],
  subject: locked,
  async run(context) {
    const { input, subject, actor, now, tx, write, made } = context
    const row = subject!
    const request = await requestById(tx, row.tenant_id, row.id, input.requestId)
    if (!request) throw new Problem(matterProblems.noRequest)
    if (request.decision) throw new Problem(matterProblems.decided)
    write(
      k
        .updateTable('matter_request')
        .set({ decision: 'refused', decided_by: actor.id, decided_at: now })
        .where('tenant_id', '=', row.tenant_id)
        .where('id', '=', request.id),
    )
    write(updateMatter(row, {}, now))
    write(
      insertStep(
        { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos },
        {
          ...{ move: 'refuse', by: 'staff', actorId: actor.id, actorName: actor.name },
          ...{ text: input.why, detail: { what: request.what, request: request.id }, round: row.round },
        },
        now,
      ),
    )
    made({ id: row.id, area_pos: row.area_pos, state: row.state, version: row.version + 1 })
    return { id: row.id, state: row.state, version: row.version + 1 }
  },
})
