// Appoints who holds a duty, or who stands in: a colleague with an account, or a name.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { roleWords } from '#modules/account/words.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { useMay } from '#web/session.ts'
import { AccountField } from '../parts/AccountField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { ChoiceField, LineField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Duty, Holder } from './DutyRow.tsx'
import { dutyWords } from './words.ts'

type AppointFormProps = FormProps & {
  readonly areaId: string
  readonly duty: Duty
  readonly standsInFor: Holder | undefined
}

/** The role that comes with a duty, in words. */
function useRole(kind: string): string {
  const lang = useLang()
  const { data } = useAnswer('duty.kinds', {}, { staleMs: 600_000 })
  const role = data?.kinds.find(({ code }) => code === kind)?.role
  return role && role in roleWords ? roleWords[role as keyof typeof roleWords][lang] : ''
}

/** Who, and from when until when. */
const holderOf = (value: Values, known: boolean) => ({
  ...(known
    ? { accountId: value('accountId') }
    : { name: value('name'), nameEn: value('nameEn'), phone: value('phone') }),
  ...(value('from') ? { from: value('from') } : {}),
  ...(value('to') ? { to: value('to') } : {}),
})

export function AppointForm({ areaId, duty, standsInFor, onDone, onCancel }: AppointFormProps) {
  const t = useWords(dutyWords)
  const lang = useLang()
  const may = useMay()
  const today = localDay(useNow())
  const role = useRole(duty.kind)
  const findsAccounts = may('account.list')
  const [known, setKnown] = useState(findsAccounts)
  const appoint = useCommand('duty.appoint', {
    touches: ['account'],
    onDone: ({ name }) => {
      tell(t('appointed', { name }))
      onDone()
    },
  })
  const title = standsInFor
    ? t('standInTitle', { name: standsInFor.name })
    : t('appointTitle', { duty: pick(duty.zh, duty.en, lang) })
  return (
    <Form
      label={title}
      send={t(standsInFor ? 'saveStandIn' : 'saveAppoint')}
      busy={appoint.isPending}
      problem={appoint.error}
      onCancel={onCancel}
      consequence={known && role ? t('roleNote', { role }) : null}
      onSend={(value) =>
        appoint.mutate({
          input: {
            areaId,
            kind: duty.kind,
            ...(standsInFor ? { standsInFor: standsInFor.id } : {}),
            ...holderOf(value, known),
          },
        })
      }
    >
      <h3>{title}</h3>
      {findsAccounts ? (
        <ChoiceField
          name="who"
          label={t('who')}
          initial="account"
          onChange={(who) => setKnown(who === 'account')}
          options={[
            { value: 'account', label: t('withAccount') },
            { value: 'name', label: t('withoutAccount') },
          ]}
        />
      ) : null}
      {known ? <AccountField name="accountId" label={t('account')} required /> : <NameFields />}
      <div className="row2">
        <LineField name="from" label={t('from')} type="date" defaultValue={today} />
        <LineField name="to" label={t('to')} type="date" required={standsInFor !== undefined} />
      </div>
    </Form>
  )
}

function NameFields() {
  const t = useWords(dutyWords)
  return (
    <>
      <div className="row2">
        <LineField name="name" label={t('name')} required maxLength={40} />
        <LineField name="nameEn" label={t('nameEn')} maxLength={80} />
      </div>
      <LineField name="phone" label={t('phone')} help={t('phoneHelp')} type="tel" maxLength={20} />
    </>
  )
}
