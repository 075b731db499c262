// People of an area, masked: conditions and list at the left, one entry at the right.
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { personLife } from '#modules/register/lifecycle.ts'
import { classWords } from '#modules/register/words.ts'
import { type Input, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { PickField } from '../parts/Field.tsx'
import { PeopleList } from './PeopleList.tsx'
import { PersonRecord } from './PersonRecord.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'
import { registerWords } from './words.ts'

type Asked = Omit<Input<'register.people'>, 'areaId'>
const BANDS = ['0-2', '3-5', '6-17', '18-59', '60-79', '80+'] as const
const STATES = ['here', 'left', 'died', 'merged'] as const

export function PeoplePage() {
  const t = useWords(registerWords)
  const { id } = useParams({ from: '/frame/desk/register/{-$id}' })
  const post = useMe().data?.posts[0]
  const [area, setArea] = useState<string>()
  const [asked, setAsked] = useState<Asked>({})
  useLive('register')
  useTitle(t('title'))
  const from = useSearch({ from: '/frame/desk/register/{-$id}' }).area
  const at = area ?? from ?? post?.areaId
  return (
    <main className="two narrow-too">
      <section aria-label={t('title')}>
        <RegisterTabs />
        <p className="s q">{t('masked')}</p>
        <div className="conditions">
          <div>
            <Where from={from} onChoose={setArea} />
          </div>
          <Conditions asked={asked} onAsk={setAsked} />
        </div>
        {at ? <PeopleList at={at} asked={asked} chosen={id} /> : <SkeletonList rows={8} />}
      </section>
      <article className="rec sheet">{id ? <PersonRecord key={id} id={id} /> : at ? <Counts at={at} /> : null}</article>
    </main>
  )
}

type WhereProps = { readonly from: string | undefined; readonly onChoose: (area: string | undefined) => void }

/** Where to look; whoever comes from a building finds it chosen. */
function Where({ from, onChoose }: WhereProps) {
  const t = useWords(registerWords)
  const lang = useLang()
  const { data } = useAnswer('area.get', { id: from ?? '' }, { enabled: from !== undefined })
  const initial = data && { id: data.id, label: pick(data.name, data.nameEn, lang), note: '' }
  return (
    <AreaField
      key={initial?.id ?? ''}
      name="area"
      label={t('where')}
      initial={initial}
      onChange={(found) => onChoose(found?.id)}
    />
  )
}

type ConditionsProps = { readonly asked: Asked; readonly onAsk: (asked: Asked) => void }

function Conditions({ asked, onAsk }: ConditionsProps) {
  const t = useWords(registerWords)
  const lang = useLang()
  const { class: _c, band: _b, ...rest } = asked
  const both = [{ value: '', label: t('anyClass') }]
  return (
    <>
      <PickField
        name="class"
        label={t('class')}
        value={asked.class ?? ''}
        onChange={({ target: { value } }) =>
          onAsk({
            ...rest,
            ...(asked.band ? { band: asked.band } : {}),
            ...(value ? { class: value as 'registered' } : {}),
          })
        }
        options={[
          ...both,
          ...(['registered', 'floating'] as const).map((value) => ({ value, label: classWords[value][lang] })),
        ]}
      />
      <PickField
        name="band"
        label={t('band')}
        value={asked.band ?? ''}
        onChange={({ target: { value } }) =>
          onAsk({
            ...rest,
            ...(asked.class ? { class: asked.class } : {}),
            ...(value ? { band: value as (typeof BANDS)[number] } : {}),
          })
        }
        options={[
          { value: '', label: t('anyBand') },
          ...BANDS.map((value) => ({ value, label: t('years', { band: value }) })),
        ]}
      />
      <PickField
        name="state"
        label={t('state')}
        value={asked.state ?? 'here'}
        onChange={({ target: { value } }) => onAsk({ ...asked, state: value as (typeof STATES)[number] })}
        options={STATES.map((value) => ({ value, label: personLife.states[value][lang] }))}
      />
    </>
  )
}

/** Before anybody is chosen: how many there are. */
function Counts({ at }: { readonly at: string }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const { data, error, refetch } = useAnswer('register.counts', { areaId: at })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={6} />
  return (
    <>
      <h1 tabIndex={-1}>{t('figures')}</h1>
      <table className="t">
        <tbody>
          {data.counts.map(({ class: of, n }) => (
            <tr key={of}>
              <td>{classWords[of][lang]}</td>
              <td className="num">{n ?? t('untold')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
