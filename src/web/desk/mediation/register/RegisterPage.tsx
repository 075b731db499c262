// 人民调解受理登记表 at the desk: how it came, where, what about, who; out of a matter with what is known of it.
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CARE } from '#modules/mediation/lifecycle.ts'
import { type Input, type Output, useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useMay } from '#web/session.ts'
import { useTitle } from '../../frame/use-title.ts'
import { AreaField } from '../../parts/AreaField.tsx'
import { LineField, PickField, ProseField, TickField } from '../../parts/Field.tsx'
import { Form, type Values } from '../../parts/Form.tsx'
import { careWords } from '../care-words.ts'
import { OneSide, partyOf, SIDES } from './Sides.tsx'
import { Source, sourceOf } from './Source.tsx'
import { registerWords } from './words.ts'
import './register.css'

type Matter = Output<'matter.get'>

const route = getRouteApi('/frame/desk/dispute')

export function RegisterPage() {
  const t = useWords(registerWords)
  useTitle(t('title'))
  const { matter: id } = route.useSearch()
  const of = useAnswer('matter.get', { id: id ?? '' }, { enabled: id !== undefined })
  const waits = id !== undefined && of.isPending
  return (
    <main className="one">
      <article className="sheet page-note">
        <h1>{t('title')}</h1>
        <p className="q">{of.data ? t('fromMatter', { no: of.data.no }) : t('lead')}</p>
        {of.error && !of.data ? (
          <PageProblem problem={of.error} onAgain={() => void of.refetch()} />
        ) : waits ? (
          <SkeletonText lines={12} />
        ) : (
          <RegisterForm matter={of.data} />
        )}
      </article>
    </main>
  )
}

const inputOf = (value: Values, gridId: string, matterId: string | undefined): Input<'mediation.apply'> => ({
  ...{ gridId, kind: value('kind'), title: value('title'), address: value('address') },
  ...{ facts: value('facts'), requests: value('requests') },
  ...sourceOf(value),
  ...(matterId ? { matterId } : {}),
  parties: SIDES.map((side) => partyOf(side, value)),
  care: CARE.filter((one) => value(`care-${one}`) === 'on'),
})

function RegisterForm({ matter }: { readonly matter: Matter | undefined }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const navigate = useNavigate()
  const listing = useMay()('mediation.list')
  const [grid, setGrid] = useState(matter?.gridId ?? undefined)
  const [reporter, setReporter] = useState<string>()
  const { data } = useAnswer('mediation.kinds', {})
  const apply = useCommand('mediation.apply', {
    // Whoever only registers is handed nothing: the desk says who mediates it.
    onDone: ({ id }) => {
      tell(t('registered'))
      void navigate(listing ? { to: '/desk/mediations/{-$id}', params: { id } } : { to: '/desk/mediations/{-$id}' })
    },
  })
  const kinds = (data?.kinds ?? []).filter(({ retired }) => !retired)
  return (
    <Form
      label={t('title')}
      send={t('send')}
      busy={apply.isPending}
      problem={apply.error}
      consequence={t('consequence')}
      onSend={(value) => grid && apply.mutate({ input: inputOf(value, grid, matter?.id) })}
    >
      <Source />
      {matter?.gridId ? null : (
        <AreaField name="grid" label={t('grid')} level="grid" required onChange={(area) => setGrid(area?.id)} />
      )}
      <LineField name="address" label={t('address')} maxLength={80} defaultValue={matter?.placeName ?? ''} />
      <PickField
        name="kind"
        label={t('kind')}
        options={kinds.map(({ code, zh, en }) => ({ value: code, label: pick(zh, en, lang) }))}
      />
      <LineField
        name="title"
        label={t('fileTitle')}
        required
        minLength={2}
        maxLength={60}
        defaultValue={matter?.title ?? ''}
      />
      <ProseField
        name="facts"
        label={t('facts')}
        required
        minLength={2}
        maxLength={2000}
        defaultValue={matter?.words ?? ''}
      />
      <ProseField name="requests" label={t('requests')} required minLength={2} maxLength={2000} />
      <div className="register-sides">
        {SIDES.map((side) => (
          <OneSide
            key={side}
            side={side}
            lang={lang}
            mayBeReporter={matter !== undefined && (reporter ?? side) === side}
            isReporter={reporter === side}
            onReporter={(is) => setReporter(is ? side : undefined)}
          />
        ))}
      </div>
      <p className="s q">{t('later')}</p>
      <fieldset className="f register-care">
        <legend>{t('care')}</legend>
        {CARE.map((one) => (
          <TickField key={one} name={`care-${one}`} label={careWords[one][lang]} />
        ))}
      </fieldset>
    </Form>
  )
}
