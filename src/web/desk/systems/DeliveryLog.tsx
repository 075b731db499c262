// What was sent to one address, newest first, and sending again all that did not arrive.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { callFaultWords, deliveryStateWords } from '#modules/callback/words.ts'
import { type Output, useCommand, usePages } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark, type ShapeName, type Tone } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Receivers } from './CallbacksPage.tsx'
import type { Receiver } from './ReceiverTable.tsx'
import { callbackWords } from './words.ts'

export type Delivery = Output<'callback.deliveries'>['deliveries'][number]

const VIEWS = ['all', 'open', 'sent', 'parked'] as const
const LOOKS: Record<Delivery['state'], { readonly shape: ShapeName; readonly tone?: Tone }> = {
  waiting: { shape: 'ring' },
  sending: { shape: 'half' },
  sent: { shape: 'tick', tone: 'done' },
  failed: { shape: 'returned', tone: 'due' },
  parked: { shape: 'missing', tone: 'need' },
}

/** In whichever language; a trial is no event. */
export function useEventName(events: Receivers['events']): (code: string) => string {
  const t = useWords(callbackWords)
  const lang = useLang()
  return (code) => {
    const event = events.find((one) => one.code === code)
    return event ? pick(event.zh, event.en, lang) : t('trial')
  }
}

export function DeliveryState({ delivery }: { readonly delivery: Delivery }) {
  const t = useWords(callbackWords)
  const lang = useLang()
  const now = useNow()
  const { state, fault, status, nextAt } = delivery
  const why = fault && state !== 'sent' ? callFaultWords[fault][lang] : ''
  const answered = fault && status && state !== 'sent' ? ` (${status})` : ''
  const again = state === 'failed' && nextAt ? t('next', { when: clockTime(nextAt, now, lang) }) : ''
  return (
    <>
      <Mark {...LOOKS[state]}>{deliveryStateWords[state][lang]}</Mark>
      {why || again ? (
        <span className="s q sub-line">
          {[why && why + answered, again].filter(Boolean).join(lang === 'zh' ? '，' : ', ')}
        </span>
      ) : null}
    </>
  )
}

type LogProps = { readonly receiver: Receiver; readonly events: Receivers['events']; readonly may: boolean }

export function DeliveryLog({ receiver, events, may }: LogProps) {
  const t = useWords(callbackWords)
  const [view, setView] = useState<(typeof VIEWS)[number]>('all')
  const [again, setAgain] = useState(false)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('callback.deliveries', {
    receiver: receiver.id,
    ...(view === 'all' ? {} : { state: view }),
  })
  const rows = data?.pages.flatMap((page) => page.deliveries)
  return (
    <section className="sys-log">
      <h3>
        {t('log')} <span className="s q">{t('logLead')}</span>
      </h3>
      <fieldset className="n-views">
        <legend className="vh">{t('state')}</legend>
        {VIEWS.map((one) => (
          <button type="button" key={one} aria-pressed={one === view} onClick={() => setView(one)}>
            {t(`view.${one}`)}
          </button>
        ))}
      </fieldset>
      {may && receiver.parked > 0 && !again ? <Button onPress={() => setAgain(true)}>{t('replayAll')}</Button> : null}
      {again ? <ReplayAll receiver={receiver.id} onDone={() => setAgain(false)} /> : null}
      {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
      {data || error ? null : <SkeletonList rows={4} />}
      {rows?.length === 0 ? <Empty title={t('noLog')}>{t('noLogText')}</Empty> : null}
      <ul>
        {rows?.map((row) => (
          <Row key={row.id} delivery={row} events={events} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}

function Row({ delivery, events }: { readonly delivery: Delivery; readonly events: Receivers['events'] }) {
  const name = useEventName(events)
  const lang = useLang()
  const now = useNow()
  const { id, receiver, no, event, at } = delivery
  return (
    <li>
      <div>
        <Link to="/desk/callbacks/{-$id}/{-$delivery}" params={{ id: receiver, delivery: id }} resetScroll={false}>
          {name(event)}
        </Link>{' '}
        {no ? <span className="q nw">{no}</span> : null}
        <time className="s q" dateTime={at}>
          {clockTime(at, now, lang)}
        </time>
      </div>
      <DeliveryState delivery={delivery} />
    </li>
  )
}

const MONTH_MS = 30 * 86_400_000

function ReplayAll({ receiver, onDone }: { readonly receiver: string; readonly onDone: () => void }) {
  const t = useWords(callbackWords)
  const now = useNow()
  const replay = useCommand('callback.replayFailed', {
    onDone: ({ count }) => {
      tell(t('replayCount', { n: count }))
      onDone()
    },
  })
  const oldest = new Date(now.getTime() - MONTH_MS).toISOString().slice(0, 10)
  return (
    <Form
      label={t('replayAll')}
      send={t('replayAll')}
      busy={replay.isPending}
      problem={replay.error}
      onCancel={onDone}
      onSend={(value) =>
        replay.mutate({ input: { receiver, since: new Date(`${value('since')}T00:00:00+08:00`).toISOString() } })
      }
    >
      <LineField name="since" label={t('since')} type="date" required defaultValue={oldest} min={oldest} />
    </Form>
  )
}
