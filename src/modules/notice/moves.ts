// Moves of matters that are still to be told of: written with the move, taken away by the sweep that tells of them.
import { sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'

/** Moves that somebody is told of, or by which what was told is over. Of a note, a meeting, an archive nobody is told. */
export const FOLLOWED = [
  ...(['report', 'record', 'take', 'answer', 'decline'] as const),
  ...(['dispatch', 'sign', 'return', 'rule', 'transfer', 'invite', 'raise', 'climb'] as const),
  ...(['warn', 'ask', 'pause', 'standForMediation', 'extend', 'refuse', 'urge', 'mark', 'comment'] as const),
  ...(['finish', 'sendBack', 'acknowledge', 'verify', 'rate', 'dispute', 'askEffect', 'confirm'] as const),
  ...(['merge', 'withdraw', 'forget'] as const),
] as const
export type Followed = (typeof FOLLOWED)[number]

export type Move = {
  readonly tenant: string
  readonly matter: string
  readonly move: Followed
  /** The account that made it; null for a reporter. */
  readonly by: string | null
  /** Danger is told before all that waits. */
  readonly urgent: boolean
  readonly at: Date
}

export const putMove = ({ tenant, matter, move, by, urgent, at }: Move) =>
  k
    .insertInto('notice_move')
    .values({ tenant_id: tenant, turn: urgent ? 0 : 1, id: newId(), matter_id: matter, move, by_id: by, at })

/**
 * The next to be told, danger first. Not `skip locked`: two processes would tell of two moves of one matter in any
 * order; the second waits, and finds the rows gone.
 */
export const lockMoves = (tx: Tx, tenant: string, most: number) =>
  tx.all(
    k
      .selectFrom('notice_move')
      .select(['id', 'matter_id', 'move', 'by_id', 'at'])
      .where('tenant_id', '=', tenant)
      .orderBy('turn')
      .orderBy('id')
      .limit(most)
      .forUpdate(),
  )

export const dropMoves = (tenant: string, ids: readonly string[]) =>
  k.deleteFrom('notice_move').where('tenant_id', '=', tenant).where(sql<boolean>`id = any(${ids}::uuid[])`)

export const movesWait = async (tx: Tx, tenant: string): Promise<boolean> =>
  (await tx.first(k.selectFrom('notice_move').select('id').where('tenant_id', '=', tenant).limit(1))) !== undefined
