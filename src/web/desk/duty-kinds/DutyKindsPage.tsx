// Kinds of duty: what must be answered for at each level; the table at the left, one kind at the right.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { roleWords } from '#modules/account/words.ts'
import { levelWords } from '#modules/area/lifecycle.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { showMe } from '../rooms/show-me.ts'
import { DutyKindForm } from './DutyKindForm.tsx'
import { dutyKindWords } from './words.ts'
import '../rooms/rooms.css'
import '../kinds/kinds.css'

export type DutyKind = Output<'duty.kinds'>['kinds'][number]

const NEW = 'new'

export function DutyKindsPage() {
  const t = useWords(dutyKindWords)
  const { code } = useParams({ from: '/frame/desk/duty-kinds/{-$code}' })
  const navigate = useNavigate()
  const [retired, setRetired] = useState(false)
  /** Counts how often the form was opened anew. */
  const [opened, setOpened] = useState(0)
  const { data, error, refetch } = useAnswer('duty.kinds', { retired: true })
  useLive('duty')
  useTitle(t('title'))
  const open = (to: string | undefined) =>
    void navigate({ to: '/desk/duty-kinds/{-$code}', params: { code: to }, resetScroll: false })
  const kinds = data?.kinds
  const may = data?.can.includes('setKind') ?? false
  const chosen = kinds?.find((kind) => kind.code === code)
  const shown = kinds?.filter((kind) => retired || !kind.retired || kind === chosen)
  const again = () => setOpened(opened + 1)
  return (
    <main className="wide narrow-too">
      <article className="sheet">
        <Tabs />
        <div className="table-head">
          <div>
            <h1>{t('title')}</h1>
            <p className="q">{t('lead')}</p>
          </div>
          {kinds?.some((kind) => kind.retired) ? (
            <label className="tick">
              <input type="checkbox" checked={retired} onChange={(event) => setRetired(event.target.checked)} />
              {t('retiredToo')}
            </label>
          ) : null}
          {may ? <Button onPress={() => open(NEW)}>{t('add')}</Button> : null}
        </div>
        {shown && shown.length > 0 ? <Table kinds={shown} chosen={code} onOpen={open} /> : null}
        {shown?.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
        {!kinds && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {kinds || error ? null : <SkeletonList rows={8} />}
      </article>
      {/* Without a right to change there is nothing to press in it, yet it scrolls. */}
      <aside className="side-panel sheet" {...(may ? {} : { tabIndex: 0 })}>
        {kinds && (chosen || (code === NEW && may)) ? (
          <div ref={showMe} key={`${code} ${opened}`}>
            <DutyKindForm
              {...{ kinds, may }}
              kind={chosen}
              onDone={(saved) => {
                again()
                open(saved)
              }}
              onCancel={() => open(undefined)}
              onReload={() => void refetch().then(again)}
            />
          </div>
        ) : (
          <p className="q">{t(may ? 'choose' : 'chooseToRead')}</p>
        )}
      </aside>
    </main>
  )
}

type TableProps = {
  readonly kinds: readonly DutyKind[]
  readonly chosen: string | undefined
  readonly onOpen: (code: string) => void
}

function Table({ kinds, chosen, onOpen }: TableProps) {
  const t = useWords(dutyKindWords)
  const role = useWords(roleWords)
  const lang = useLang()
  return (
    <table className="t keeps-head">
      <thead>
        <tr>
          <th className="num sort-col">{t('sort')}</th>
          <th>{t('level')}</th>
          <th>{t('kind')}</th>
          <th>{t('duties')}</th>
          <th>{t('expected')}</th>
          <th>{t('role')}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind.code} className={kind.code === chosen ? 'is-on' : ''}>
            <td className="num q">{kind.sort}</td>
            <td className="nw">{levelWords[kind.level][lang]}</td>
            <td className="nw">
              <button
                type="button"
                className="row-open"
                aria-expanded={kind.code === chosen}
                onClick={() => onOpen(kind.code)}
              >
                {pick(kind.zh, kind.en, lang)}
              </button>{' '}
              {kind.retired ? <span className="st tag">{t('retired')}</span> : null}
            </td>
            <td>{pick(kind.dutiesZh, kind.dutiesEn, lang)}</td>
            <td>{kind.expected ? t('yes') : ''}</td>
            <td className="nw">
              {kind.role && kind.role in roleWords ? role(kind.role as keyof typeof roleWords) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Tabs() {
  const t = useWords(dutyKindWords)
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/duty/{-$id}" params={{ id: undefined }}>
        {t('toDuty')}
      </Link>
      <Link to="/desk/duty-kinds/{-$code}" params={{ code: undefined }} activeOptions={{ exact: false }}>
        {t('title')}
      </Link>
    </nav>
  )
}
