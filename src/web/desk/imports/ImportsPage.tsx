// Files sent into the registers: the list at the left, one of them or a new one at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { classWords } from '#modules/register/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useMay } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { BatchMark } from './BatchMark.tsx'
import { BatchPanel } from './BatchPanel.tsx'
import { SendForm } from './SendForm.tsx'
import { SendingStrip } from './SendingStrip.tsx'
import { useSending, whenSent } from './sending.ts'
import { Templates } from './Templates.tsx'
import { importWords } from './words.ts'
import '../kinds/kinds.css'
import './imports.css'

type Batch = Output<'register.batches'>['batches'][number]
const NEW = 'new'

export function ImportsPage() {
  const t = useWords(importWords)
  const may = useMay()
  const navigate = useNavigate()
  const { id } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useAnswer('register.batches', {}, { keep: true })
  useLive('register')
  useTitle(t('title'))
  const open = (next?: string) => void navigate({ to: '/desk/imports/{-$id}', params: next ? { id: next } : {} })
  // Whoever waits for it sees it; whoever looks at another file by now is told.
  useEffect(() =>
    whenSent((sent) =>
      !id || id === NEW ? open(sent) : tell(t('arrived'), { label: t('open'), run: () => open(sent) }),
    ),
  )
  return (
    <main className="wide">
      <article className="sheet">
        <div className="table-head">
          <div>
            <h1>{t('title')}</h1>
            <p className="q">{t('lead')}</p>
          </div>
          {may('register.sendFile') ? (
            <Button look="primary" onPress={() => open(NEW)}>
              {t('newFile')}
            </Button>
          ) : null}
        </div>
        {id === NEW ? null : <SendingStrip />}
        {data && data.batches.length > 0 ? <Batches batches={data.batches} chosen={id} onOpen={open} /> : null}
        {data?.batches.length === 0 && !id ? <Templates /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={6} />}
      </article>
      {id ? (
        <aside className="side-panel sheet imp-panel">
          {id === NEW ? <NewFile onDone={open} /> : <BatchPanel key={id} id={id} onClose={() => open()} />}
        </aside>
      ) : null}
    </main>
  )
}

/** What is on its way stands where it was chosen, until it is there. */
function NewFile({ onDone }: { readonly onDone: (id?: string) => void }) {
  const sending = useSending()
  return sending ? <SendingStrip /> : <SendForm onDone={onDone} />
}

type BatchesProps = {
  readonly batches: readonly Batch[]
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
}

function Batches({ batches, chosen, onOpen }: BatchesProps) {
  const t = useWords(importWords)
  const lang = useLang()
  const now = useNow()
  return (
    <table className="t keeps-head imp-list">
      <thead>
        <tr>
          <th>{t('file')}</th>
          <th>{t('area')}</th>
          <th>{t('state')}</th>
          <th className="num">{t('rows')}</th>
          <th>{t('sent')}</th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.id} aria-selected={batch.id === chosen}>
            <td>
              <button type="button" className="row-open" onClick={() => onOpen(batch.id)}>
                <b>{batch.name}</b>
                <span className="s q sub-line">{classWords[batch.class][lang]}</span>
              </button>
            </td>
            <td>{batch.areaName}</td>
            <td>
              <BatchMark state={batch.state} />
            </td>
            <td className="num">{batch.tally.read.toLocaleString(lang)}</td>
            <td className="nw">
              {clockTime(batch.madeAt, now, lang)} {batch.madeBy}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
