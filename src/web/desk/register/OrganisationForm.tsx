// Recording an organisation, or correcting one: whom to speak to is not shown again, and stays where it is left empty.
import { classWords, organisationKindWords } from '#modules/register/words.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Organisation } from './OrganisationsPage.tsx'
import { registerWords } from './words.ts'

const CLASSES = ['organisation', 'school', 'property'] as const

const saidIn = (value: Values) => ({
  ...{ name: value('name'), code: value('code'), kind: value('kind'), address: value('address') },
  ...(value('contactName') ? { contactName: value('contactName') } : {}),
  ...(value('contactPhone') ? { contactPhone: value('contactPhone') } : {}),
})

type OrganisationFormProps = FormProps & { readonly organisation: Organisation | undefined; readonly at: string }

export function OrganisationForm({ organisation, at, onDone, onCancel }: OrganisationFormProps) {
  const t = useWords(registerWords)
  const lang = useLang()
  const done = () => {
    tell(t('saved'))
    onDone()
  }
  const add = useCommand('register.addOrganisation', { onDone: done })
  const change = useCommand('register.changeOrganisation', { onDone: done })
  const title = organisation?.name ?? t('addOrganisation')
  const send = (value: Values) =>
    organisation
      ? change.mutate({ input: { id: organisation.id, version: organisation.version, ...saidIn(value) } })
      : add.mutate({
          input: {
            areaId: value('area') || at,
            class: CLASSES.find((one) => one === value('class')) ?? 'organisation',
            ...saidIn(value),
          },
        })
  return (
    <>
      <h2 className="l">{title}</h2>
      <Form
        label={title}
        send={t('save')}
        busy={add.isPending || change.isPending}
        problem={add.error ?? change.error}
        onCancel={onCancel}
        onSend={send}
      >
        <LineField
          name="name"
          label={t('organisationName')}
          defaultValue={organisation?.name}
          required
          maxLength={100}
        />
        {organisation ? null : (
          <PickField
            name="class"
            label={t('class')}
            options={CLASSES.map((value) => ({ value, label: classWords[value][lang] }))}
          />
        )}
        <PickField
          name="kind"
          label={t('kind')}
          defaultValue={organisation?.kind ?? ''}
          options={[
            { value: '', label: '–' },
            ...Object.entries(organisationKindWords).map(([value, word]) => ({ value, label: word[lang] })),
          ]}
        />
        <LineField name="code" label={t('code')} defaultValue={organisation?.code ?? ''} maxLength={18} />
        {organisation ? null : <AreaField name="area" label={t('where')} />}
        <LineField name="address" label={t('at')} defaultValue={organisation?.address} maxLength={120} />
        <LineField
          name="contactName"
          label={t('contact')}
          help={organisation?.contactName || undefined}
          maxLength={60}
        />
        <LineField
          name="contactPhone"
          label={t('contactPhone')}
          type="tel"
          help={organisation?.contactPhone || undefined}
          maxLength={25}
        />
      </Form>
    </>
  )
}
