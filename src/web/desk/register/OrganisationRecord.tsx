// One organisation: correcting it, its ties, what it manages, and that it is no more.
import { localDay } from '#kernel/clock.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { type Act, Buttons, type FormProps } from '../parts/Buttons.tsx'
import { Facts } from '../parts/Facts.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'
import { ManageForm } from './TieForms.tsx'
import { Ties } from './Ties.tsx'
import { registerWords } from './words.ts'

export function OrganisationRecord({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const t = useWords(registerWords)
  const { data, error, refetch } = useAnswer('register.organisation', { id })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={6} />
  const all: Act[] = [
    { id: 'manage', label: t('manage'), form: (props) => <ManageForm id={id} at={data.areaId} {...props} /> },
    {
      ...{ id: 'endOrganisation', label: t('endOrganisation'), look: 'plain' },
      form: (props) => <EndOrganisationForm organisation={data} {...props} />,
    },
  ]
  const acts = all.filter((act) => data.can.includes(act.id))
  return (
    <>
      {data.can.includes('changeOrganisation') ? (
        <OrganisationForm key={data.version} organisation={data} at={data.areaId} onDone={onDone} onCancel={onDone} />
      ) : (
        <>
          <h2 className="l">
            {data.name} {data.endedOn ? <Mark>{t('endedOn', { day: data.endedOn })}</Mark> : null}
          </h2>
          <Facts
            facts={[
              [t('code'), data.code],
              [t('at'), data.address],
              [t('contactPhone'), data.contactPhone],
            ]}
          />
        </>
      )}
      <Ties ties={data.ties} about={id} mayEnd={data.can.includes('manage')} />
      <Buttons acts={acts} />
    </>
  )
}

type EndProps = FormProps & { readonly organisation: Output<'register.organisation'> }

function EndOrganisationForm({ organisation: { id, version, asOf }, onDone, onCancel }: EndProps) {
  const t = useWords(registerWords)
  const today = localDay(new Date(nowMs()))
  const end = useCommand('register.endOrganisation', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('endOrganisation')}
      send={t('endOrganisation')}
      look="danger"
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      onSend={(value) => end.mutate({ input: { id, version, day: value('day') } })}
    >
      <LineField name="day" label={t('overOn')} type="date" defaultValue={today} min={asOf} max={today} required />
    </Form>
  )
}
