// Another term for one purpose, with the document it rests on.
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Term } from './RetentionPage.tsx'
import { retentionWords } from './words.ts'

export function TermForm({ rule, onDone }: { readonly rule: Term; readonly onDone: () => void }) {
  const t = useWords(retentionWords)
  const lang = useLang()
  const title = t('changeOf', { name: pick(rule.zh, rule.en, lang) })
  const save = useCommand('retention.setRule', {
    onDone: ({ from }) => {
      tell(t('saved', { from }))
      onDone()
    },
  })
  return (
    <>
      <h2 className="l">{title}</h2>
      <Form
        label={title}
        send={t('save')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onDone}
        onSend={(value) =>
          save.mutate({
            input: {
              ...{ purpose: rule.purpose, days: Number(value('days')) },
              ...{ documentNo: value('documentNo'), version: rule.version },
            },
          })
        }
      >
        <LineField
          name="days"
          label={t('newDays')}
          help={t(rule.least > 0 ? 'leastDays' : 'usualDays', { n: rule.least, usual: rule.usual })}
          type="number"
          min={rule.least}
          max={10_950}
          defaultValue={rule.nextDays ?? rule.days}
          required
        />
        <LineField
          name="documentNo"
          label={t('documentNo')}
          help={t('documentHelp')}
          minLength={3}
          maxLength={60}
          required
        />
      </Form>
    </>
  )
}
