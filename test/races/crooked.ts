// Many at one object at the same moment: how a round went, and what must hold for every matter after it.
import type { Pool } from 'pg'
import { mayMove } from '#kernel/lifecycle.ts'
import { Problem } from '#kernel/problem.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'

export type Round = { winners: number; refused: Record<string, number>; states: Set<unknown> }

/** All at once, as if each came in its own request. */
export async function race(hands: readonly (() => Promise<unknown>)[]): Promise<Round> {
  const round: Round = { winners: 0, refused: {}, states: new Set() }
  for (const one of await Promise.allSettled(hands.map((hand) => hand()))) {
    if (one.status === 'fulfilled') {
      round.winners++
      continue
    }
    const problem = one.reason as Problem
    const name = problem instanceof Problem ? `${problem.status} ${problem.message}` : String(problem)
    round.refused[name] = (round.refused[name] ?? 0) + 1
    round.states.add(problem.details?.code)
  }
  return round
}

/** Clocks that may run in a state; in all others none does. */
const MAY_RUN: Partial<Record<keyof typeof matterLife.states, readonly string[]>> = {
  reported: ['take', 'answer', 'finish'],
  dispatched: ['sign', 'answer', 'finish'],
  handling: ['answer', 'finish'],
  paused: ['answer', 'finish'],
  finished: ['check'],
  replied: ['rate'],
}

/** What must hold for every matter at every moment, or for those of `ids`, read past all rules. */
export async function crooked(owner: Pool, ids?: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  const { rows } = await owner.query<{
    no: string
    state: keyof typeof matterLife.states
    version: number
    clock: string | null
    running: string[]
    dues: number[]
    moves: (keyof typeof matterLife.moves)[]
    journal: number
  }>(
    `select m.no, m.state, m.version, m.clock,
        array(select c.kind from matter_clock c where c.matter_id = m.id and c.stopped_at is null order by c.due_at, c.kind) as running,
        array(select extract(epoch from c.due_at)::float8 from matter_clock c where c.matter_id = m.id and c.stopped_at is null order by c.due_at, c.kind) as dues,
        array(select s.move from matter_step s where s.matter_id = m.id order by s.id) as moves,
        (select count(*)::int from journal j where j.subject_id = m.id and j.operation like 'matter.%') as journal
      from matter m where $1::uuid[] is null or m.id = any($1)`,
    [ids ?? null],
  )
  for (const row of rows) {
    let state: string | null = null
    for (const move of row.moves) {
      if (!(move in matterLife.moves)) continue
      if (!mayMove(matterLife, move, state)) faults.push(`${row.no}: ${move} from ${state}`)
      state = matterLife.moves[move].to
    }
    if (state !== row.state) faults.push(`${row.no}: its steps end in ${state}, it is ${row.state}`)
    if (row.version !== row.moves.length)
      faults.push(`${row.no}: version ${row.version} after ${row.moves.length} steps`)
    // What is joined to a matter is journalled under what joined it.
    const own = row.moves.filter((move) => (move as string) !== 'joined').length
    if (row.journal !== own) faults.push(`${row.no}: ${row.journal} journal rows for ${own} steps`)
    if (new Set(row.running).size !== row.running.length)
      faults.push(`${row.no}: two clocks of a kind run: ${row.running}`)
    const wrong = row.running.filter((kind) => !MAY_RUN[row.state]?.includes(kind))
    if (wrong.length > 0) faults.push(`${row.no}: ${row.state}, and ${wrong} still runs`)
    // A clock that stands still is shown by nobody; of two that are due at one instant, either.
    const ticking = row.running
      .map((kind, at) => ({ kind, due: row.dues[at] }))
      .filter(({ kind }) => row.state !== 'paused' || kind !== 'finish')
    const first = ticking.filter(({ due }) => due === ticking[0]!.due).map(({ kind }) => kind)
    if (row.clock === null ? first.length > 0 : !first.includes(row.clock))
      faults.push(`${row.no}: shows ${row.clock}, runs ${row.running}`)
  }
  return faults
}
