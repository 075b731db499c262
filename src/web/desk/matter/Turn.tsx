// Whose turn it is, before anything else; and danger before that.
import { useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import type { Matter } from './Record.tsx'
import { turnOf } from './turn.ts'
import { matterWords } from './words.ts'

export function Turn({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const { who, what, mine } = turnOf(matter, t, useLang())
  const danger = matter.emergency && (matter.state === 'reported' || matter.state === 'handling')
  return (
    <>
      {danger ? (
        <p className="note late">
          <Icon name="warn" />
          <b>{t('dangerNote', { call: matter.emergency })}</b>
        </p>
      ) : null}
      <p className={mine ? 'turn' : 'turn others'}>
        <b>{who}</b>
        <span>{what}</span>
      </p>
    </>
  )
}
