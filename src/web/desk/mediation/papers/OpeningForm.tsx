// Asks for a sealed file to be opened, with the ground on which it may be.
import { useState } from 'react'
import type { Output } from '#web/call.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { PickField, ProseField, TickField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import { paperWords } from './words.ts'

const GROUNDS = ['court', 'released', 'complaint', 'relapse'] as const
type Ground = (typeof GROUNDS)[number]

type OpeningFormProps = { readonly file: Output<'mediation.sealed'>; readonly onDone: () => void }

export function OpeningForm({ file, onDone }: OpeningFormProps) {
  const t = useWords(paperWords)
  const [ground, setGround] = useState<Ground>('court')
  const send = useCommand('mediation.askOpening', { onDone })
  return (
    <Form
      label={t('ask')}
      send={t('ask')}
      busy={send.isPending}
      problem={send.error}
      onCancel={onDone}
      consequence={t('askText')}
      onSend={(value) => {
        const releasedBy = file.sides.filter(({ id }) => value(id) !== '').map(({ id }) => id)
        send.mutate({ input: { id: file.id, ground, words: value('why'), releasedBy } })
      }}
    >
      <PickField
        name="ground"
        label={t('ground')}
        options={GROUNDS.map((value) => ({ value, label: t(value) }))}
        onChange={(event) => setGround(event.target.value as Ground)}
      />
      <ProseField name="why" label={t('why')} required minLength={2} maxLength={2000} rows={3} />
      {ground === 'released' ? (
        <fieldset className="f">
          <legend>{t('releasedBy')}</legend>
          {file.sides.map((one) => (
            <TickField key={one.id} name={one.id} label={t(one.side)} />
          ))}
        </fieldset>
      ) : null}
    </Form>
  )
}
