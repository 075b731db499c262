// Rows that cannot go in, by line, masked, with what to do; and the sheet that brings them back.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import type { Batch } from './BatchPanel.tsx'
import { importWords } from './words.ts'

const PAGE = 20
const MOST = 200
/** So many reasons are read at a glance; more are folded away. */
const FEW = 4

export function Faults({ batch }: { readonly batch: Batch }) {
  const { id } = batch
  const t = useWords(importWords)
  const lang = useLang()
  const [limit, setLimit] = useState(PAGE)
  const { data, error } = useAnswer('register.batchFaults', { id, limit }, { keep: true })
  const sheets = new Set(data?.rows.map(({ sheet }) => sheet))
  return (
    <section>
      <h3>{t('faults')}</h3>
      <p>
        {batch.can.includes('faultSheet') ? (
          <a href={`/api/register.faultSheet?id=${id}&lang=${lang}`} download>
            {t('correct')}
          </a>
        ) : (
          <span className="q">{t('correctOthers', { who: batch.madeBy })}</span>
        )}
      </p>
      <ProblemNote problem={error} />
      {data && data.reasons.length > 0 ? (
        <details open={data.reasons.length <= FEW}>
          <summary>{t('reasons', { n: data.reasons.length })}</summary>
          <ul className="imp-reasons s">
            {data.reasons.map(({ reason, text, rows }) => (
              <li key={reason}>
                <span>{text}</span>
                <span>{rows.toLocaleString(lang)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <ul className="imp-faults">
        {data?.rows.map(({ sheet, line, faults }) => (
          <li key={`${sheet} ${line}`}>
            <b>{t('line', { n: line })}</b> {sheets.size > 1 ? <span className="s q">{sheet}</span> : null}
            {faults.map((fault) => (
              <p key={`${fault.column} ${fault.reason}`}>
                {fault.heading ? t('atHeading', { heading: fault.heading }) : ''}
                {fault.value ? <code>{fault.value}</code> : null} {fault.text}
                <span className="s q sub-line">{fault.hint}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {data?.next && limit < MOST ? <Button onPress={() => setLimit(MOST)}>{t('more')}</Button> : null}
    </section>
  )
}
