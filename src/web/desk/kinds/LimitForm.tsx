// Changes the limit for taking or answering.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { LimitFields } from './LimitFields.tsx'
import type { Rules } from './LimitsPage.tsx'
import { inMinutes } from './limit-units.ts'
import { kindWords } from './words.ts'

const COUNTINGS = ['always', 'duty', 'work'] as const

export function LimitForm({ limit, onDone, onCancel }: FormProps & { readonly limit: Rules['limits'][number] }) {
  const t = useWords(kindWords)
  const save = useCommand('matter.setLimit', {
    onDone: () => {
      tell(t('limitSaved'))
      onDone()
    },
  })
  return (
    <>
      <h2 className="l">{t(`clock.${limit.clock}`)}</h2>
      <p className="q">{t('lead')}</p>
      <Form
        label={t(`clock.${limit.clock}`)}
        send={t('save')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onCancel}
        onSend={(value) =>
          save.mutate({
            input: {
              clock: limit.clock,
              limitMinutes: inMinutes(Number(value('amount')), value('unit')),
              counting: COUNTINGS.find((each) => each === value('counting')) ?? 'duty',
              basis: value('basis'),
              basisEn: value('basisEn'),
            },
          })
        }
      >
        <LimitFields minutes={limit.limitMinutes} counting={limit.counting} choices={COUNTINGS} />
        <LineField name="basis" label={t('basis')} defaultValue={limit.basis} required maxLength={120} />
        <LineField name="basisEn" label={t('basisEn')} defaultValue={limit.basisEn} maxLength={200} />
      </Form>
    </>
  )
}
