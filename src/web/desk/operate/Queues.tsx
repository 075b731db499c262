// What waits to be done behind the pages, and for how long the oldest has been late.
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { secondsWords } from './amounts.ts'
import { operateWords } from './words.ts'

export function Queues({ queues }: { readonly queues: Output<'upkeep.health'>['queues'] }) {
  const t = useWords(operateWords)
  return (
    <section aria-labelledby="queues">
      <h2 id="queues">{t('queues')}</h2>
      <table className="t">
        <thead>
          <tr>
            <th>{t('queue')}</th>
            <th className="num">{t('waiting')}</th>
            <th className="num">{t('oldest')}</th>
            <th className="num">{t('failed')}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ queue, waiting, failed, oldestSeconds }) => (
            <tr key={queue}>
              <td>{t(queue)}</td>
              <td className="num">{waiting}</td>
              <td className="num">{oldestSeconds === null ? '–' : secondsWords(oldestSeconds, t)}</td>
              <td className="num">{failed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
