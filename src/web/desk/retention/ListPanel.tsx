// One list: its lines, and the signatures it still needs.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { retentionWords } from './words.ts'
import '../systems/systems.css'

export function ListPanel({ id }: { readonly id: string }) {
  const t = useWords(retentionWords)
  const lang = useLang()
  const [keeping, setKeeping] = useState(false)
  const { data, error, refetch } = useAnswer('retention.destruction', { id }, { keep: true })
  const sign = useCommand('retention.sign', { onDone: () => tell(t('signedNow')) })
  const witness = useCommand('retention.witness', { onDone: () => tell(t('witnessedNow')) })
  const keep = useCommand('retention.keep', { onDone: () => tell(t('kept')) })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={6} />
  const named = { id, version: data.version }
  const n = data.rows
  return (
    <>
      <h2 className="l">
        {data.areaName} {data.month}
      </h2>
      <p className="q">{pick(data.zh, data.en, lang)}</p>
      {data.keptWhy ? <p>{data.keptWhy}</p> : null}
      <div className="can">
        {data.can.includes('sign') && !keeping ? (
          <Button look="primary" busy={sign.isPending} onPress={() => sign.mutate({ input: named })}>
            {t('sign', { n })}
          </Button>
        ) : null}
        {data.can.includes('witness') && !keeping ? (
          <Button look="danger" busy={witness.isPending} onPress={() => witness.mutate({ input: named })}>
            {t('witness', { n })}
          </Button>
        ) : null}
        {data.can.includes('keep') && !keeping ? <Button onPress={() => setKeeping(true)}>{t('keep')}</Button> : null}
      </div>
      <ProblemNote problem={sign.error ?? witness.error} />
      {keeping && data.can.includes('keep') ? (
        <Form
          label={t('keep')}
          send={t('keep')}
          busy={keep.isPending}
          problem={keep.error}
          onCancel={() => setKeeping(false)}
          onSend={(value) => keep.mutate({ input: { ...named, why: value('why') } })}
        >
          <ProseField name="why" label={t('keepWhy')} minLength={4} maxLength={500} required />
        </Form>
      ) : null}
      <ul className="sys-log">
        {data.lines.map((line) => (
          <li key={line.id}>
            <div>
              <b className="nw">{line.no}</b>
              <span className="s q">{line.since ? t('closedOn', { on: localDay(new Date(line.since)) }) : null}</span>
              {line.ended ? <span className="s q">{t('gone')}</span> : null}
            </div>
          </li>
        ))}
      </ul>
      {data.next ? <p className="s q">{t('more', { n: data.lines.length })}</p> : null}
    </>
  )
}
