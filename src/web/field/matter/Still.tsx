// Nothing to do here now: whose turn it is instead, and the little that can be done all the same.
import type { Lang } from '#kernel/words.ts'
import { type Say, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { levelNames } from '#web/parts/matter-words.ts'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords } from '#web/parts/when.ts'
import { pausedUntil } from '../../parts/paused-until.ts'
import { Go } from '../Go.tsx'
import { SendNote } from '../SendNote.tsx'
import { useSend } from '../use-send.ts'
import { fieldWords } from '../words.ts'
import { moreIn } from './MoreSheet.tsx'
import { moreWords } from './more-words.ts'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

export function Still({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const m = useWords(moreWords)
  const lang = useLang()
  const now = useNow()
  const says = whoseTurn(matter, t, m, lang, now)
  const more = moreIn(matter).length > 0
  const resume = matter.can.includes('resume')
  if (!says && !more && !resume) return null
  return (
    <section className="thumb still" aria-label={t('actions')}>
      {says ? <p>{says}</p> : null}
      {resume ? <Resume id={matter.id} /> : null}
      {matter.mergedInto ? (
        <Go to={`/matters/${matter.mergedInto.id}`} className="btn">
          {m('openOther', { no: matter.mergedInto.no })}
        </Go>
      ) : null}
      {more ? (
        <Go to={`/matters/${matter.id}?do=more`} stay className="btn">
          {m('moreShort')}
        </Go>
      ) : null}
    </section>
  )
}

function whoseTurn(
  matter: Matter,
  t: Say<typeof matterWords>,
  m: Say<typeof moreWords>,
  lang: Lang,
  now: Parameters<typeof dateWords>[1],
): string {
  const { state, handlerName, agencyName, leaderName, level, mergedInto } = matter
  const until = pausedUntil(matter)
  switch (state) {
    case 'finished':
      return t('waiting')
    case 'replied':
      return t('repliedNote')
    case 'closed':
      return t('over')
    case 'withdrawn':
      return t('withdrawn')
    case 'declined':
      return m('declined')
    case 'archived':
      return m('archived')
    case 'merged':
      return m('mergedInto', { no: mergedInto?.no ?? '' })
    case 'paused':
      return until ? m('pausedUntil', { day: dateWords(until, now, lang) }) : ''
    case 'dispatched': {
      const name = agencyName || leaderName
      return name ? m('dispatchedTo', { name }) : m('dispatchedUp', { level: levelNames[level]?.[lang] ?? '' })
    }
    default:
      return handlerName ? t('otherHands', { name: handlerName }) : ''
  }
}

function Resume({ id }: { readonly id: string }) {
  const m = useWords(moreWords)
  const again = useWords(fieldWords)('sendAgain')
  const resume = useSend('matter.resume', () => tell(m('resumed')))
  return (
    <>
      <SendNote problem={resume.error} />
      <Button
        look="primary"
        block
        busy={resume.isPending}
        busyLabel={m('resuming')}
        onPress={() => resume.mutate({ id })}
      >
        {resume.error?.mayPass ? again : m('resume')}
      </Button>
    </>
  )
}
