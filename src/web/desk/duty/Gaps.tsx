// Places where nobody answers, one a row.
import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { dutyWords } from './words.ts'

/** `under`: the reader's own area; without one, everywhere he may look. */
export function Gaps({ under, chosen }: { readonly under: string | undefined; readonly chosen: string | undefined }) {
  const t = useWords(dutyWords)
  const lang = useLang()
  const { data, error, refetch } = useAnswer('duty.gaps', under ? { areaId: under } : {})
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonList rows={6} />
  if (data.gaps.length === 0)
    return (
      <div className="q-empty">
        <Empty title={t('noGaps')}>{t('noGapsText')}</Empty>
      </div>
    )
  return (
    <>
      <ul className="q-list">
        {data.gaps.map(({ areaId, areaName, path, kind, zh, en }) => (
          <li key={`${areaId}${kind}`} className={areaId === chosen ? 'on' : ''}>
            <Link
              to="/desk/duty/{-$id}"
              params={{ id: areaId }}
              resetScroll={false}
              aria-current={areaId === chosen ? 'true' : undefined}
            >
              <b>
                {areaName} {pick(zh, en, lang)}
              </b>
              <Mark shape="missing" tone="need">
                {t('gap')}
              </Mark>
              <span className="sub">{path}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="s q q-foot">{t('gapCount', { count: data.gaps.length })}</p>
    </>
  )
}
