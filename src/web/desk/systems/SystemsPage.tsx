// Other systems that send matters by Open311: whose keys run, giving one, taking one back.
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { KeyForm } from './KeyForm.tsx'
import { SystemTabs } from './SystemTabs.tsx'
import { systemWords } from './words.ts'
import '../kinds/kinds.css'
import '../notices/notices.css'
import './systems.css'

type Key = Output<'open311.keys'>['keys'][number]

export function SystemsPage() {
  const t = useWords(systemWords)
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useAnswer('open311.keys', {}, { keep: true })
  useLive('open311')
  useTitle(t('title'))
  return (
    <main className="wide">
      <article className="sheet">
        <SystemTabs />
        <div className="table-head">
          <div>
            <h1>{t('title')}</h1>
            <p className="q">{t('lead')}</p>
            <p className="s q">
              {t('tokensToo')}
              <a href="/desk/me#tokens">{t('myTokens')}</a>
            </p>
          </div>
          {data?.can.includes('addKey') ? <Button onPress={() => setOpen(true)}>{t('newKey')}</Button> : null}
        </div>
        {data ? (
          <p>
            <span className="q">{t('address')}</span> <code>{data.url}</code>{' '}
            <span className="q">{t('jurisdiction')}</span> <code>{data.jurisdiction}</code>
          </p>
        ) : null}
        {data && data.keys.length > 0 ? <Keys keys={data.keys} mayEnd={data.can.includes('endKey')} /> : null}
        {data?.keys.length === 0 ? <Empty title={t('none')}>{t('noneText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={4} />}
      </article>
      {open ? (
        <aside className="side-panel sheet">
          <KeyForm onDone={() => setOpen(false)} />
        </aside>
      ) : null}
    </main>
  )
}

function Keys({ keys, mayEnd }: { readonly keys: readonly Key[]; readonly mayEnd: boolean }) {
  const t = useWords(systemWords)
  const lang = useLang()
  const now = useNow()
  const end = useCommand('open311.endKey', { onDone: () => tell(t('endedNow')) })
  return (
    <>
      <ProblemNote problem={end.error} />
      <table className="t keeps-head n-table">
        <thead>
          <tr>
            <th>{t('owner')}</th>
            <th>{t('contact')}</th>
            <th>{t('given')}</th>
            <th>{t('ends')}</th>
            <th>{t('state')}</th>
            <th>
              <span className="vh">{t('end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td className="n-first">
                <b>{key.owner}</b>
                {key.demo ? <span className="s q sub-line">{t('demo')}</span> : null}
              </td>
              <td>{key.contact}</td>
              <td className="nw n-aside">{clockTime(key.madeAt, now, lang)}</td>
              <td className="nw">
                <span className="sys-narrow">{t('until')} </span>
                {clockTime(key.endsAt, now, lang)}
              </td>
              <td>
                <State row={key} />
              </td>
              <td className="num">
                {mayEnd && !key.endedAt ? (
                  <button
                    type="button"
                    className="tool"
                    disabled={end.isPending}
                    aria-label={t('endOf', { name: key.owner })}
                    onClick={() => end.mutate({ input: { id: key.id } })}
                  >
                    {t('end')}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function State({ row }: { readonly row: Key }) {
  const t = useWords(systemWords)
  const lang = useLang()
  const now = useNow()
  if (row.endedAt) return <Mark shape="returned">{t('ended', { when: clockTime(row.endedAt, now, lang) })}</Mark>
  if (new Date(row.endsAt) <= now) return <Mark shape="missing">{t('over')}</Mark>
  return (
    <Mark shape="tick" tone="done">
      {t('running')}
    </Mark>
  )
}
