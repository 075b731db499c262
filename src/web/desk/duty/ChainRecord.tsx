// The chain of an area: every level above it and its own, each duty with who holds it or a gap.
import { Link } from '@tanstack/react-router'
import { type Level, levelWords } from '#modules/area/lifecycle.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { DutyRow } from './DutyRow.tsx'
import { Groups } from './Groups.tsx'
import { dutyWords } from './words.ts'

export type ChainLevel = Output<'duty.chain'>['chain'][number]

export function ChainRecord({ id }: { readonly id: string }) {
  const chain = useAnswer('duty.chain', { areaId: id })
  const area = useAnswer('area.get', { id })
  const problem = chain.error ?? area.error
  const again = () => void Promise.all([chain.refetch(), area.refetch()])
  if (chain.data && area.data) return <Read chain={chain.data} area={area.data} />
  return problem ? <PageProblem problem={problem} onAgain={again} /> : <SkeletonText lines={9} />
}

function Read({
  chain: { chain, can },
  area,
}: {
  readonly chain: Output<'duty.chain'>
  readonly area: Output<'area.get'>
}) {
  const t = useWords(dutyWords)
  const lang = useLang()
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{t('facts')}</span>
            <span>{levelWords[area.level][lang]}</span>
          </>
        }
        title={pick(area.name, area.nameEn, lang)}
        address={`/desk/duty/${area.id}`}
        printed
      >
        <p className="q">{t('lead')}</p>
        <p className="goto s">
          <Link to="/desk/areas/{-$id}" params={{ id: area.id }}>
            {t('toArea')}
          </Link>
        </p>
      </RecordHead>
      <ol className="chain">
        {chain.map((level) => (
          <li key={level.areaId}>
            <div className="chain-level">
              <span className="s q">{levelWords[level.level as Level]?.[lang] ?? level.level}</span>
              {level.areaId === area.id ? (
                <h2>{pick(level.areaName, level.areaNameEn, lang)}</h2>
              ) : (
                <Link to="/desk/duty/{-$id}" params={{ id: level.areaId }}>
                  {pick(level.areaName, level.areaNameEn, lang)}
                </Link>
              )}
            </div>
            <div className="chain-duties">
              {level.duties.map((duty) => (
                <DutyRow key={duty.kind} duty={duty} areaId={level.areaId} can={level.areaId === area.id ? can : []} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <Groups areaId={area.id} />
    </>
  )
}
