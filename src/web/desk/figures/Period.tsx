// The sentence above the figures: where, and which days; its words are the controls and stand in the address.
import { useNavigate } from '@tanstack/react-router'
import { fill, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dateWords } from '#web/parts/when.ts'
import { Word } from '../parts/Word.tsx'
import { ALL, useAreaGroups } from '../queue/sentence-choices.ts'
import { daysOf, PERIODS, type PeriodName, type PeriodSearch, USUAL_PERIOD } from './period.ts'
import { figureWords } from './words.ts'

type PeriodProps = {
  readonly search: PeriodSearch
  /** The page whose address says it. */
  readonly at?: '/desk/figures' | '/desk/study'
  readonly sentence?: string
}

export function Period({ search, at = '/desk/figures', sentence }: PeriodProps) {
  const t = useWords(figureWords)
  const lang = useLang()
  const now = useNow()
  const navigate = useNavigate({ from: at })
  const areas = useAreaGroups(search.area)
  const days = daysOf(search, now)
  const set = (part: Partial<PeriodSearch>, without: readonly (keyof PeriodSearch)[] = []) =>
    void navigate({
      search: (before) => {
        const next: Record<string, unknown> = { ...before, ...part }
        for (const name of without) delete next[name]
        return next as PeriodSearch
      },
      resetScroll: false,
    })
  const choosePeriod = (id: string) => {
    const period = PERIODS.find((one) => one === id) as PeriodName
    if (period === 'own') set({ period, from: days.from === '2000-01-01' ? days.to : days.from, to: days.to })
    else set({ period }, ['from', 'to'])
  }
  return (
    <>
      <p className="sentence">
        {fill(sentence ?? t('sentence'), {
          area: (
            <Word
              label={t('whichArea')}
              chosen={search.area ?? ALL}
              groups={areas}
              onChoose={(id) => (id === ALL ? set({}, ['area']) : set({ area: id }))}
            />
          ),
          period: (
            <Word
              label={t('whichPeriod')}
              chosen={search.period ?? USUAL_PERIOD}
              groups={[{ title: '', choices: PERIODS.map((id) => ({ id, label: t(`period.${id}`) })) }]}
              onChoose={choosePeriod}
            />
          ),
        })}
      </p>
      {search.period === 'own' ? (
        <div className="own-days">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="f">
              {t(end)}
              <input
                type="date"
                value={days[end]}
                max={end === 'from' ? days.to : undefined}
                onChange={({ target }) => target.value && set({ [end]: target.value })}
              />
            </label>
          ))}
        </div>
      ) : null}
      <p className="s q">
        {search.period === 'all'
          ? null
          : t('days', {
              from: dateWords(`${days.from}T04:00:00Z`, now, lang),
              to: dateWords(`${days.to}T04:00:00Z`, now, lang),
            })}
      </p>
    </>
  )
}
