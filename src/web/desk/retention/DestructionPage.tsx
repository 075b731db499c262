// Lists of files whose term is over: who has signed, who witnesses, and what stands on the one that is open.
import { useState } from 'react'
import { destructionStateWords } from '#modules/retention/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { useTitle } from '../frame/use-title.ts'
import { showMe } from '../rooms/show-me.ts'
import { ListPanel } from './ListPanel.tsx'
import { RetentionTabs } from './RetentionTabs.tsx'
import { retentionWords } from './words.ts'
import '../kinds/kinds.css'
import '../rooms/rooms.css'

type List = Output<'retention.destructions'>['destructions'][number]

const LOOKS = {
  drawn: { shape: 'ring' },
  signed: { shape: 'half' },
  witnessed: { shape: 'triangle', tone: 'due' },
  destroyed: { shape: 'tick', tone: 'done' },
  kept: { shape: 'pause', tone: 'held' },
} as const

export function DestructionPage() {
  const t = useWords(retentionWords)
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useAnswer('retention.destructions', {}, { keep: true })
  useLive('retention')
  useTitle(t('lists'))
  return (
    <main className="wide narrow-too">
      <article className="sheet">
        <RetentionTabs />
        <div className="table-head">
          <div>
            <h1>{t('lists')}</h1>
            <p className="q">{t('listsLead')}</p>
          </div>
        </div>
        {data && data.destructions.length > 0 ? (
          <ListTable lists={data.destructions} chosen={open} onOpen={setOpen} />
        ) : null}
        {data?.destructions.length === 0 ? <Empty title={t('noLists')}>{t('noListsText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={4} />}
      </article>
      {data && open ? (
        <aside className="side-panel sheet">
          <div ref={showMe} key={open}>
            <ListPanel id={open} />
          </div>
        </aside>
      ) : null}
    </main>
  )
}

type ListTableProps = {
  readonly lists: readonly List[]
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
}

function ListTable({ lists, chosen, onOpen }: ListTableProps) {
  const t = useWords(retentionWords)
  const lang = useLang()
  return (
    <table className="t keeps-head n-table">
      <thead>
        <tr>
          <th>{t('what')}</th>
          <th>{t('month')}</th>
          <th className="num">{t('rows')}</th>
          <th>{t('signs')}</th>
          <th>{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {lists.map((one) => (
          <tr key={one.id} className={one.id === chosen ? 'is-on' : ''}>
            <td className="n-first">
              <button
                type="button"
                className="row-open"
                aria-expanded={one.id === chosen}
                onClick={() => onOpen(one.id)}
              >
                {one.areaName}
              </button>
              <span className="s q sub-line">{pick(one.zh, one.en, lang)}</span>
            </td>
            <td className="nw">{one.month}</td>
            <td className="num n-aside">{one.rows}</td>
            <td>
              {one.signedBy ? <span className="sub-line">{t('signedBy', { name: one.signedBy })}</span> : null}
              {one.witnessedBy ? <span className="sub-line">{t('witnessedBy', { name: one.witnessedBy })}</span> : null}
            </td>
            <td>
              <Mark {...LOOKS[one.state]}>{destructionStateWords[one.state][lang]}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
