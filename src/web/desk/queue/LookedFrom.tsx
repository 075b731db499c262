// How far back was looked, and the way to look a year further.
import { Link } from '@tanstack/react-router'
import { useLang, useWords } from '#web/lang.ts'
import { dayBefore, type QueueSearch } from './search.ts'
import { queueWords } from './words.ts'

type LookedFromProps = { readonly search: QueueSearch; readonly from: string | null }

const dayOf = (day: string, lang: 'zh' | 'en'): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

export function LookedFrom({ search, from }: LookedFromProps) {
  const t = useWords(queueWords)
  const lang = useLang()
  if (!search.find || !from) return null
  const { m: _, ...sentence } = search
  const { until } = search
  const day = dayOf(from, lang)
  return (
    <p className="s q looked">
      {until ? t('lookedBetween', { from: day, to: dayOf(until, lang) }) : t('lookedFrom', { from: day })}{' '}
      <Link to="/desk" search={{ ...sentence, until: dayBefore(from) }}>
        {t('lookEarlier')}
      </Link>
    </p>
  )
}
