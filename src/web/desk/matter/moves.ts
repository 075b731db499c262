// The moves that a desk can make on a matter, in the order in which their buttons stand.
import type { Output } from '#web/call.ts'

type Matter = Output<'matter.get'>

export const MOVES = ['take', 'answer', 'finish', 'verify', 'sendBack'] as const
export type Move = (typeof MOVES)[number]

/** The buttons a record's `can` asks for. */
export const movesOf = (can: readonly string[]): Move[] => MOVES.filter((move) => can.includes(move))

/** The one step that usually comes next: the resident is called before the matter is finished. */
export function mainMove({ can, clocks }: Pick<Matter, 'can' | 'clocks'>): Move | undefined {
  const moves = movesOf(can)
  const unanswered = clocks.some(({ kind, stoppedAt }) => kind === 'answer' && stoppedAt === null)
  const order: readonly Move[] = unanswered
    ? ['take', 'answer', 'finish', 'verify']
    : ['take', 'finish', 'verify', 'answer']
  return order.find((move) => moves.includes(move)) ?? moves[0]
}
