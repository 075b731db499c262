// A joint meeting: who was there, the minutes, and what was decided, each with an owner.
import { useState } from 'react'
import { type Input, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { lines } from '../../areas/lines.ts'
import { LineField, ProseField } from '../../parts/Field.tsx'
import { Form, type Values } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

const MOST = 20

function meetingOf(value: Values, id: string, count: number): Input<'matter.meet'> {
  const decisions = Array.from({ length: count }, (_, at) => ({
    what: value(`what.${at}`),
    owner: value(`owner.${at}`),
    by: value(`by.${at}`) || null,
  })).filter(({ what }) => what !== '')
  return { id, at: `${value('at')}:00+08:00`, who: lines(value('who')), minutes: value('minutes'), decisions }
}

function Decision({ at }: { readonly at: number }) {
  const t = useWords(formWords)
  const first = at === 0
  return (
    <fieldset className="decision">
      <legend>{t('decision', { at: at + 1 })}</legend>
      <LineField name={`what.${at}`} label={t('decisionWhat')} required={first} minLength={2} maxLength={300} />
      <div className="row2">
        <LineField name={`owner.${at}`} label={t('decisionOwner')} required={first} maxLength={60} />
        <LineField name={`by.${at}`} label={t('decisionBy')} type="date" />
      </div>
    </fieldset>
  )
}

export function MeetForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const [count, setCount] = useState(1)
  const meet = useCommand('matter.meet', { onDone })
  return (
    <Form
      label={go('do.meet')}
      send={t('meetSend')}
      busy={meet.isPending}
      problem={meet.error}
      onCancel={onCancel}
      onSend={(value) => meet.mutate({ input: meetingOf(value, matter.id, count) })}
    >
      <LineField name="at" label={t('meetAt')} type="datetime-local" required />
      <ProseField name="who" label={t('meetWho')} help={t('meetWhoHelp')} rows={4} required minLength={2} />
      <ProseField name="minutes" label={t('minutes')} rows={5} required minLength={5} maxLength={5000} />
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a decision is its place in the list
        <Decision key={at} at={at} />
      ))}
      {count < MOST ? (
        <p>
          <Button look="plain" onPress={() => setCount(count + 1)}>
            {t('moreDecisions')}
          </Button>
        </p>
      ) : null}
    </Form>
  )
}
