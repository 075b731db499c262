// The operations that took longest to answer, of the process that answers now.
import { Fragment } from 'react'
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { operateWords } from './words.ts'

export function Slow({ slow }: { readonly slow: Output<'upkeep.health'>['slow'] }) {
  const t = useWords(operateWords)
  return (
    <section aria-labelledby="slow">
      <h2 id="slow">{t('slow')}</h2>
      <p className="q">{slow.length > 0 ? t('slowText') : t('noRequests')}</p>
      {slow.length > 0 ? (
        <table className="t">
          <thead>
            <tr>
              <th>{t('operation')}</th>
              <th className="num">{t('count')}</th>
              <th className="num">{t('half')}</th>
              <th className="num">{t('most')}</th>
              <th className="num">{t('max')}</th>
            </tr>
          </thead>
          <tbody>
            {slow.map(({ operation, count, p50, p95, max }) => (
              <tr key={operation}>
                <td>
                  <code>
                    {operation.split(/(?<=[./])/).map((piece) => (
                      <Fragment key={piece}>
                        {piece}
                        <wbr />
                      </Fragment>
                    ))}
                  </code>
                </td>
                <td className="num">{count}</td>
                <td className="num">{p50}</td>
                <td className="num">{p95}</td>
                <td className="num">{max}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
