// Registers an agency, or changes or retires it.
import { agencyKindWords } from '#modules/agency/words.ts'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Agency } from './AgenciesPage.tsx'
import { agencyWords } from './words.ts'

/** In the order in which they are named. */
const AGENCY_KINDS = Object.keys(agencyKindWords) as (keyof typeof agencyKindWords)[]

const fieldsOf = (value: Values) => ({
  kind: AGENCY_KINDS.find((kind) => kind === value('kind')) ?? ('department' as const),
  name: value('name'),
  nameEn: value('nameEn'),
  phone: value('phone'),
})

export function AgencyForm({ agency, onDone, onCancel }: FormProps & { readonly agency: Agency | undefined }) {
  const t = useWords(agencyWords)
  const lang = useLang()
  const done = (saved: Agency) => {
    tell(t(saved.retired ? 'retired' : 'saved', { name: pick(saved.name, saved.nameEn, lang) }))
    onDone()
  }
  const add = useCommand('agency.add', { onDone: done })
  const change = useCommand('agency.change', { onDone: done })
  const title = agency ? pick(agency.name, agency.nameEn, lang) : t('newAgency')
  return (
    <>
      <h2 className="l">{title}</h2>
      <Form
        label={title}
        send={t('save')}
        busy={add.isPending || change.isPending}
        problem={add.error ?? change.error}
        onCancel={onCancel}
        onSend={(value) =>
          agency
            ? change.mutate({
                input: {
                  ...{ id: agency.id, version: agency.version, retired: value('retired') === 'on' },
                  ...fieldsOf(value),
                },
              })
            : add.mutate({ input: { areaId: value('area'), ...fieldsOf(value) } })
        }
      >
        <LineField name="name" label={t('name')} defaultValue={agency?.name} required maxLength={40} />
        <LineField name="nameEn" label={t('nameEn')} defaultValue={agency?.nameEn} required maxLength={80} />
        <PickField
          name="kind"
          label={t('kind')}
          defaultValue={agency?.kind ?? 'department'}
          options={AGENCY_KINDS.map((value) => ({ value, label: agencyKindWords[value][lang] }))}
        />
        {agency ? null : <AreaField name="area" label={t('serves')} required />}
        <LineField name="phone" label={t('phone')} type="tel" defaultValue={agency?.phone} maxLength={20} />
        {agency ? <TickField name="retired" label={t('retire')} /> : null}
      </Form>
    </>
  )
}
