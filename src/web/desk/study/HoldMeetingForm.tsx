// A meeting that took place: who was there, what was said, and at least one measure with its owner and its day.
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { dayAhead } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { listed } from './listed.ts'
import { meetingFormWords } from './meeting-form-words.ts'

/** As many as the operation takes. */
const MOST = 20
/** Usually until the next month’s meeting. */
const DUE_DAYS = 28
type Owners = Output<'study.owners'>['owners']
type HoldProps = { readonly meeting: { readonly id: string; readonly version: number }; readonly areaId: string }

const measuresIn = (value: Values, rows: readonly string[]) =>
  rows
    .map((at) => ({ words: value(`words-${at}`), ownerId: value(`owner-${at}`), dueOn: value(`due-${at}`) }))
    .filter(({ words }) => words !== '')

export function HoldMeetingForm({ meeting, areaId, onClose }: HoldProps & { readonly onClose: () => void }) {
  const t = useWords(meetingFormWords)
  const [rows, setRows] = useState<readonly string[]>(['0'])
  const owners = useAnswer('study.owners', { areaId }, { staleMs: 60_000 }).data?.owners
  const hold = useCommand('study.holdMeeting', {
    onDone: ({ nextId }) => {
      tell(t(nextId ? 'heldNext' : 'held'))
      onClose()
    },
  })
  return (
    <Form
      label={t('hold')}
      send={t('hold')}
      busy={hold.isPending}
      problem={hold.error}
      consequence={t('freezes')}
      onCancel={onClose}
      onSend={(value) => {
        const { id, version } = meeting
        const said = { offices: listed(value('offices')), minutes: value('minutes') }
        hold.mutate({ input: { id, version, ...said, measures: measuresIn(value, rows) } })
      }}
    >
      <LineField name="offices" label={t('offices')} help={t('officesHelp')} required maxLength={600} />
      <ProseField name="minutes" label={t('minutes')} help={t('minutesHelp')} required maxLength={2000} />
      {owners ? rows.map((at) => <OneMeasure key={at} at={at} owners={owners} first={at === '0'} />) : null}
      {rows.length < MOST ? (
        <Button onPress={() => setRows([...rows, String(rows.length)])}>{t('another')}</Button>
      ) : null}
    </Form>
  )
}

type OneProps = { readonly at: string; readonly owners: Owners; readonly first: boolean }

function OneMeasure({ at, owners, first }: OneProps) {
  const t = useWords(meetingFormWords)
  const now = useNow()
  return (
    <fieldset className="study-measure">
      <legend>{t('measure', { no: Number(at) + 1 })}</legend>
      <LineField name={`words-${at}`} label={t('words')} required={first} minLength={2} maxLength={300} />
      <div className="study-pair">
        <PickField
          name={`owner-${at}`}
          label={t('owner')}
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <LineField name={`due-${at}`} type="date" label={t('due')} required defaultValue={dayAhead(now, DUE_DAYS)} />
      </div>
    </fieldset>
  )
}
