// Whose turn it is on a matter, and what that person should do, as a sentence.
import type { Output } from '#web/call.ts'
import type { Say } from '#web/lang.ts'
import { movesOf } from './moves.ts'
import type { matterWords } from './words.ts'

type Matter = Output<'matter.get'>
type T = Say<typeof matterWords>

export type Turn = { readonly who: string; readonly mine: boolean; readonly what: string }

const handlingWord = ({ round, clocks }: Matter, mine: boolean) => {
  const unanswered = clocks.some(({ kind, stoppedAt }) => kind === 'answer' && stoppedAt === null)
  if (mine && unanswered && round > 1) return 'turn.again.mine'
  return `turn.${unanswered ? 'answer' : 'handling'}.${mine ? 'mine' : 'other'}` as const
}

export function turnOf(matter: Matter, t: T): Turn {
  const { state, can, gridName, handlerName, round, solved } = matter
  const mine = movesOf(can).length > 0
  const yours = t('yourTurn')
  const of = (who: string) => (mine ? yours : t('turnOf', { who }))
  const handler = handlerName || t('theDesk')
  switch (state) {
    case 'reported':
      return { mine, who: of(t('theGrid', { grid: gridName })), what: t(`turn.reported.${mine ? 'mine' : 'other'}`) }
    case 'handling':
      return { mine, who: of(handler), what: t(handlingWord(matter, mine), { round }) }
    case 'finished':
      return { mine, who: of(t('theDesk')), what: t(`turn.finished.${mine ? 'mine' : 'other'}`, { who: handler }) }
    case 'replied':
      return { mine: false, who: t('turnOf', { who: t('theResident') }), what: t('turn.replied') }
    case 'closed':
      return { mine: false, who: t('over'), what: t(solved ? 'turn.closed.solved' : 'turn.closed') }
    case 'dispatched':
      return { mine, who: of(t('theLead')), what: t(`turn.dispatched.${mine ? 'mine' : 'other'}`) }
    case 'paused':
      return { mine, who: of(handler), what: t('turn.paused') }
    case 'declined':
    case 'merged':
    case 'archived':
      return { mine: false, who: t('over'), what: t(`turn.${state}`) }
    case 'withdrawn':
      return { mine: false, who: t('over'), what: t('turn.withdrawn') }
  }
}
