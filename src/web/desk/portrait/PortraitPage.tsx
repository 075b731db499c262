// The portrait of an area: how many live there and how, which places it has, who works there, who came and went. Counts alone.
import { Link, useParams } from '@tanstack/react-router'
import { type Level, levelWords } from '#modules/area/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { Ages } from './Ages.tsx'
import { Below } from './Below.tsx'
import { Held, Households, Places, Workers } from './Counted.tsx'
import { Moved } from './Moved.tsx'
import { type Portrait, spaced } from './portrait.ts'
import { portraitWords } from './words.ts'
import '../figures/figures.css'
import './portrait.css'

export function PortraitPage() {
  const t = useWords(portraitWords)
  const me = useMe()
  const { id } = useParams({ from: '/frame/desk/portrait/{-$id}' })
  const areaId = id ?? me.data?.posts[0]?.areaId
  const { data, error, refetch } = useAnswer(
    'register.portrait',
    { areaId: areaId ?? '' },
    { enabled: Boolean(areaId), keep: true, staleMs: 60_000 },
  )
  useLive('register')
  useTitle(t('title'))
  return (
    <main className="figures portrait">
      <section className="sum sheet">
        <h1 className="vh">{t('title')}</h1>
        {data ? <Sum portrait={data} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonText lines={6} />}
      </section>
      {data ? (
        <>
          <Below portrait={data} />
          <div className="pair">
            <Ages portrait={data} />
            <Households portrait={data} />
            <Moved portrait={data} />
            <Held portrait={data} />
            <Places portrait={data} />
            <Workers portrait={data} />
          </div>
        </>
      ) : null}
    </main>
  )
}

function Sum({ portrait }: { readonly portrait: Portrait }) {
  const t = useWords(portraitWords)
  const lang = useLang()
  const { area, above, counts, people } = portrait
  const homes = counts.find((one) => one.class === 'home')?.n ?? null
  return (
    <>
      <nav className="above" aria-label={t('above')}>
        {above.map((one) => (
          <Link key={one.id} to="/desk/portrait/{-$id}" params={{ id: one.id }}>
            {pick(one.name, one.nameEn, lang)}
          </Link>
        ))}
        <span aria-current="page">
          {pick(area.name, area.nameEn, lang)} <span className="q">{levelWords[area.level as Level][lang]}</span>
        </span>
      </nav>
      <h2 className="l">
        {people === null
          ? t('liveFew', { homes: homes ?? 0 })
          : t('live', { people: spaced(people), homes: spaced(homes ?? 0) })}
      </h2>
      <p className="q">{t('definition')}</p>
      {portrait.joined ? <p className="q">{t('joined')}</p> : null}
    </>
  )
}
