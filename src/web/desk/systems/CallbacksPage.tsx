// Whom we call when something happens: the addresses at the left with the hosts they may lie on, one with its log at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { showMe } from '../rooms/show-me.ts'
import { Hosts } from './Hosts.tsx'
import { ReceiverForm } from './ReceiverForm.tsx'
import { ReceiverPanel } from './ReceiverPanel.tsx'
import { ReceiverTable } from './ReceiverTable.tsx'
import { SystemTabs } from './SystemTabs.tsx'
import { callbackWords } from './words.ts'
import '../kinds/kinds.css'
import '../notices/notices.css'
import '../rooms/rooms.css'
import './systems.css'

const NEW = 'new'
export type Receivers = Output<'callback.receivers'>

export function CallbacksPage() {
  const t = useWords(callbackWords)
  const navigate = useNavigate()
  const { id, delivery } = useParams({ from: '/frame/desk/callbacks/{-$id}/{-$delivery}' })
  const { data, error, refetch } = useAnswer('callback.receivers', {}, { keep: true })
  useLive('callback')
  useTitle(t('title'))
  const open = (to: string | undefined) =>
    void navigate({ to: '/desk/callbacks/{-$id}/{-$delivery}', params: { id: to }, resetScroll: false })
  const chosen = data?.receivers.find((one) => one.id === id)
  const may = data?.can.includes('add') ?? false
  return (
    <main className="wide narrow-too">
      <article className="sheet">
        <SystemTabs />
        <div className="table-head">
          <div>
            <h1>{t('title')}</h1>
            <p className="q">{t('lead')}</p>
          </div>
          {may && data && data.hosts.length > 0 ? <Button onPress={() => open(NEW)}>{t('add')}</Button> : null}
        </div>
        {data?.isolated ? <p role="status">{t('isolated')}</p> : null}
        {data && data.receivers.length > 0 ? (
          <ReceiverTable receivers={data.receivers} events={data.events} chosen={id} onOpen={open} />
        ) : null}
        {data?.receivers.length === 0 ? <Empty title={t('none')}>{t('noneText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={4} />}
        {data ? <Hosts hosts={data.hosts} may={may} /> : null}
      </article>
      {data ? (
        <aside className="side-panel sheet" {...(may ? {} : { tabIndex: 0 })}>
          {id === NEW && may ? (
            <div ref={showMe}>
              <ReceiverForm events={data.events} onDone={open} onCancel={() => open(undefined)} />
            </div>
          ) : chosen ? (
            <div ref={showMe} key={chosen.id}>
              <ReceiverPanel receiver={chosen} events={data.events} delivery={delivery} may={may} />
            </div>
          ) : (
            <p className="q">{t('choose')}</p>
          )}
        </aside>
      ) : null}
    </main>
  )
}
