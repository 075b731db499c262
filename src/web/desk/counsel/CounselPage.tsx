// Law at the doorstep: sessions of the coming weeks at the left, one of them at the right; or the library of answers.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { localDay, localInstant } from '#kernel/clock.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { timeOf } from '#web/day-minute.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { dayLine } from '#web/parts/when.ts'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { AdvicePage } from './AdvicePage.tsx'
import { Advisers } from './Advisers.tsx'
import { Library } from './Library.tsx'
import { PlanForms } from './PlanForms.tsx'
import { Rotations } from './Rotations.tsx'
import { SessionRecord } from './SessionRecord.tsx'
import { useKindWord } from './use-kind-word.ts'
import { counselWords } from './words.ts'
import '../rooms/rooms.css'
import './counsel.css'

type Week = Output<'counsel.week'>
export type Session = Week['clinics'][number]
type Shown = 'sessions' | 'rotations' | 'library' | 'advisers' | 'advice'
const AHEAD_DAYS = 35

export function CounselPage() {
  const t = useWords(counselWords)
  const [shown, setShown] = useState<Shown>('sessions')
  useLive('counsel')
  useTitle(t('title'))
  const tab = (name: Shown) => (
    <button type="button" aria-pressed={shown === name} onClick={() => setShown(name)}>
      {t(name)}
    </button>
  )
  const tabs = (
    <div className="saved">
      {tab('sessions')}
      {tab('rotations')}
      {tab('library')}
      {tab('advisers')}
      {tab('advice')}
      <Link to="/desk/panels/{-$id}" params={{ id: undefined }}>
        {t('panels')}
      </Link>
    </div>
  )
  if (shown === 'rotations') return <Rotations tabs={tabs} />
  if (shown === 'advice') return <AdvicePage tabs={tabs} />
  if (shown === 'advisers') return <Advisers tabs={tabs} />
  return shown === 'sessions' ? <Sessions tabs={tabs} /> : <Library tabs={tabs} />
}

function Sessions({ tabs }: { readonly tabs: ReactNode }) {
  const t = useWords(counselWords)
  const home = useMe().data?.posts[0]
  const areaId = home?.areaId
  const today = localDay(useNow())
  const [chosen, setChosen] = useState<string>()
  const { data, error, refetch } = useAnswer(
    'counsel.week',
    { areaId: areaId ?? '', from: today, days: AHEAD_DAYS },
    { keep: true, enabled: areaId !== undefined },
  )
  const id = chosen ?? data?.clinics[0]?.id
  return (
    <main className="two narrow-too">
      <section aria-label={t('sessions')}>
        {tabs}
        {data ? <Gap without={data.without} /> : null}
        {data && home ? <PlanForms week={data} home={{ id: home.areaId, name: home.areaName }} /> : null}
        {data ? <List sessions={data.clinics} chosen={id} onChoose={setChosen} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </section>
      <article className="rec sheet">
        <h1 className="vh">{t('title')}</h1>
        {id ? <SessionRecord key={id} id={id} /> : null}
        {data?.clinics.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
      </article>
    </main>
  )
}

/** Communities that nobody visits: said in a sentence, since it is what there is to do. */
function Gap({ without }: Pick<Week, 'without'>) {
  const t = useWords(counselWords)
  const lang = useLang()
  const names = without.map((one) => pick(one.name, one.nameEn, lang)).join(lang === 'zh' ? '、' : ', ')
  return <p className="counsel-gap">{without.length ? t('without', { names }) : t('everywhere')}</p>
}

type ListProps = {
  readonly sessions: readonly Session[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

function List({ sessions, chosen, onChoose }: ListProps) {
  const t = useWords(counselWords)
  const lang = useLang()
  const now = useNow()
  const kind = useKindWord()
  const state = (one: Session) => {
    if (one.state !== 'planned') return t(one.state)
    if (one.waiting) return t('waiting', { count: one.waiting })
    return one.slotMinutes ? t('free', { count: one.free.length }) : ''
  }
  return (
    <ul className="counsel-list">
      {sessions.map((one) => (
        <li key={one.id}>
          <button type="button" aria-current={one.id === chosen} onClick={() => onChoose(one.id)}>
            <b>
              {dayLine(localInstant(one.day, '12:00'), now, lang)} {timeOf(one.from)}–{timeOf(one.to)}
            </b>
            <span>
              {kind(one.kind)} · {pick(one.where.zh, one.where.en, lang)}
            </span>
            <span className="q">
              {one.sitters.map((who) => pick(who.name, who.nameEn, lang)).join(lang === 'zh' ? '、' : ', ')}
              {state(one) ? ` · ${state(one)}` : ''}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
