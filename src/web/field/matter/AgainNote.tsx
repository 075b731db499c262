// Why a matter is to be done once more: the checker's or the resident's reason, before everything else.
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Shape } from '#web/parts/State.tsx'
import { clockTime } from '#web/parts/when.ts'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

/** The step that sent it back, as long as it has not been finished since. */
const reasonOf = ({ state, steps }: Matter) =>
  state === 'handling'
    ? steps
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .find(({ move }) => move === 'finish' || move === 'sendBack' || move === 'dispute')
    : undefined

export function AgainNote({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const now = useNow()
  const step = reasonOf(matter)
  if (!step || step.move === 'finish') return null
  const disputed = step.move === 'dispute'
  const time = clockTime(step.at, now, lang)
  return (
    <section className="again sheet">
      <h2>
        <Shape name={disputed ? 'reopened' : 'returned'} />
        {t(disputed ? 'disputed' : 'sentBack')}
      </h2>
      <p>{step.text}</p>
      <p className="s">
        {disputed ? t('disputedAt', { time, round: step.round }) : t('sentBackBy', { name: step.actorName, time })}
      </p>
    </section>
  )
}
