// Kinds of rooms, teams, partner bodies and means: the table at the left, one kind at the right.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useMay } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { RoomTabs } from '../rooms/RoomTabs.tsx'
import { showMe } from '../rooms/show-me.ts'
import { FAMILIES, type Family, familyOf } from './families.ts'
import { KindForm } from './KindForm.tsx'
import { KindTable } from './KindTable.tsx'
import { useKinds } from './use-kinds.ts'
import { roomKindWords } from './words.ts'
import '../rooms/rooms.css'
import '../kinds/kinds.css'

const NEW = 'new'

export function RoomKindsPage() {
  const t = useWords(roomKindWords)
  const params = useParams({ from: '/frame/desk/room-kinds/{-$family}/{-$code}' })
  const family = familyOf(params.family)
  const navigate = useNavigate()
  const [retired, setRetired] = useState(false)
  /** Counts how often the form was opened anew. */
  const [opened, setOpened] = useState(0)
  const { kinds, error, refetch } = useKinds(family)
  const may = useMay()('place.setKind')
  useLive('room')
  useLive('duty')
  useTitle(t(`title.${family}`))
  const to = '/desk/room-kinds/{-$family}/{-$code}'
  const open = (code: string | undefined) => void navigate({ to, params: { family, code }, resetScroll: false })
  const chosen = kinds?.find(({ code }) => code === params.code)
  const shown = kinds?.filter((kind) => retired || !kind.retired || kind === chosen)
  return (
    <main className="wide narrow-too">
      <article className="sheet">
        <RoomTabs />
        <div className="table-head">
          <div>
            <h1>{t(`title.${family}`)}</h1>
            <p className="q">{t(`lead.${family}`)}</p>
          </div>
          <Families family={family} />
          {kinds?.some((kind) => kind.retired) ? <RetiredToo shown={retired} onShow={setRetired} /> : null}
          {may ? <Button onPress={() => open(NEW)}>{t('add')}</Button> : null}
        </div>
        {shown && shown.length > 0 ? (
          <KindTable family={family} kinds={shown} chosen={params.code} onOpen={open} />
        ) : null}
        {shown?.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
        {!kinds && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {kinds || error ? null : <SkeletonList rows={8} />}
      </article>
      {/* Without a right to change there is nothing to press in it, yet it scrolls. */}
      <aside className="side-panel sheet" {...(may ? {} : { tabIndex: 0 })}>
        {kinds && (chosen || (params.code === NEW && may)) ? (
          <div ref={showMe} key={`${family} ${params.code} ${opened}`}>
            <KindForm
              {...{ family, kinds, may }}
              kind={chosen}
              onDone={(code) => [setOpened(opened + 1), open(code)]}
              onCancel={() => open(undefined)}
              onReload={() => void refetch().then(() => setOpened(opened + 1))}
            />
          </div>
        ) : (
          <p className="q">{t(may ? 'choose' : 'chooseToRead')}</p>
        )}
      </aside>
    </main>
  )
}

type RetiredTooProps = { readonly shown: boolean; readonly onShow: (shown: boolean) => void }

function RetiredToo({ shown, onShow }: RetiredTooProps) {
  const t = useWords(roomKindWords)
  return (
    <label className="tick">
      <input type="checkbox" checked={shown} onChange={(event) => onShow(event.target.checked)} />
      {t('retiredToo')}
    </label>
  )
}

function Families({ family }: { readonly family: Family }) {
  const t = useWords(roomKindWords)
  return (
    <nav className="saved families" aria-label={t('families')}>
      {FAMILIES.map((one) => (
        <Link
          key={one}
          to="/desk/room-kinds/{-$family}/{-$code}"
          params={{ family: one, code: undefined }}
          aria-current={one === family ? 'page' : undefined}
        >
          {t(`tab.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
