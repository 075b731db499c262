// What each heading of a file means: offered, and changed by who sends it. What may not be kept cannot be chosen.
import { pick, useLang, useWords } from '#web/lang.ts'
import type { Batch } from './BatchPanel.tsx'
import { importWords } from './words.ts'

type ColumnsProps = {
  readonly batch: Batch
  readonly chosen: Readonly<Record<string, string>>
  readonly onChoose: (mapping: Record<string, string>) => void
}

export function Columns({ batch, chosen, onChoose }: ColumnsProps) {
  const t = useWords(importWords)
  const lang = useLang()
  const nameOf = (code: string) => {
    const column = batch.columns.find((one) => one.code === code)
    return column ? pick(column.zh, column.en, lang) : code
  }
  const headings = (batch.headings ?? []).filter(({ heading }) => heading !== '')
  return (
    <details open={batch.pass === null}>
      <summary>
        {t('mapping')} ({headings.length})
      </summary>
      {batch.missing.length > 0 ? (
        <p className="note">{t('missing', { columns: batch.missing.map(nameOf).join(t('commaSign')) })}</p>
      ) : null}
      <p className="s q">{t('mapHelp')}</p>
      <div className="imp-map">
        {headings.map(({ heading, column, why }) => (
          <div key={heading} className="imp-heading">
            <span>{heading}</span>
            {column === 'never' ? (
              <span className="q">
                {t('never')}
                <span className="vh"> {why}</span>
              </span>
            ) : (
              <select
                aria-label={heading}
                value={chosen[heading] ?? column}
                onChange={(event) => onChoose({ ...chosen, [heading]: event.target.value })}
              >
                <option value="unknown">{t('leftOut')}</option>
                {batch.columns.map(({ code, zh, en }) => (
                  <option key={code} value={code}>
                    {pick(zh, en, lang)}
                  </option>
                ))}
              </select>
            )}
          </div>
        ))}
      </div>
    </details>
  )
}
