// What an area entered of each month: counts that did not come to it, never of whom.
import { preventedWords } from '#modules/study/words.ts'
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { countWords } from './count-words.ts'

type Entered = Output<'study.sweeps'>['prevented']
const KINDS = Object.keys(preventedWords) as (keyof typeof preventedWords)[]

export function PreventedCounts({ entered }: { readonly entered: Entered }) {
  const t = useWords(countWords)
  const kind = useWords(preventedWords)
  if (entered.length === 0) return null
  return (
    <section className="sheet">
      <h2>{t('title')}</h2>
      <div className="study-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              {KINDS.map((one) => (
                <th scope="col" key={one}>
                  {kind(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...Map.groupBy(entered, ({ month }) => month)].map(([month, of]) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                {KINDS.map((one) => {
                  const cell = of.find((entry) => entry.kind === one)
                  return <td key={one}>{cell ? t('counted', { cases: cell.cases, people: cell.people }) : '—'}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
