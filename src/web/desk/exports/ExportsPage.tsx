// Lists that leave the house: one's own, and those that wait for one's word.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { classWords } from '#modules/register/words.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { nowMs } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { RegisterTabs } from '../register/RegisterTabs.tsx'
import { AskExportForm } from './AskExportForm.tsx'
import { exportWords } from './words.ts'

type Export = Output<'register.exports'>['exports'][number]

export function ExportsPage() {
  const t = useWords(exportWords)
  const [asking, setAsking] = useState(false)
  const { data, error, refetch } = useAnswer('register.exports', {}, { keep: true })
  useLive('register')
  useTitle(t('title'))
  const again = () => void refetch()
  return (
    <main className="wide">
      <article className="sheet">
        <RegisterTabs />
        <div className="table-head">
          <div>
            <h1>{t('title')}</h1>
            <p className="q">{t('lead')}</p>
          </div>
          {data?.can.includes('askExport') ? <Button onPress={() => setAsking(true)}>{t('ask')}</Button> : null}
        </div>
        {data && data.exports.length > 0 ? <Table exports={data.exports} onAgain={again} /> : null}
        {data?.exports.length === 0 ? <Empty title={t('none')}>{t('noneText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={again} /> : null}
        {data || error ? null : <SkeletonList rows={6} />}
      </article>
      {asking ? (
        <aside className="side-panel sheet">
          <AskExportForm
            onDone={() => {
              setAsking(false)
              again()
            }}
            onCancel={() => setAsking(false)}
          />
        </aside>
      ) : null}
    </main>
  )
}

type TableProps = { readonly exports: readonly Export[]; readonly onAgain: () => void }

function Table({ exports, onAgain }: TableProps) {
  const t = useWords(exportWords)
  const lang = useLang()
  return (
    <table className="t keeps-head">
      <thead>
        <tr>
          <th>{t('what')}</th>
          <th>{t('standing')}</th>
          <th>{t('why')}</th>
        </tr>
      </thead>
      <tbody>
        {exports.map((one) => (
          <tr key={one.id}>
            <td>
              <b>{pick(one.area, one.areaEn, lang)}</b>
              <span className="s q sub-line">
                {classWords[one.class][lang]} ·{' '}
                {one.persons > 0 ? t('persons', { count: one.persons }) : t('lines', { count: one.lines })}
                {one.inFull ? ` · ${t('inFull')}` : ''}
              </span>
              <span className="s q sub-line">{one.no}</span>
            </td>
            <td>
              <Standing one={one} />
              <span className="sub-line">
                <Acts one={one} onAgain={onAgain} />
              </span>
            </td>
            <td>
              {t(`reason.${one.reason}`)}
              <span className="s q sub-line">
                {one.matterId ? (
                  <Link to="/desk/matters/$id" params={{ id: one.matterId }}>
                    {t('matter')}
                  </Link>
                ) : (
                  one.documentNo
                )}
              </span>
              <span className="s q sub-line">
                {one.askedBy} · {dateWords(one.askedAt, new Date(nowMs()), lang)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({ one: { state, left, until, decidedBy } }: { readonly one: Export }) {
  const t = useWords(exportWords)
  const lang = useLang()
  const at = until ? dateWords(until, new Date(nowMs()), lang) : ''
  return <>{t(`state.${state}`, { left, at, name: decidedBy })}</>
}

type ActsProps = { readonly one: Export; readonly onAgain: () => void }

function Acts({ one, onAgain }: ActsProps) {
  const t = useWords(exportWords)
  const { id, no, version, can } = one
  const done = (said: string) => () => {
    tell(said)
    onAgain()
  }
  const approve = useCommand('register.approveExport', { onDone: done(t('agreed', { no })) })
  const decline = useCommand('register.declineExport', { onDone: done(t('notAgreed', { no })) })
  const busy = approve.isPending || decline.isPending
  return (
    <>
      {can.includes('fetchExport') ? (
        <a
          className="tool"
          href={`/api/register.fetchExport?${new URLSearchParams({ id })}`}
          download
          aria-label={t('fetchOf', { no })}
          onClick={() => setTimeout(onAgain, 1500)}
        >
          {t('fetch')}
        </a>
      ) : null}
      {can.includes('approveExport') ? (
        <button
          type="button"
          className="tool"
          disabled={busy}
          aria-label={t('approveOf', { no })}
          onClick={() => approve.mutate({ input: { id, version } })}
        >
          {t('approve')}
        </button>
      ) : null}
      {can.includes('declineExport') ? (
        <button
          type="button"
          className="tool"
          disabled={busy}
          aria-label={t('declineOf', { no })}
          onClick={() => decline.mutate({ input: { id, version } })}
        >
          {t('decline')}
        </button>
      ) : null}
      <ProblemNote problem={approve.error ?? decline.error} />
    </>
  )
}
