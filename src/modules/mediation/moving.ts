// One move of a file's life, written whole: the row, and the step that both sides may read.
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { freeAhead } from '#modules/room/index.ts'
import { type MediationMove, type MediationState, mediationLife } from './lifecycle.ts'
import { sealIn } from './sealed.ts'
import { lockMediation, type MediationRow, mediationById, meetingsOff, updateMediation } from './store.ts'
import { mediationProblems } from './words.ts'

export type Working<I = unknown> = Context<I, MediationRow | undefined, string>

export type Writing = Pick<Working, 'actor' | 'keys' | 'now' | 'write'>

export const stepOf = <M extends MediationMove>(name: M) => step(mediationLife, name)
export const seen = (input: { id: string }, tx: Tx, actor: Actor) => mediationById(tx, actor.tenant, input.id)
export const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockMediation(tx, actor.tenant, input.id)

type Change = {
  readonly set?: Parameters<typeof updateMediation>[1]
  readonly words?: string | undefined
  readonly reason?: string
  readonly routes?: readonly string[]
}

type Stepped = { readonly tenant_id: string; readonly id: string; readonly area_pos: number }

/** What has happened, as both sides may read it; a name where a person of the office did it. */
export function writeStep({ actor, keys, now, write }: Writing, of: Stepped, move: string, change: Change = {}): void {
  const row = { tenant_id: of.tenant_id, id: newId() }
  const person = actor.kind === 'staff'
  write(
    k.insertInto('mediation_step').values({
      ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, move, at: now },
      ...{ actor_id: person ? actor.id : null, actor_name: person ? actor.name : '' },
      ...{ reason: change.reason ?? null, routes: [...(change.routes ?? [])] },
      words: change.words ? sealIn(keys, 'mediation_step', row, 'words', change.words) : null,
      key_version: keys.version,
    }),
  )
}

/** Something is added to a file while it stays in its state. */
export function noted(context: Working, move: string, change: Change = {}) {
  const row = context.subject!
  context.write(updateMediation(row, change.set ?? {}, context.now))
  writeStep(context, row, move, change)
  context.made({ id: row.id, area_pos: row.area_pos, state: row.state, version: row.version + 1 })
  return { id: row.id, state: row.state as MediationState, version: row.version + 1 }
}

/** One move as the life says. */
export function moved(context: Working, move: MediationMove, change: Change = {}) {
  const row = context.subject!
  const to = mediationLife.moves[move].to
  context.write(updateMediation(row, { state: to, ...change.set }, context.now))
  if (!mediationLife.states[to].open) {
    const today = localDay(context.now)
    context.write(meetingsOff(row, today))
    context.write(freeAhead(row.tenant_id, row.id, today))
  }
  writeStep(context, row, move, change)
  context.made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
  return { id: row.id, state: to, version: row.version + 1 }
}

/** A day that somebody writes down has come. */
export function hasCome(day: string, now: Date): string {
  if (day > localDay(now)) throw new Problem(mediationProblems.notAhead)
  return day
}
