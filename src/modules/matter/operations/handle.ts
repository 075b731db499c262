// Handling: take, answer, finish by the grid worker; check, send back, reply by somebody who had no hand in it.
import { type Actor, allOf, rule, works } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { Statement, Tx } from '#kernel/database.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { type ClockKind, type ClockRow, clocksOf, nextOf, type Started, startClock, stopClocks } from '../clocks.ts'
import { matter } from '../contract.ts'
import { rowsOf } from '../kinds.ts'
import type { MatterState } from '../lifecycle.ts'
import { stepOf } from '../moves.ts'
import { photosOf, writePhotos } from '../photos.ts'
import { type HeldMatter, insertStep, lockMatter, type NewStep, updateMatter } from '../store.ts'
import { matterProblems } from '../words.ts'

const DESKS = ['community_staff', 'community_head', 'subdistrict_staff'] as const

const gridWorker = works('grid_worker')
/** What matches nobody goes to a person, visibly: the desk takes what lies in a grid without a worker. */
const unstaffedDesk = allOf<HeldMatter>(
  works(...DESKS),
  rule('the grid has no worker today', (_, row) => !row.staffed),
)
const handles = rule<HeldMatter>(
  'handles it',
  (actor, row) => actor.kind === 'staff' && row.handler_id === actor.id,
  (actor) => actor.kind === 'staff',
)
/** Nobody checks his own work (domain 4.5). */
const hadNoHandInIt = rule<HeldMatter>(
  'had no hand in it',
  (actor, row) => !row.hands.includes(actor.id) && row.handler_id !== actor.id,
)

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockMatter(tx, actor.tenant, input.id, clock.now())

export type Moving = Context<unknown, HeldMatter | undefined, MatterState>
type Change = {
  step: Pick<NewStep, 'move' | 'text' | 'detail'> & { by?: NewStep['by'] }
  stops?: readonly ClockKind[]
  starts?: readonly Started[]
  set?: Parameters<typeof updateMatter>[1]
  round?: number
}

/** Writes one move: the row, its step, its clocks; the row shows the running clock that runs out first. */
export async function writeMove(
  context: Moving,
  change: Change,
): Promise<{ id: string; state: MatterState; version: number }> {
  const { subject, actor, now, to, tx, write, made } = context
  const row = subject!
  const at = { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos }
  const stops = change.stops ?? []
  const clocks = await clocksOf(tx, row.tenant_id, row.id)
  const running = clocks.filter((one) => one.stopped_at === null && !stops.includes(one.kind))
  const late = clocks.filter((one) => one.stopped_at === null && stops.includes(one.kind) && one.due_at < now).length
  const next = nextOf([...running.map(asStarted), ...(change.starts ?? [])])
  const statements: Statement<unknown>[] = [
    updateMatter(
      row,
      {
        state: to,
        clock: next?.kind ?? null,
        warn_at: next?.warnAt ?? null,
        due_at: next?.dueAt ?? null,
        late_times: row.late_times + late,
        round: change.round ?? row.round,
        ...change.set,
      },
      now,
    ),
    insertStep(
      at,
      {
        by: 'staff',
        actorId: actor.kind === 'staff' ? actor.id : null,
        actorName: actor.kind === 'staff' ? actor.name : '',
        round: change.round ?? row.round,
        ...change.step,
      },
      now,
    ),
    ...(change.starts ?? []).map((one) => one.statement),
  ]
  if (stops.length) statements.push(stopClocks(row.tenant_id, row.id, stops, now))
  for (const statement of statements) write(statement)
  made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
  return { id: row.id, state: to, version: row.version + 1 }
}

const asStarted = (row: ClockRow) => ({ kind: row.kind, dueAt: row.due_at, warnAt: row.warn_at })

/** Clocks of the kind's limits, started now. */
export async function clocksFrom(context: Moving, kinds: readonly ClockKind[], round: number): Promise<Started[]> {
  const { subject, tx, now } = context
  const row = subject!
  const rows = await rowsOf(tx, row.tenant_id)
  const at = { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos, round }
  return Promise.all(kinds.map((kind) => startClock(tx, at, kind, rows, rows.kinds.get(row.kind)!, now)))
}

const withHand = (row: HeldMatter, actor: Actor) =>
  row.hands.includes(actor.id) ? row.hands : [...row.hands, actor.id]

export const take = operation(matter.take, {
  permit: [gridWorker, unstaffedDesk],
  subject: locked,
  moves: stepOf('take'),
  async run(context) {
    const { subject, actor } = context
    const starts = await clocksFrom(context, ['answer', 'finish'], subject!.round)
    return writeMove(context, {
      step: { move: 'take' },
      stops: ['take'],
      starts,
      set: { handler_id: actor.id, hands: withHand(subject!, actor) },
    })
  },
})

export const answer = operation(matter.answer, {
  permit: [handles, gridWorker],
  subject: locked,
  moves: stepOf('answer'),
  async run(context) {
    const { input, subject, actor, now } = context
    if (subject!.answered_at) throw new Problem(matterProblems.answered)
    return writeMove(context, {
      step: { move: 'answer', text: input.said, detail: { via: input.via } },
      stops: ['answer'],
      set: { hands: withHand(subject!, actor), answered_at: now },
    })
  },
})

export const finish = operation(matter.finish, {
  permit: [handles, gridWorker],
  subject: locked,
  moves: stepOf('finish'),
  async run(context) {
    const { input, subject, actor, tx } = context
    const row = subject!
    const photos = photosOf(context)
    const kind = (await rowsOf(tx, row.tenant_id)).kinds.get(row.kind)
    if (kind?.proof === 'photo' && photos.length === 0) throw new Problem(matterProblems.photoNeeded)
    writePhotos(context, photos, { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos }, 'finished')
    return writeMove(context, {
      step: { move: 'finish', text: input.done, detail: { result: input.result, photos: photos.length } },
      stops: ['answer', 'finish'],
      set: { hands: withHand(row, actor), photos: row.photos + photos.length },
    })
  },
})

export const sendBack = operation(matter.sendBack, {
  permit: [allOf<HeldMatter>(works(...DESKS), hadNoHandInIt)],
  subject: locked,
  moves: stepOf('sendBack'),
  async run(context) {
    const starts = await clocksFrom(context, ['finish'], context.subject!.round)
    return writeMove(context, { step: { move: 'sendBack', text: context.input.reason }, starts })
  },
})

export const verify = operation(matter.verify, {
  permit: [allOf<HeldMatter>(works(...DESKS), hadNoHandInIt)],
  subject: locked,
  moves: stepOf('verify'),
  run: (context) =>
    writeMove(context, {
      step: { move: 'verify', text: context.input.reply },
      set: { reply: context.input.reply, replied_at: context.now, solved: null, satisfaction: null },
    }),
})
