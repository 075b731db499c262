// A sweep is planned: in which field, of what, by which units, from when to when.
import { FIELDS } from '#modules/study/words.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayAhead } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { listed } from './listed.ts'
import { sweepWords } from './sweep-words.ts'

const WEEK = 7

export function PlanSweepForm({ areaId, onClose }: { readonly areaId: string; readonly onClose: () => void }) {
  const t = useWords(sweepWords)
  const now = useNow()
  const plan = useCommand('study.planSweep', {
    onDone: () => {
      tell(t('planned'))
      onClose()
    },
  })
  return (
    <Form
      label={t('plan')}
      send={t('plan')}
      busy={plan.isPending}
      problem={plan.error}
      onCancel={onClose}
      onSend={(value) =>
        plan.mutate({
          input: {
            ...{ areaId, field: FIELDS.find((one) => one === value('field')) ?? 'all', title: value('title') },
            ...{ units: listed(value('units')), from: value('from'), to: value('to') },
          },
        })
      }
    >
      <LineField name="title" label={t('name')} required minLength={2} maxLength={60} />
      <PickField
        name="field"
        label={t('field')}
        options={FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
      />
      <LineField name="units" label={t('units')} help={t('unitsHelp')} maxLength={600} />
      <div className="study-pair">
        <LineField name="from" type="date" label={t('from')} required defaultValue={dayAhead(now, 0)} />
        <LineField name="to" type="date" label={t('to')} required defaultValue={dayAhead(now, WEEK)} />
      </div>
    </Form>
  )
}
