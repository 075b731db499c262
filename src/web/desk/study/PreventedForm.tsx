// 防止的情况 of the national form: counts of a month, and nothing of anybody.
import { PREVENTED } from '#modules/study/words.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayAhead } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { sweepWords } from './sweep-words.ts'

export function PreventedForm({ areaId, onClose }: { readonly areaId: string; readonly onClose: () => void }) {
  const t = useWords(sweepWords)
  const now = useNow()
  const note = useCommand('study.notePrevented', {
    onDone: () => {
      tell(t('noted'))
      onClose()
    },
  })
  return (
    <Form
      label={t('prevented')}
      send={t('save')}
      busy={note.isPending}
      problem={note.error}
      consequence={t('replaces')}
      onCancel={onClose}
      onSend={(value) =>
        note.mutate({
          input: {
            ...{ areaId, month: value('month'), kind: PREVENTED.find((one) => one === value('kind')) ?? 'harm' },
            ...{ cases: Number(value('cases')), people: Number(value('people')) },
          },
        })
      }
    >
      <LineField name="month" type="month" label={t('month')} required defaultValue={dayAhead(now, 0).slice(0, 7)} />
      <PickField
        name="kind"
        label={t('what')}
        options={PREVENTED.map((value) => ({ value, label: t(`what.${value}`) }))}
      />
      <div className="study-pair">
        <LineField name="cases" type="number" min={0} max={9_999} label={t('cases')} required />
        <LineField name="people" type="number" min={0} max={99_999} label={t('people')} required />
      </div>
    </Form>
  )
}
