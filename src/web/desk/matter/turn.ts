// Whose turn it is on a matter, and what that person should do, as a sentence.
import type { Lang } from '#kernel/words.ts'
import type { Output } from '#web/call.ts'
import { pick, type Say } from '#web/lang.ts'
import { namesOf } from './lies-with.ts'
import { isMine } from './moves.ts'
import { waitingFor } from './waiting-for.ts'
import type { matterWords } from './words.ts'

type Matter = Output<'matter.get'>
type T = Say<typeof matterWords>

export type Turn = { readonly who: string; readonly mine: boolean; readonly what: string }

const isSentBack = ({ steps }: Matter): boolean =>
  steps.findLast(({ move }) => move === 'finish' || move === 'sendBack' || move === 'dispute')?.move === 'sendBack'

const handlingWord = (matter: Matter, mine: boolean) => {
  const { round, clocks } = matter
  if (mine && isSentBack(matter)) return 'turn.sentBack.mine'
  const unanswered = clocks.some(({ kind, stoppedAt }) => kind === 'answer' && stoppedAt === null)
  if (mine && unanswered && round > 1) return 'turn.again.mine'
  return `turn.${unanswered ? 'answer' : 'handling'}.${mine ? 'mine' : 'other'}` as const
}

/** New ones lie with the grid, returned ones with the desk, twice returned ones with a referee. */
function reportedTurn(matter: Matter, mine: boolean, of: (who: string) => string, t: T, lang: Lang): Turn {
  const { returns, liesWith, can } = matter
  const grid = pick(matter.gridName, matter.gridNameEn, lang)
  if (returns >= 2) return { mine: can.includes('rule'), who: of(t('aLeader')), what: t('turn.returnedTwice') }
  if (returns > 0) return { mine, who: of(t('theDesk')), what: t('turn.returned') }
  if (liesWith?.who === 'desk')
    return {
      mine,
      who: of(liesWith.unit ? t('deskOfArea', { area: namesOf(liesWith, lang) }) : t('theDesk')),
      what: t('turn.nobody', { grid }),
    }
  return { mine, who: of(t('theGrid', { grid })), what: t(`turn.reported.${mine ? 'mine' : 'other'}`) }
}

/** A late matter is not closed unseen. */
function unseenTurn({ can }: Matter, t: T): Turn {
  const mine = can.includes('acknowledge')
  return { mine, who: mine ? t('yourTurn') : t('turnOf', { who: t('aLeader') }), what: t('turn.unseen') }
}

export function turnOf(matter: Matter, t: T, lang: Lang): Turn {
  const { state, handlerName, leaderName, round, solved } = matter
  const agencyName = pick(matter.agencyName, matter.agencyNameEn, lang)
  const deskName = pick(matter.deskName ?? '', matter.deskNameEn ?? '', lang)
  const mine = isMine(matter)
  const yours = t('yourTurn')
  const of = (who: string) => (mine ? yours : t('turnOf', { who }))
  const desk = deskName && t('deskOfArea', { area: deskName })
  const handler = handlerName || agencyName || leaderName || desk || t('theDesk')
  switch (state) {
    case 'reported':
      return reportedTurn(matter, mine, of, t, lang)
    case 'handling':
      if (waitingFor(matter)) return { mine: true, who: t('yourTurn'), what: t('turn.request', { who: handler }) }
      return { mine, who: of(handler), what: t(handlingWord(matter, mine), { round }) }
    case 'finished':
      if (!matter.acknowledged) return unseenTurn(matter, t)
      return { mine, who: of(t('theDesk')), what: t(`turn.finished.${mine ? 'mine' : 'other'}`, { who: handler }) }
    case 'replied':
      return { mine: false, who: t('turnOf', { who: t('theResident') }), what: t('turn.replied') }
    case 'closed':
      return { mine: false, who: t('over'), what: t(solved ? 'turn.closed.solved' : 'turn.closed') }
    case 'dispatched':
      return {
        mine,
        who: of(agencyName || leaderName || desk || t('theLead')),
        what: t(`turn.dispatched.${mine ? 'mine' : 'other'}`),
      }
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
