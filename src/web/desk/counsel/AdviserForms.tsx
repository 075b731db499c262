// Appointing a legal adviser or a law-savvy resident, and recording what an adviser did.
import { localDay } from '#kernel/clock.ts'
import { SERVICES } from '#modules/counsel/words.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayAhead } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { ChoiceField, LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Community } from './Advisers.tsx'
import { adviserWords } from './adviser-words.ts'

const ROLES = ['adviser', 'savvy'] as const
/** A year, as advisers are usually appointed. */
const TERM_DAYS = 364

type AppointProps = {
  readonly areaId: string
  readonly communities: readonly Community[]
  readonly onDone: () => void
}

export function AppointForm({ areaId, communities, onDone }: AppointProps) {
  const t = useWords(adviserWords)
  const lang = useLang()
  const now = useNow()
  const sitters = useAnswer('counsel.sitters', { areaId }).data?.sitters ?? []
  const appoint = useCommand('counsel.appointAdviser', { onDone: () => [tell(t('appointed')), onDone()] })
  return (
    <Form
      label={t('appoint')}
      send={t('appoint')}
      busy={appoint.isPending}
      problem={appoint.error}
      onCancel={onDone}
      onSend={(value) =>
        appoint.mutate({
          input: {
            ...{ areaId: value('area'), sitterId: value('who'), from: value('from'), to: value('to') },
            ...{ role: ROLES.find((one) => one === value('role')) ?? 'adviser', hoursZh: value('hours') },
            ...(value('trained') ? { trainedOn: value('trained') } : {}),
          },
        })
      }
    >
      <ChoiceField
        name="role"
        label={t('role')}
        options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        initial="adviser"
      />
      <PickField
        name="who"
        label={t('person')}
        help={t('personHelp')}
        required
        options={sitters.map((one) => ({
          value: one.id,
          label: [pick(one.name, one.nameEn, lang), one.firm].filter(Boolean).join(' · '),
        }))}
      />
      <PickField
        name="area"
        label={t('area')}
        options={communities.map((one) => ({ value: one.id, label: pick(one.name, one.nameEn, lang) }))}
      />
      <LineField name="from" type="date" label={t('from')} required defaultValue={localDay(now)} />
      <LineField name="to" type="date" label={t('to')} required defaultValue={dayAhead(now, TERM_DAYS)} />
      <LineField name="hours" label={t('hours')} maxLength={80} />
      <LineField name="trained" type="date" label={t('trained')} />
    </Form>
  )
}

export function LogForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const t = useWords(adviserWords)
  const now = useNow()
  const log = useCommand('counsel.logService', { onDone: () => [tell(t('logged')), onDone()] })
  return (
    <Form
      label={t('log')}
      send={t('log')}
      busy={log.isPending}
      problem={log.error}
      onCancel={onDone}
      onSend={(value) =>
        log.mutate({
          input: {
            ...{ id, kind: SERVICES.find((one) => one === value('kind')) ?? 'advice', on: value('on') },
            ...{ minutes: Number(value('minutes')), came: Number(value('came')) },
          },
        })
      }
    >
      <PickField
        name="kind"
        label={t('kind')}
        options={SERVICES.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <LineField name="on" type="date" label={t('on')} required defaultValue={localDay(now)} max={localDay(now)} />
      <LineField name="minutes" type="number" min={5} max={600} label={t('minutes')} required defaultValue={120} />
      <LineField name="came" type="number" min={0} max={5000} label={t('people')} required />
    </Form>
  )
}
