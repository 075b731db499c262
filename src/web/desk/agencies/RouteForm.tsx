// One routing rule.
import { localDay } from '#kernel/clock.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { useAgencies } from '../parts/use-agencies.ts'
import type { Route } from './RoutesPage.tsx'
import { agencyWords } from './words.ts'

export function RouteForm({ route, onDone, onCancel }: FormProps & { readonly route: Route | undefined }) {
  const t = useWords(agencyWords)
  const lang = useLang()
  const today = localDay(useNow())
  const kinds = useAnswer('matter.kinds', {}, { staleMs: 600_000 })
  const { agencies, known } = useAgencies(null)
  const save = useCommand('matter.setRoute', {
    onDone: () => {
      tell(t('routeSaved'))
      onDone()
    },
  })
  if (!kinds.data || !known) return null
  if (agencies.length === 0) return <p className="q">{t('chooseAgency')}</p>
  const title = t(route ? 'edit' : 'newRoute')
  return (
    <>
      <h2 className="l">{title}</h2>
      <Form
        label={title}
        send={t('save')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onCancel}
        onSend={(value) =>
          save.mutate({
            input: {
              ...(route ? { id: route.id } : {}),
              ...{ version: route?.version ?? 0, kind: value('kind'), areaId: value('area') },
              ...{ agencyId: value('agency'), direct: value('direct') === 'on', basis: value('basis') },
              ...{ from: value('from'), to: value('to') || null },
            },
          })
        }
      >
        <PickField
          name="kind"
          label={t('kindOf')}
          defaultValue={route?.kind}
          options={kinds.data.kinds.map(({ code, zh, en }) => ({
            value: code,
            label: `${pick(zh, en, lang)} ${code}`,
          }))}
        />
        <AreaField
          name="area"
          label={t('area')}
          required
          initial={route ? { id: route.areaId, label: route.areaName, note: '' } : undefined}
        />
        <PickField
          name="agency"
          label={t('agency')}
          defaultValue={route?.agencyId}
          options={agencies.map(({ id, label }) => ({ value: id, label }))}
        />
        <LineField
          name="basis"
          label={t('basis')}
          help={t('basisHelp')}
          defaultValue={route?.basis}
          required
          minLength={2}
          maxLength={200}
        />
        <div className="row2">
          <LineField name="from" label={t('from')} type="date" defaultValue={route?.from ?? today} required />
          <LineField name="to" label={t('to')} type="date" defaultValue={route?.to ?? ''} />
        </div>
        <TickField name="direct" label={t('direct')} initial={route?.direct ?? false} />
      </Form>
    </>
  )
}
