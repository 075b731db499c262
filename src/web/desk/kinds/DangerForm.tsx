// Changes one rule about words of danger; the list is saved as a whole, since its order decides.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { lines } from '../areas/lines.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { ChoiceField, ProseField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Rules } from './LimitsPage.tsx'
import { kindWords } from './words.ts'

const CALLS = ['110', '119', '120'] as const

const ruleOf = (value: Values): Rules['dangers'][number] => ({
  words: lines(value('words')),
  except: lines(value('except')),
  call: CALLS.find((call) => call === value('call')) ?? '119',
  zh: value('zh'),
  en: value('en'),
})

type DangerFormProps = FormProps & {
  readonly rules: Rules['dangers']
  /** Place in the list; its length for a new one. */
  readonly at: number
}

export function DangerForm({ rules, at, onDone, onCancel }: DangerFormProps) {
  const t = useWords(kindWords)
  const rule = rules[at]
  const save = useCommand('matter.setDangers', {
    onDone: () => {
      tell(t('dangerSaved'))
      onDone()
    },
  })
  return (
    <>
      <h2 className="l">{t('dangers')}</h2>
      <Form
        label={t('dangers')}
        send={t('save')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onCancel}
        onSend={(value) => save.mutate({ input: { rules: rules.toSpliced(at, 1, ruleOf(value)) } })}
      >
        <DangerFields rule={rule} />
      </Form>
      {rule ? (
        <p className="goto">
          <Button look="danger" onPress={() => save.mutate({ input: { rules: rules.toSpliced(at, 1) } })}>
            {t('takeOut')}
          </Button>
        </p>
      ) : null}
    </>
  )
}

function DangerFields({ rule }: { readonly rule: Rules['dangers'][number] | undefined }) {
  const t = useWords(kindWords)
  return (
    <>
      <ChoiceField
        name="call"
        label={t('call')}
        initial={rule?.call ?? '119'}
        options={CALLS.map((value) => ({ value, label: value }))}
      />
      <ProseField
        name="words"
        label={t('dangerWords')}
        help={t('lines')}
        rows={5}
        defaultValue={rule?.words.join('\n')}
        required
      />
      <ProseField name="except" label={t('except')} help={t('lines')} rows={3} defaultValue={rule?.except.join('\n')} />
      <ProseField
        name="zh"
        label={t('says')}
        help={t('saysHelp')}
        defaultValue={rule?.zh}
        required
        minLength={5}
        maxLength={120}
      />
      <ProseField name="en" label={t('saysEn')} defaultValue={rule?.en} required minLength={5} maxLength={200} />
    </>
  )
}
