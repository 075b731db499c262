// What came of a file: how many rows, how quickly, and which columns were not kept.
import { useLang, useWords } from '#web/lang.ts'
import type { Batch } from './BatchPanel.tsx'
import { timeLeft } from './time-left.ts'
import { importWords } from './words.ts'

export function Figures({ batch }: { readonly batch: Batch }) {
  const t = useWords(importWords)
  const lang = useLang()
  const { tally, dropped } = batch
  const figures = [
    [t('read'), tally.read],
    [batch.pass === 'load' ? t('goodDone') : t('good'), tally.good],
    [t('bad'), tally.bad],
    [t('repeats'), tally.repeats],
    [t('offers'), tally.offers],
  ] as const
  return (
    <section>
      <div className="imp-figures">
        {figures.map(([word, n]) => (
          <div key={word}>
            <b>{n.toLocaleString(lang)}</b>
            <span className="s q">{word}</span>
          </div>
        ))}
      </div>
      {dropped.length > 0 ? (
        <p className="s q">
          {t('dropped')}:{' '}
          {dropped.map(({ heading, values }) => t('droppedRow', { heading, n: values })).join(t('listSign'))}
        </p>
      ) : null}
    </section>
  )
}

export function Pace({ batch }: { readonly batch: Batch }) {
  const t = useWords(importWords)
  const lang = useLang()
  const { state, tally, rate, left, total } = batch
  if (state !== 'checking' && state !== 'loading') return null
  return (
    <section aria-live="polite">
      {total ? <progress value={tally.read} max={total} aria-label={t('read')} /> : <progress aria-label={t('read')} />}
      <p>
        {t('running', { read: tally.read.toLocaleString(lang), rate: Math.round(rate ?? 0).toLocaleString(lang) })}
        {left === null ? '' : t('left', { time: timeLeft(left, t) })}
      </p>
    </section>
  )
}
