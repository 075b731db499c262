// One cell of the ledger: noting an amount, and how it grew.
import { localDay } from '#kernel/clock.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Cell } from './MeansPage.tsx'
import { roomWords } from './words.ts'

export function NoteMeans({ cell: { area, kind }, onDone, onCancel }: FormProps & { readonly cell: Cell }) {
  const t = useWords(roomWords)
  const lang = useLang()
  const today = localDay(useNow())
  const about = { areaId: area.id, kind: kind.code }
  const earlier = useAnswer('room.meansOf', about)
  const note = useCommand('room.noteMeans', {
    onDone: () => {
      tell(t('savedNote'))
      onDone()
    },
  })
  const unit = lang === 'zh' ? kind.unitZh : kind.unitEn
  const title = t('noteTitle', { area: pick(area.name, area.nameEn, lang), kind: pick(kind.zh, kind.en, lang) })
  return (
    <>
      <h2>{title}</h2>
      {area.can.includes('noteMeans') ? (
        <Form
          label={title}
          send={t('saveNote')}
          busy={note.isPending}
          problem={note.error}
          onCancel={onCancel}
          onSend={(value) =>
            note.mutate({ input: { ...about, amount: Number(value('amount')), asOf: value('asOf') || today } })
          }
        >
          <LineField
            name="amount"
            label={unit ? t('amount', { unit }) : t('amountPlain')}
            type="number"
            min={0}
            step="any"
            required
            defaultValue={earlier.data?.notes[0]?.amount}
          />
          <LineField name="asOf" label={t('asOf')} type="date" max={today} defaultValue={today} />
        </Form>
      ) : null}
      <h3 className="goto">{t('history')}</h3>
      <ProblemNote problem={earlier.error} />
      {earlier.data?.notes.length === 0 ? <p className="q">{t('never')}</p> : null}
      <ul className="lines">
        {earlier.data?.notes.map(({ asOf, amount, by }) => (
          <li key={asOf}>
            <span className="nw">{t('historyLine', { day: asOf, amount: `${amount} ${unit}`.trim() })}</span>
            {by ? <span className="q">{t('bySomebody', { name: by })}</span> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
