// One move of a matter's life, written whole: the row, its step, its clocks.

import type { Actor } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { type Statement, type Tx, together } from '#kernel/database.ts'
import type { Context } from '#kernel/operation.ts'
import { type ClockKind, type ClockRow, clocksOf, nextOf, type Started, startClock, stopClocks } from './clocks.ts'
import { rowsOf } from './kinds.ts'
import { type MatterMove, type MatterState, matterLife } from './lifecycle.ts'
import { type HeldMatter, insertStep, lockMatter, type NewStep, updateMatter } from './store.ts'

export type Moving = Context<unknown, HeldMatter | undefined, MatterState>
type Change = {
  readonly step: Pick<NewStep, 'text' | 'detail'> & { by?: NewStep['by'] }
  readonly set?: Parameters<typeof updateMatter>[1]
  readonly round?: number
  /** Clocks that stand still: no list shows them. */
  readonly standing?: readonly ClockKind[]
  /** Clocks whose limits were moved by this very move. */
  readonly moved?: readonly Started[]
}

export const locked = (input: { id: string }, tx: Tx, actor: Actor) =>
  lockMatter(tx, actor.tenant, input.id, clock.now())

/** Promises to the reporter; that a check or a rating came late is nobody's lateness. */
const PROMISED: ReadonlySet<ClockKind> = new Set(['take', 'sign', 'answer', 'finish'])

const asStarted = (row: ClockRow) => ({ kind: row.kind, dueAt: row.due_at, warnAt: row.warn_at })

type LifeMove = {
  readonly stops?: readonly string[]
  readonly starts?: readonly string[]
  readonly keeps?: readonly string[]
}

/** Clocks the move starts: those it names, and those it keeps going that do not run. An answered matter is not answered again. */
function clocksToStart(name: MatterMove, row: HeldMatter, running: readonly ClockRow[], again: boolean): ClockKind[] {
  const move = matterLife.moves[name] as LifeMove
  const starts = (move.starts ?? []) as ClockKind[]
  const kept = ((move.keeps ?? []) as ClockKind[]).filter(
    (kind) => !running.some((one) => one.kind === kind) && !(kind === 'answer' && row.answered_at && !again),
  )
  return [...starts, ...kept]
}

/** Writes one move as the life says; the row shows the running clock that runs out first. What is still being read for it is read beside. */
export async function writeMove(
  context: Moving,
  name: MatterMove,
  meant: Change | Promise<Change>,
): Promise<{ id: string; state: MatterState; version: number }> {
  const { subject, actor, now, to, tx, write, made } = context
  const row = subject!
  const [change, clocks, rows] = await together([meant, clocksOf(tx, row.tenant_id, row.id), rowsOf(tx, row.tenant_id)])
  const round = change.round ?? row.round
  const at = { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos, round }
  const stops = ((matterLife.moves[name] as LifeMove).stops ?? []) as ClockKind[]
  const ticking = clocks.filter((one) => one.stopped_at === null)
  const running = ticking.filter((one) => !stops.includes(one.kind))
  const late = ticking.filter((one) => stops.includes(one.kind) && PROMISED.has(one.kind) && one.due_at < now).length
  const starts = await Promise.all(
    clocksToStart(name, row, running, round > row.round).map((kind) =>
      startClock(tx, at, kind, rows, rows.kinds.get(row.kind)!, now),
    ),
  )
  const moved = change.moved ?? []
  const shown = [
    ...running.filter((one) => !moved.some(({ kind }) => kind === one.kind)).map(asStarted),
    ...starts,
    ...moved,
  ]
  const next = nextOf(shown.filter(({ kind }) => !(change.standing ?? []).includes(kind)))
  const statements: Statement<unknown>[] = [
    updateMatter(
      row,
      {
        state: to,
        clock: next?.kind ?? null,
        warn_at: next?.warnAt ?? null,
        due_at: next?.dueAt ?? null,
        late_times: row.late_times + late,
        round,
        ...change.set,
      },
      now,
    ),
    insertStep(
      at,
      {
        move: name,
        by: actor.kind === 'machine' ? 'system' : 'staff',
        actorId: actor.kind === 'staff' ? actor.id : null,
        actorName: actor.kind === 'staff' ? actor.name : '',
        round,
        ...change.step,
      },
      now,
    ),
    ...(stops.length ? [stopClocks(row.tenant_id, row.id, stops, now)] : []),
    ...starts.map((one) => one.statement),
    ...moved.map((one) => one.statement),
  ]
  for (const statement of statements) write(statement)
  made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
  return { id: row.id, state: to, version: row.version + 1 }
}
