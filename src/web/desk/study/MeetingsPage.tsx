// Study meetings of an area: what was seen, what was decided, and who does it until when.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { HoldMeetingForm } from './HoldMeetingForm.tsx'
import { Measures } from './Measures.tsx'
import { meetingFormWords } from './meeting-form-words.ts'
import { meetingWords } from './meeting-words.ts'
import { PlanMeetingForm } from './PlanMeetingForm.tsx'
import '../figures/figures.css'
import './study.css'

type Meeting = Output<'study.meetings'>['meetings'][number]

export function MeetingsPage() {
  const t = useWords(meetingWords)
  const areaId = useMe().data?.posts[0]?.areaId
  const asked = { areaId: areaId ?? '' }
  const { data, error, refetch } = useAnswer('study.meetings', asked, { keep: true, enabled: areaId !== undefined })
  const mine = useAnswer('study.measures', {}, { keep: true })
  useLive('study')
  useTitle(t('title'))
  return (
    <main className="figures">
      <h1 className="vh">{t('title')}</h1>
      {mine.data?.measures.length ? (
        <section className="sheet">
          <h2>{t('mine')}</h2>
          <Measures measures={mine.data.measures} />
        </section>
      ) : null}
      {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
      {data || error ? null : <SkeletonText lines={8} />}
      {data?.meetings.length === 0 ? (
        <section className="sheet">
          <Empty title={t('none')}>{t('noneText')}</Empty>
        </section>
      ) : null}
      {areaId && data ? <Planning areaId={areaId} may={data.can.includes('planMeeting')} /> : null}
      {data?.meetings.map((one) => (
        <Held key={one.id} meeting={one} areaId={areaId ?? ''} />
      ))}
    </main>
  )
}

/** The next one, and the way to the sweeps. */
function Planning({ areaId, may }: { readonly areaId: string; readonly may: boolean }) {
  const t = useWords(meetingWords)
  const plan = useWords(meetingFormWords)('plan')
  const [planning, setPlanning] = useState(false)
  return (
    <section className="sheet study-plan">
      {planning ? (
        <PlanMeetingForm areaId={areaId} onClose={() => setPlanning(false)} />
      ) : (
        <p>
          {may ? <Button onPress={() => setPlanning(true)}>{plan}</Button> : null}{' '}
          <Link className="s" to="/desk/study/sweeps">
            {t('toSweeps')}
          </Link>
        </p>
      )}
    </section>
  )
}

function Held({ meeting, areaId }: { readonly meeting: Meeting; readonly areaId: string }) {
  const t = useWords(meetingWords)
  const form = useWords(meetingFormWords)
  const [holding, setHolding] = useState(false)
  const lang = useLang()
  const { figures, offices, minutes, measures, before } = meeting
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : ', ')
  return (
    <section className="sheet">
      <h2>{t('meeting', { day: meeting.onDay, area: pick(meeting.areaName, meeting.areaNameEn, lang) })}</h2>
      <p className="s q">
        {t('looksAt', { from: meeting.from, to: meeting.to })} {t(`every.${meeting.every}`)}{' '}
        {meeting.held ? '' : t('planned')}
      </p>
      {figures ? (
        <p>
          {t('told', { taken: figures.taken, settled: figures.settled })}{' '}
          {list(figures.kinds.map(({ zh, en, n }) => `${pick(zh, en, lang)} ${n}`))}
        </p>
      ) : null}
      {offices.length ? <p className="s">{t('offices', { names: list([...offices]) })}</p> : null}
      {minutes ? <p>{minutes}</p> : null}
      {measures.length ? <Measures measures={measures} /> : null}
      {!meeting.held && before.length ? (
        <>
          <h3>{t('before')}</h3>
          <Measures measures={before} />
        </>
      ) : null}
      {meeting.can.includes('holdMeeting') && !holding ? (
        <Button look="primary" onPress={() => setHolding(true)}>
          {form('hold')}
        </Button>
      ) : null}
      {holding ? <HoldMeetingForm meeting={meeting} areaId={areaId} onClose={() => setHolding(false)} /> : null}
    </section>
  )
}
