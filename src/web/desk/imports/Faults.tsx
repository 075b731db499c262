// Rows that cannot go in, by line, masked, with what to do; and the sheet that brings them back.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { importWords } from './words.ts'

const PAGE = 20
const MOST = 200

export function Faults({ id }: { readonly id: string }) {
  const t = useWords(importWords)
  const lang = useLang()
  const [limit, setLimit] = useState(PAGE)
  const { data, error } = useAnswer('register.batchFaults', { id, limit }, { keep: true })
  return (
    <section>
      <h3>{t('faults')}</h3>
      <p>
        <a href={`/api/register.faultSheet?id=${id}&lang=${lang}`} download>
          {t('correct')}
        </a>
      </p>
      <ProblemNote problem={error} />
      <p className="s q">{data?.reasons.map(({ text, rows }) => `${text} ${rows}`).join(' · ')}</p>
      <ul className="imp-faults">
        {data?.rows.map(({ sheet, line, faults }) => (
          <li key={`${sheet} ${line}`}>
            <b>{t('line', { n: line })}</b>
            {faults.map((fault) => (
              <p key={`${fault.column} ${fault.reason}`}>
                {fault.heading} {fault.value ? <code>{fault.value}</code> : null} {fault.text}
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
