// What a mediator has learned, and noting one more course.
import { localDay } from '#kernel/clock.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Mediator } from './Seats.tsx'
import { committeeWords } from './words.ts'

export function TrainForm({ seat, onDone }: { readonly seat: Mediator; readonly onDone: () => void }) {
  const t = useWords(committeeWords)
  const today = localDay(useNow())
  const { data } = useAnswer('committee.mediator', { mediatorId: seat.id })
  const train = useCommand('committee.train', {
    onDone: () => {
      tell(t('trainSaved', { name: seat.name }))
      onDone()
    },
  })
  return (
    <>
      {data?.trainings.length === 0 ? <p className="q s">{t('trainNone')}</p> : null}
      <ul className="lacks s">
        {data?.trainings.map(({ id, day, course, hours }) => (
          <li key={id}>{t('trainLine', { day, course, hours })}</li>
        ))}
      </ul>
      <Form
        label={t('trainOf', { name: seat.name })}
        send={t('saveTrain')}
        busy={train.isPending}
        problem={train.error}
        onCancel={onDone}
        onSend={(value) =>
          train.mutate({
            input: {
              ...{ mediatorId: seat.id, course: value('course'), hours: Number(value('hours')), day: value('day') },
              certificate: value('certificate'),
            },
          })
        }
      >
        <LineField name="course" label={t('course')} required maxLength={80} />
        <div className="row2">
          <LineField name="hours" label={t('hours')} type="number" min={1} max={999} required />
          <LineField name="day" label={t('trainedOn')} type="date" defaultValue={today} max={today} required />
        </div>
        <LineField name="certificate" label={t('trainCertificate')} maxLength={40} />
      </Form>
    </>
  )
}
