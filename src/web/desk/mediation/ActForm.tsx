// The form of one act on a file, drawn from the table of what it asks.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, ProseField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Qr } from '../parts/Qr.tsx'
import type { ActSpec, FieldSpec } from './fields.ts'
import { HigherField } from './HigherField.tsx'
import { RoomField } from './RoomField.tsx'
import { SuggestedField } from './SuggestedField.tsx'
import { mediationWords } from './words.ts'

const NONE = { value: '', label: '—' }

type ActFormProps = FormProps & { readonly id: string; readonly act: ActSpec }

export function ActForm({ id, act, onDone, onCancel }: ActFormProps) {
  const t = useWords(mediationWords)
  const navigate = useNavigate()
  const [page, setPage] = useState<string>()
  // Every act has its own input, checked by its contract; the table says which fields make it.
  const send = useCommand(`mediation.${act.verb}` as 'mediation.withdraw', {
    onDone: (answer) => {
      const { page, receiptNo } = answer as { page?: string; receiptNo?: string }
      if (page) return setPage(page)
      // It is with others now: what stands here is no longer his to read.
      if (receiptNo) {
        tell(t('fileGone', { no: receiptNo }))
        return void navigate({ to: '/desk/mediations/{-$id}' })
      }
      tell(t('saved'))
      onDone()
    },
  })
  // Shown once: nobody can look it up again.
  if (page)
    return (
      <div className="code-given" role="status">
        <p>{t('codeGiven', { page })}</p>
        <Qr text={`${window.location.origin}${page}`} label={t('codeQr')} />
        <Button onPress={onDone}>{t('close')}</Button>
      </div>
    )
  return (
    <Form
      label={t(act.label)}
      send={t(act.label)}
      {...(act.look === 'danger' ? { look: 'danger' } : {})}
      busy={send.isPending}
      problem={send.error}
      onCancel={onCancel}
      onSend={(value) => send.mutate({ input: { id, ...act.input(value) } as never })}
    >
      {act.fields.map((field) => (
        <One key={field.name} id={id} field={field} />
      ))}
    </Form>
  )
}

function One({ id, field }: { readonly id: string; readonly field: FieldSpec }) {
  const t = useWords(mediationWords)
  const today = localDay(useNow())
  const { name, kind, optional, ahead, options = [], initial = '', above = 0, within } = field
  const usual = { name, label: t(field.label), required: !optional, defaultValue: initial }
  if (kind === 'mediator') return <SuggestedField id={id} name={name} label={usual.label} within={within} />
  if (kind === 'committee') return <HigherField id={id} name={name} label={usual.label} above={above} />
  if (kind === 'room') return <RoomField name={name} label={usual.label} />
  if (kind === 'words') return <ProseField {...usual} minLength={2} maxLength={2000} rows={4} />
  if (kind === 'pick')
    return (
      <PickField
        name={name}
        label={usual.label}
        options={optional ? [NONE, ...options] : options}
        defaultValue={initial}
        required={!optional}
      />
    )
  if (kind === 'day')
    return <LineField {...usual} type="date" {...(ahead ? { min: today } : { max: today, defaultValue: today })} />
  if (kind === 'time') return <LineField {...usual} type="time" />
  if (kind === 'number') return <LineField {...usual} type="number" min={0.01} step={0.01} max={1e10} />
  if (kind === 'count') return <LineField {...usual} type="number" min={1} step={1} max={2000} />
  if (kind === 'line') return <LineField {...usual} maxLength={80} />
  return (
    <fieldset className="f">
      <legend>{usual.label}</legend>
      {options.map((one) => (
        <TickField key={one.value} name={`${name}-${one.value}`} label={one.label || t('yes')} />
      ))}
    </fieldset>
  )
}
