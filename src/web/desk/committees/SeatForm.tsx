// Seats a mediator: who, how, versed in what, until when.
import { localDay } from '#kernel/clock.ts'
import { modeWords, wayWords } from '#modules/committee/words.ts'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AccountField } from '../parts/AccountField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { ChoiceField, LineField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { useSkillNames } from './use-skill-name.ts'
import { committeeWords } from './words.ts'

const MODES = ['full_time', 'part_time', 'invited'] as const
const WAYS = ['elected', 'hired'] as const

export function SeatForm({ committee, onDone, onCancel }: FormProps & { readonly committee: Committee }) {
  const t = useWords(committeeWords)
  const lang = useLang()
  const today = localDay(useNow())
  const { skills } = useSkillNames()
  const seat = useCommand('committee.seat', {
    onDone: ({ name }) => {
      tell(t('seated', { name }))
      onDone()
    },
  })
  const of = (family: string) => skills.filter((skill) => skill.family === family && !skill.retired)
  return (
    <Form
      label={t('seat')}
      send={t('saveSeat')}
      busy={seat.isPending}
      problem={seat.error}
      onCancel={onCancel}
      onSend={(value) => {
        const ticked = (family: string) => of(family).flatMap(({ code }) => (value(code) === 'on' ? [code] : []))
        seat.mutate({
          input: {
            ...{ id: committee.id, accountId: value('accountId'), certificate: value('certificate') },
            mode: MODES.find((mode) => mode === value('mode')) ?? 'part_time',
            way: WAYS.find((way) => way === value('way')) ?? 'elected',
            ...{ head: value('head') === 'on', skills: ticked('dispute'), languages: ticked('language') },
            ...{ from: value('from'), to: value('to') },
          },
        })
      }}
    >
      <AccountField name="accountId" label={t('account')} required />
      <div className="row2">
        <ChoiceField
          name="mode"
          label={t('mode')}
          initial="part_time"
          options={MODES.map((value) => ({ value, label: modeWords[value][lang] }))}
        />
        <ChoiceField
          name="way"
          label={t('way')}
          initial="elected"
          options={WAYS.map((value) => ({ value, label: wayWords[value][lang] }))}
        />
      </div>
      <TickField name="head" label={t('isHead')} />
      {(['dispute', 'language'] as const).map((family) => (
        <fieldset key={family} className="f">
          <legend>{t(family === 'dispute' ? 'skills' : 'languages')}</legend>
          <div className="choices">
            {of(family).map(({ code, zh, en }) => (
              <TickField key={code} name={code} label={pick(zh, en, lang)} />
            ))}
          </div>
        </fieldset>
      ))}
      <LineField name="certificate" label={t('certificate')} maxLength={40} />
      <div className="row2">
        <LineField name="from" label={t('from')} type="date" defaultValue={today} required />
        <LineField name="to" label={t('to')} type="date" defaultValue={committee.termEnd} required />
      </div>
    </Form>
  )
}
