// People of an area, masked: conditions and list at the left, one entry at the right.
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { personLife } from '#modules/register/lifecycle.ts'
import { classWords } from '#modules/register/words.ts'
import { type Input, useAnswer, usePages } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { PickField } from '../parts/Field.tsx'
import { PersonRecord } from './PersonRecord.tsx'
import { type Person, usePersonLine } from './person-line.ts'
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
  const at = area ?? post?.areaId
  return (
    <main className="two narrow-too">
      <section aria-label={t('title')}>
        <RegisterTabs />
        <p className="s q">{t('masked')}</p>
        <div className="conditions">
          <div>
            <AreaField name="area" label={t('where')} onChange={(found) => setArea(found?.id)} />
          </div>
          <Conditions asked={asked} onAsk={setAsked} />
        </div>
        {at ? <List at={at} asked={asked} chosen={id} /> : <SkeletonList rows={8} />}
      </section>
      <article className="rec sheet">{id ? <PersonRecord key={id} id={id} /> : at ? <Counts at={at} /> : null}</article>
    </main>
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

function List({
  at,
  asked,
  chosen,
}: {
  readonly at: string
  readonly asked: Asked
  readonly chosen: string | undefined
}) {
  const t = useWords(registerWords)
  const line = usePersonLine()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('register.people', {
    areaId: at,
    ...asked,
  })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonList rows={8} />
  const people = data.pages.flatMap((page): readonly Person[] => page.people)
  if (people.length === 0) return <Empty title={t('none')}>{t('noneText')}</Empty>
  return (
    <>
      <ul className="q-list">
        {people.map((person) => (
          <li key={person.id} className={person.id === chosen ? 'on' : ''}>
            <Link
              to="/desk/register/{-$id}"
              params={{ id: person.id }}
              resetScroll={false}
              aria-current={person.id === chosen ? 'true' : undefined}
            >
              <b>{person.name}</b>
              <span className="sub">
                {line(person)}
                <br />
                {person.address}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <p className="q-foot">
          <Button look="plain" busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      ) : null}
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
