// Who else is with it, and what was asked of the desk and is not decided yet.
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { dateWords } from '#web/parts/when.ts'
import { moreWords } from './more-words.ts'
import type { Matter } from './Record.tsx'

export function Together({ matter }: { readonly matter: Matter }) {
  const t = useWords(moreWords)
  const lang = useLang()
  const now = useNow()
  const { helpers, leaderName, requests } = matter
  const open = requests.filter(({ decision }) => decision === null)
  if (helpers.length === 0 && !leaderName && open.length === 0) return null
  return (
    <section className="together">
      {leaderName ? (
        <p>
          <Icon name="person" />
          <span>{t('ledByLeader', { name: leaderName })}</span>
        </p>
      ) : null}
      {helpers.length > 0 ? (
        <p>
          <Icon name="people" />
          <span>{t('helpers', { names: helpers.map(({ name }) => name).join(lang === 'en' ? ', ' : '、') })}</span>
        </p>
      ) : null}
      {open.map(({ id, what, until }) => (
        <p key={id}>
          <Icon name="hourglass" />
          <span>{t('pending', { what: t(what), day: dateWords(until, now, lang) })}</span>
        </p>
      ))}
    </section>
  )
}
