// When an area's office works and when it is on duty: the tree at the left, two weeks at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { AreaTree } from '../areas/AreaTree.tsx'
import { useTitle } from '../frame/use-title.ts'
import { RecordHead } from '../parts/RecordHead.tsx'
import { CalendarTabs } from './CalendarTabs.tsx'
import { Hours } from './Hours.tsx'
import { calendarWords } from './words.ts'
import '../areas/areas.css'
import './calendar.css'

export function HoursPage() {
  const t = useWords(calendarWords)
  const navigate = useNavigate()
  const me = useMe()
  const { id } = useParams({ from: '/frame/desk/hours/{-$id}' })
  useLive('calendar')
  useTitle(t('hoursTitle'))
  const chosen = id ?? me.data?.posts[0]?.areaId
  return (
    <main className="two">
      <section aria-label={t('tree')}>
        <CalendarTabs />
        <AreaTree
          chosen={chosen}
          onChoose={(area) => void navigate({ to: '/desk/hours/{-$id}', params: { id: area }, resetScroll: false })}
        />
      </section>
      <article className="rec sheet">
        {chosen ? <HoursRecord key={chosen} id={chosen} /> : <SkeletonText lines={9} />}
      </article>
    </main>
  )
}

function HoursRecord({ id }: { readonly id: string }) {
  const area = useAnswer('area.get', { id })
  const hours = useAnswer('calendar.hours', { areaId: id })
  const problem = hours.error ?? area.error
  if (hours.data && area.data) return <Read hours={hours.data} area={area.data} />
  const again = () => void Promise.all([area.refetch(), hours.refetch()])
  return problem ? <PageProblem problem={problem} onAgain={again} /> : <SkeletonText lines={9} />
}

function Read({ hours, area }: { readonly hours: Output<'calendar.hours'>; readonly area: Output<'area.get'> }) {
  const t = useWords(calendarWords)
  const lang = useLang()
  const may = hours.can.includes('setHours')
  return (
    <>
      <RecordHead
        facts={<span>{t('hoursTitle')}</span>}
        title={pick(area.name, area.nameEn, lang)}
        address={`/desk/hours/${area.id}`}
      >
        <p className="q">{t('hoursLead')}</p>
      </RecordHead>
      <Hours areaId={area.id} hours={hours.work} may={may} />
      <Hours areaId={area.id} hours={hours.duty} may={may} />
    </>
  )
}
