// Opening a call, appointing an applicant, and telling one that he is not taken.
import { localDay } from '#kernel/clock.ts'
import { modeWords } from '#modules/committee/words.ts'
import { type Output, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayAhead } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AccountField } from '../parts/AccountField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { callWords } from './call-words.ts'

export type Call = Output<'committee.calls'>['calls'][number]
export type Applicant = Call['applicants'][number]

const MODES = Object.keys(modeWords) as (keyof typeof modeWords)[]
const CALL_DAYS = 30
/** Three years, as the law has it (人民调解法 art. 13). */
const TERM_DAYS = 3 * 365

export function OpenCallForm({ committee, onDone, onCancel }: FormProps & { readonly committee: Committee }) {
  const t = useWords(callWords)
  const lang = useLang()
  const now = useNow()
  const open = useCommand('committee.openCall', { onDone: () => [tell(t('opened')), onDone()] })
  return (
    <Form
      label={t('open')}
      send={t('open')}
      busy={open.isPending}
      problem={open.error}
      onCancel={onCancel}
      onSend={(value) =>
        open.mutate({
          input: {
            ...{ id: committee.id, places: Number(value('places')), from: value('from'), to: value('to') },
            ...{ mode: MODES.find((one) => one === value('mode')) ?? 'part_time' },
            ...{ wantsZh: value('wants'), wantsEn: value('wantsEn') },
          },
        })
      }
    >
      <div className="row2">
        <LineField name="places" type="number" min={1} max={50} label={t('places')} required defaultValue={1} />
        <PickField
          name="mode"
          label={t('mode')}
          options={MODES.map((value) => ({ value, label: modeWords[value][lang] }))}
        />
      </div>
      <ProseField
        name="wants"
        label={t('wants')}
        help={t('wantsHelp')}
        required
        minLength={2}
        maxLength={1000}
        rows={4}
      />
      <ProseField name="wantsEn" label={t('wantsEn')} maxLength={1500} rows={2} />
      <div className="row2">
        <LineField name="from" type="date" label={t('from')} required defaultValue={localDay(now)} />
        <LineField
          name="to"
          type="date"
          label={t('to')}
          required
          defaultValue={dayAhead(now, CALL_DAYS)}
          min={localDay(now)}
        />
      </div>
    </Form>
  )
}

type OfOne = { readonly one: Applicant; readonly onDone: () => void }

export function AppointForm({ one, onDone }: OfOne) {
  const t = useWords(callWords)
  const now = useNow()
  const appoint = useCommand('committee.appoint', { onDone: () => [tell(t('appointed')), onDone()] })
  return (
    <Form
      label={t('appoint')}
      send={t('appoint')}
      busy={appoint.isPending}
      problem={appoint.error}
      onCancel={onDone}
      onSend={(value) => {
        const { id, version } = one
        const term = { from: value('from'), to: value('to') }
        appoint.mutate({ input: { id, version, accountId: value('accountId'), ...term } })
      }}
    >
      <AccountField name="accountId" label={t('account')} required />
      <p className="s q">{t('accountHelp')}</p>
      <div className="row2">
        <LineField name="from" type="date" label={t('termFrom')} required defaultValue={localDay(now)} />
        <LineField name="to" type="date" label={t('termTo')} required defaultValue={dayAhead(now, TERM_DAYS)} />
      </div>
    </Form>
  )
}

export function DeclineForm({ one, onDone }: OfOne) {
  const t = useWords(callWords)
  const decline = useCommand('committee.declineApplicant', { onDone: () => [tell(t('declined')), onDone()] })
  return (
    <Form
      label={t('decline')}
      send={t('decline')}
      busy={decline.isPending}
      problem={decline.error}
      onCancel={onDone}
      onSend={(value) => decline.mutate({ input: { id: one.id, version: one.version, words: value('words') } })}
    >
      <ProseField name="words" label={t('words')} required minLength={2} maxLength={500} rows={3} />
    </Form>
  )
}
