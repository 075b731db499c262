// Measures of a study meeting that are mine: one line above my queue, as long as one is not done.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Mark } from '#web/parts/State.tsx'
import { meetingWords } from './meeting-words.ts'
import './study.css'

export function MyMeasures() {
  const t = useWords(meetingWords)
  const { data } = useAnswer('study.measures', {}, { keep: true, staleMs: 60_000 })
  const open = (data?.measures ?? []).filter(({ doneOn }) => doneOn === null)
  if (open.length === 0) return null
  const late = open.filter((one) => one.late).length
  return (
    <p className="s my-measures">
      <Link to="/desk/study/meetings">{t('mineCount', { count: open.length })}</Link>{' '}
      {late > 0 ? (
        <Mark shape="missing" tone="need">
          {t('lateCount', { count: late })}
        </Mark>
      ) : null}
    </p>
  )
}
