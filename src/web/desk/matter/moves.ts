// The moves that a desk can make on a matter: the one that usually comes next, those beside it, and the rest in a menu.
import type { Output } from '#web/call.ts'

type Matter = Output<'matter.get'>

/** In the order in which their buttons stand. */
export const MOVES = [
  ...(['take', 'sign', 'answer', 'finish', 'verify', 'sendBack', 'acknowledge', 'rule', 'resume'] as const),
  ...(['dispatch', 'return', 'note', 'ask', 'decline', 'transfer', 'invite', 'meet', 'raise', 'merge'] as const),
  ...(['urge', 'mark', 'comment'] as const),
] as const
export type Move = (typeof MOVES)[number]
/** Made by one press, without a form. */
export const AT_ONCE = ['take', 'sign', 'resume'] as const
export type AtOnce = (typeof AT_ONCE)[number]
export const isAtOnce = (move: Move): move is AtOnce => (AT_ONCE as readonly Move[]).includes(move)

/** What makes a matter somebody's turn, besides that he may. */
const TURN: readonly Move[] = ['take', 'sign', 'answer', 'finish', 'verify', 'sendBack', 'acknowledge', 'rule']
/** Behind these nothing is hidden in the menu. */
const NEAR: readonly Move[] = [...TURN, 'resume', 'dispatch', 'return', 'note']

/** The buttons a record's `can` asks for. */
export const movesOf = (can: readonly string[]): Move[] => MOVES.filter((move) => can.includes(move))

/** Whether it waits for the reader. What has come back to the desk once does, though others may look at it as well. */
export const isMine = ({ can, returns }: Pick<Matter, 'can' | 'returns'>): boolean =>
  TURN.some((move) => can.includes(move)) || (returns === 1 && can.includes('dispatch'))

type Offering = Pick<Matter, 'can' | 'acknowledged' | 'returns' | 'state'>

/**
 * What would be refused is not offered: the reply to a late matter waits until somebody who answers for it has seen it,
 * and what two agencies have returned waits for a ruling.
 */
export function offered<T extends Offering>(matter: T): T {
  const { can, acknowledged, returns, state } = matter
  const waits = [...(acknowledged ? [] : ['verify']), ...(state === 'reported' && returns >= 2 ? ['dispatch'] : [])]
  return { ...matter, can: can.filter((move) => !waits.includes(move)) }
}

/** The one step that usually comes next: the resident is called before the matter is finished. */
export function mainMove({ can, clocks, state }: Pick<Matter, 'can' | 'clocks'> & Partial<Pick<Matter, 'state'>>) {
  const unanswered = clocks.some(({ kind, stoppedAt }) => kind === 'answer' && stoppedAt === null)
  const order: readonly Move[] = [
    ...(['rule', 'take', 'sign', 'acknowledge'] as const),
    ...(unanswered ? (['answer', 'finish'] as const) : (['finish', 'answer'] as const)),
    ...(['verify', 'resume'] as const),
    ...(state === 'reported' ? (['dispatch'] as const) : []),
    'urge',
  ]
  return order.find((move) => can.includes(move))
}

/** Beside each other, the main one first, and the rest for the menu. With a desk's whole hand nobody reads twelve buttons. */
export function spread(matter: Pick<Matter, 'can' | 'clocks' | 'state'>): { near: Move[]; rest: Move[] } {
  const main = mainMove(matter)
  const moves = movesOf(matter.can)
  const isNear = (move: Move) =>
    move === main || (NEAR.includes(move) && (move !== 'dispatch' || matter.state === 'reported'))
  return {
    near: moves.filter(isNear).toSorted((a, b) => Number(b === main) - Number(a === main)),
    rest: moves.filter((move) => !isNear(move)),
  }
}
