// Passing up: by the handler, by the desk, or by the clock when a limit runs out; at the top a named leader and his team.
import { machineOnly, works } from '#kernel/access.ts'
import { assign } from '#kernel/assignment.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { accountById, workersAt } from '#modules/account/index.ts'
import { pathOf } from '#modules/area/index.ts'
import { dutiesOf } from '#modules/duty/index.ts'
import { clocksOf } from '../clocks.ts'
import { matter } from '../contract.ts'
import { DESKS, handles, leads, ofItsGrid, withHand } from '../leads.ts'
import { TOP_LEVEL } from '../lifecycle.ts'
import { stepOf } from '../moves.ts'
import type { HeldMatter } from '../store.ts'
import { matterProblems } from '../words.ts'
import { locked, type Moving, writeMove } from '../write-move.ts'

const LEVEL_AREA = ['grid', 'community', 'subdistrict'] as const

/** The leader who is paired with the place (包联); without one a leader of the subdistrict, or above it. */
async function leaderFor(tx: Tx, row: HeldMatter, day: string): Promise<string | undefined> {
  const path = await pathOf(tx, row.tenant_id, row.area_pos)
  const [leaders, duties] = await Promise.all([
    workersAt(tx, row.tenant_id, row.area_pos, ['subdistrict_leader', 'district_leader'], day),
    dutiesOf(
      tx,
      row.tenant_id,
      path.map((area) => area.id),
      day,
    ),
  ])
  const paired = new Set(duties.filter((duty) => duty.kind === 'contact_leader').map((duty) => duty.account_id))
  const [leader] = [...leaders.filter((one) => paired.has(one.id)), ...leaders]
  return leader?.id
}

/**
 * The clock finds no leader for the place: the subdistrict's desk has it again, with a fresh limit, and is told why.
 * It is looked at again when that limit runs out, so it neither waits in silence nor keeps others from their turn.
 */
function stays(row: HeldMatter, path: Awaited<ReturnType<typeof pathOf>>, now: Date) {
  const desk = path.find((one) => one.level === LEVEL_AREA[TOP_LEVEL - 1])
  return {
    detail: { level: row.level, to: desk?.name ?? '', noLeader: true },
    set: {
      ...{ desk_area_id: desk?.id ?? row.desk_area_id, agency_id: null, leader_id: null, handler_id: null },
      ...{ raised_at: now, helpers: row.helpers },
    },
  }
}

/** One level up: the community's desk, the subdistrict's, then a leader by name. The whole file goes along. */
async function lift(context: Moving, leaderId: string | undefined, team: readonly string[]) {
  const { subject, actor, tx, now, write } = context
  const row = subject!
  if (row.level >= TOP_LEVEL) throw new Problem(matterProblems.atTop)
  const level = row.level + 1
  const handed = { tenant: row.tenant_id, subject: row.id }
  if (level < TOP_LEVEL) {
    const area = (await pathOf(tx, row.tenant_id, row.area_pos)).find((one) => one.level === LEVEL_AREA[level])
    if (!area) throw new Problem(doorProblems.missing)
    return {
      detail: { level, to: area.name },
      set: {
        ...{ level, desk_area_id: area.id, agency_id: null, leader_id: null, handler_id: null, raised_at: now },
        // Whoever had it first stays with it: it is passed up, not away.
        helpers: [...new Set([...row.helpers, ...(row.agency_id ? [row.agency_id] : [])])],
      },
    }
  }
  const leader = leaderId ?? (await leaderFor(tx, row, localDay(now)))
  const named = leader ? await accountById(tx, row.tenant_id, leader) : undefined
  if (!named) {
    if (actor.kind !== 'machine') throw new Problem(matterProblems.noLeader)
    return stays(row, await pathOf(tx, row.tenant_id, row.area_pos), now)
  }
  const people = await Promise.all(team.map((id) => accountById(tx, row.tenant_id, id)))
  if (people.some((one) => !one)) throw new Problem(doorProblems.missing)
  for (const one of assign(
    handed,
    [named.id, ...team].filter((id) => !row.helpers.includes(id)),
    now,
  ))
    write(one)
  return {
    detail: { level, to: named.name, team: people.map((one) => one!.name) },
    set: {
      level,
      desk_area_id: null,
      agency_id: null,
      leader_id: named.id,
      handler_id: null,
      helpers: [...new Set([...row.helpers, ...(row.agency_id ? [row.agency_id] : []), ...team])],
      raised_at: now,
    },
  }
}

const PROMISED: readonly string[] = ['take', 'sign', 'answer', 'finish']

/** What ran out since it was last passed up; of two processes that find it, the second finds it done. */
async function refuseUnlessOverdue({ subject, tx, now }: Moving) {
  const row = subject!
  const clocks = await clocksOf(tx, row.tenant_id, row.id)
  const over = clocks.some(
    (one) =>
      one.stopped_at === null &&
      PROMISED.includes(one.kind) &&
      one.due_at <= now &&
      !(row.raised_at && one.due_at <= row.raised_at),
  )
  if (!over) throw new Problem(matterProblems.notNow)
}

export const raise = operation(matter.raise, {
  permit: [handles, leads, ofItsGrid, works(...DESKS), machineOnly],
  subject: locked,
  moves: stepOf('raise'),
  async run(context) {
    const { input, subject, actor } = context
    const up = await lift(context, input.leaderId, input.team)
    const hands =
      actor.kind === 'staff' && subject!.handler_id === actor.id ? withHand(subject!, actor) : subject!.hands
    return writeMove(context, 'raise', { step: { text: input.why, detail: up.detail }, set: { ...up.set, hands } })
  },
})

export const climb = operation(matter.climb, {
  permit: [machineOnly],
  subject: locked,
  moves: stepOf('climb'),
  async run(context) {
    await refuseUnlessOverdue(context)
    const up = await lift(context, undefined, [])
    return writeMove(context, 'climb', { step: { detail: up.detail }, set: up.set })
  },
})
