// One file that was sent in: where it stands, what its columns mean, what came of it, and what can be done.
import { useEffect, useState } from 'react'
import { classWords } from '#modules/register/words.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useMay } from '#web/session.ts'
import { BatchMark } from './BatchMark.tsx'
import { Columns } from './Columns.tsx'
import { Faults } from './Faults.tsx'
import { Figures, Pace } from './Figures.tsx'
import { Offers } from './Offers.tsx'
import { importWords } from './words.ts'

export type Batch = Output<'register.batch'>
const RUNNING = ['received', 'checking', 'loading', 'undoing']
const LOOK_MS = 1_000
const STEPS = ['stepSent', 'stepMap', 'stepCheck', 'stepReport', 'stepLoad', 'stepDone'] as const

function stepOf({ state, headings }: Batch): number {
  if (state === 'received') return headings ? 1 : 0
  if (state === 'checking') return 2
  if (state === 'checked') return 3
  return state === 'loading' ? 4 : 5
}

export function BatchPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords(importWords)
  const lang = useLang()
  const { data, error, refetch } = useAnswer('register.batch', { id }, { keep: true })
  useLive('register', id)
  const running = data !== undefined && RUNNING.includes(data.state)
  // Chunks are no commands, so no line tells of them: how far it is, is asked for while it runs.
  useEffect(() => {
    if (!running) return
    const look = setInterval(() => void refetch(), LOOK_MS)
    return () => clearInterval(look)
  }, [running, refetch])
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={6} />
  const at = stepOf(data)
  return (
    <div>
      <h2>{data.name}</h2>
      <p className="q">
        {classWords[data.class][lang]} · {data.areaName} · <BatchMark state={data.state} />
      </p>
      <ol className="imp-steps" aria-label={t('steps')}>
        {STEPS.map((step, index) => (
          <li key={step} aria-current={index === at ? 'step' : undefined}>
            {index + 1}. {t(step)}
          </li>
        ))}
      </ol>
      {data.sameAs ? <p className="note">{t('same')}</p> : null}
      {data.fault ? <p className="note">{data.faultText}</p> : null}
      {data.state === 'received' && !data.headings ? <p>{t('looking')}</p> : null}
      <Pace batch={data} />
      {data.pass ? <Figures batch={data} /> : null}
      <Moves key={data.version} batch={data} />
      <Rest batch={data} />
      <Button onPress={onClose}>{t('close')}</Button>
    </div>
  )
}

function Rest({ batch }: { readonly batch: Batch }) {
  const may = useMay()
  return (
    <>
      {batch.openOffers > 0 && batch.state === 'published' && may('register.offers') ? <Offers id={batch.id} /> : null}
      {batch.tally.bad > 0 ? <Faults batch={batch} /> : null}
    </>
  )
}

function Moves({ batch }: { readonly batch: Batch }) {
  const t = useWords(importWords)
  const lang = useLang()
  const { id, version, can } = batch
  const [mapping, setMapping] = useState<Record<string, string>>({})
  const check = useCommand('register.checkBatch')
  const load = useCommand('register.loadBatch')
  const cancel = useCommand('register.cancelBatch', { onDone: () => tell(t('cancelled')) })
  const mayCheck = can.includes('checkBatch') && batch.headings !== null
  return (
    <>
      <ProblemNote problem={check.error ?? load.error ?? cancel.error} />
      {mayCheck ? <Columns batch={batch} chosen={mapping} onChoose={setMapping} /> : null}
      <div className="can">
        {can.includes('loadBatch') ? (
          <>
            <Button look="primary" busy={load.isPending} onPress={() => load.mutate({ input: { id, version } })}>
              {t('load', { n: batch.tally.good.toLocaleString(lang) })}
            </Button>
            <Button onPress={() => load.mutate({ input: { id, version, choice: 'all' } })}>{t('loadAll')}</Button>
          </>
        ) : null}
        {mayCheck ? (
          <Button
            {...(batch.pass ? {} : { look: 'primary' as const })}
            busy={check.isPending}
            onPress={() => check.mutate({ input: { id, version, mapping } })}
          >
            {batch.pass ? t('checkAgain') : t('check')}
          </Button>
        ) : null}
        {can.includes('cancelBatch') ? (
          <Button onPress={() => cancel.mutate({ input: { id, version } })}>{t('cancel')}</Button>
        ) : null}
        {can.includes('undoBatch') ? <Undo batch={batch} /> : null}
      </div>
    </>
  )
}

function Undo({ batch }: { readonly batch: Batch }) {
  const t = useWords(importWords)
  const [sure, setSure] = useState(false)
  const undo = useCommand('register.undoBatch', { onDone: () => tell(t('undone')) })
  if (!sure) return <Button onPress={() => setSure(true)}>{t('undo')}</Button>
  return (
    <fieldset aria-label={t('undo')}>
      <ProblemNote problem={undo.error} />
      <p>{t('undoSure', { n: batch.tally.good })}</p>
      <div className="can">
        <Button
          look="danger"
          busy={undo.isPending}
          onPress={() => undo.mutate({ input: { id: batch.id, version: batch.version } })}
        >
          {t('undoYes')}
        </Button>
        <Button onPress={() => setSure(false)}>{t('keep')}</Button>
      </div>
    </fieldset>
  )
}
