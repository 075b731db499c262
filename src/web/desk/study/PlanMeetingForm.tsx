// A study meeting is planned: what about, how often, on which day, over which days it looks.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayAhead } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { meetingFormWords } from './meeting-form-words.ts'

const ABOUT = ['area', 'department', 'unit'] as const
const EVERY = ['month', 'quarter', 'once'] as const
const one = <T extends string>(list: readonly T[], value: string): T => list.find((item) => item === value) ?? list[0]!

export function PlanMeetingForm({ areaId, onClose }: { readonly areaId: string; readonly onClose: () => void }) {
  const t = useWords(meetingFormWords)
  const now = useNow()
  const plan = useCommand('study.planMeeting', {
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
            ...{ areaId, about: one(ABOUT, value('about')), every: one(EVERY, value('every')) },
            ...{ onDay: value('onDay'), from: value('from'), to: value('to') },
          },
        })
      }
    >
      <PickField
        name="about"
        label={t('about')}
        options={ABOUT.map((value) => ({ value, label: t(`about.${value}`) }))}
      />
      <PickField
        name="every"
        label={t('every')}
        options={EVERY.map((value) => ({ value, label: t(`every.${value}`) }))}
      />
      <LineField name="onDay" type="date" label={t('onDay')} required defaultValue={dayAhead(now, 0)} />
      <div className="study-pair">
        <LineField name="from" type="date" label={t('from')} required defaultValue={dayAhead(now, -30)} />
        <LineField name="to" type="date" label={t('to')} required defaultValue={dayAhead(now, -1)} />
      </div>
    </Form>
  )
}
