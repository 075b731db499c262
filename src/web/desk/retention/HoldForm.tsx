// A new hold: what, where, why, on which document.
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { retentionWords } from './words.ts'

export function HoldForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(retentionWords)
  const lang = useLang()
  const { data } = useAnswer('retention.rules', {}, { staleMs: 600_000 })
  const save = useCommand('retention.hold', {
    onDone: () => {
      tell(t('heldNow'))
      onDone()
    },
  })
  if (!data) return null
  const purposes = data.rules.map(({ purpose, zh, en }) => ({ value: purpose, label: pick(zh, en, lang) }))
  return (
    <>
      <h2 className="l">{t('newHold')}</h2>
      <Form
        label={t('newHold')}
        send={t('hold')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onDone}
        onSend={(value) =>
          save.mutate({
            input: {
              ...{ areaId: value('area'), why: value('why'), documentNo: value('documentNo') },
              ...(value('purpose') ? { purpose: value('purpose') } : {}),
              ...(value('to') ? { to: value('to') } : {}),
            },
          })
        }
      >
        <PickField name="purpose" label={t('purpose')} options={[{ value: '', label: t('everything') }, ...purposes]} />
        <AreaField name="area" label={t('area')} required />
        <ProseField name="why" label={t('why')} help={t('whyHelp')} minLength={4} maxLength={500} required />
        <LineField
          name="documentNo"
          label={t('documentNo')}
          help={t('documentHelp')}
          minLength={3}
          maxLength={60}
          required
        />
        <LineField name="to" label={t('to')} type="date" />
      </Form>
    </>
  )
}
