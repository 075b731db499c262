// Measures with their owners and days; a late one says so, and whoever owns one says that it is done.
import { useState } from 'react'
import { type Output, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { meetingWords } from './meeting-words.ts'

type Measure = Output<'study.measures'>['measures'][number]

export function Measures({ measures }: { readonly measures: readonly Measure[] }) {
  return (
    <ul className="measures">
      {measures.map((one) => (
        <Line key={one.id} measure={one} />
      ))}
    </ul>
  )
}

function Line({ measure }: { readonly measure: Measure }) {
  const t = useWords(meetingWords)
  const [doing, setDoing] = useState(false)
  const close = () => setDoing(false)
  const finish = useCommand('study.finishMeasure', {
    onDone: () => {
      tell(t('finished'))
      close()
    },
  })
  const { id, version, words, ownerName, dueOn, doneOn, result, late, can } = measure
  return (
    <li>
      <p>
        <b>{words}</b> <span className="s q">{t('owned', { name: ownerName, day: dueOn })}</span>{' '}
        {late ? (
          <Mark shape="missing" tone="need">
            {t('late')}
          </Mark>
        ) : null}
      </p>
      {doneOn ? <p className="s">{t('done', { day: doneOn, result })}</p> : null}
      {can.includes('finishMeasure') && !doing ? <Button onPress={() => setDoing(true)}>{t('finish')}</Button> : null}
      {doing ? (
        <Form
          label={t('finish')}
          send={t('finish')}
          busy={finish.isPending}
          problem={finish.error}
          onCancel={close}
          onSend={(value) => finish.mutate({ input: { id, version, result: value('result') } })}
        >
          <LineField name="result" label={t('result')} required minLength={2} maxLength={500} />
        </Form>
      ) : null}
    </li>
  )
}
