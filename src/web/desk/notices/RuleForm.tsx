// The street's quiet hours and the time of its daily digest.
import { type Output, useCommand } from '#web/call.ts'
import { minuteOf, timeOf } from '#web/day-minute.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { noticeWords } from './words.ts'

export function RuleForm({ rule, onDone, onCancel }: FormProps & { readonly rule: Output<'notice.kinds'>['rule'] }) {
  const t = useWords(noticeWords)
  const save = useCommand('notice.setRule', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <>
      <h2 className="l">{t('quiet')}</h2>
      <p className="q">{t('quietHelp')}</p>
      <Form
        label={t('quiet')}
        send={t('save')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onCancel}
        onSend={(value) =>
          save.mutate({
            input: {
              version: rule.version,
              quietFrom: minuteOf(value('quietFrom')) ?? rule.quietFrom,
              quietTo: minuteOf(value('quietTo')) ?? rule.quietTo,
              digestAt: minuteOf(value('digestAt')) ?? rule.digestAt,
            },
          })
        }
      >
        <div className="row2">
          <LineField
            name="quietFrom"
            label={t('quietFrom')}
            type="time"
            defaultValue={timeOf(rule.quietFrom)}
            required
          />
          <LineField name="quietTo" label={t('quietTo')} type="time" defaultValue={timeOf(rule.quietTo)} required />
        </div>
        <LineField name="digestAt" label={t('digestAt')} type="time" defaultValue={timeOf(rule.digestAt)} required />
      </Form>
    </>
  )
}
