// The addresses that are called, and how each stands.
import { receiverStateWords } from '#modules/callback/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Mark, type ShapeName, type Tone } from '#web/parts/State.tsx'
import { clockTime } from '#web/parts/when.ts'
import type { Receivers } from './CallbacksPage.tsx'
import { callbackWords } from './words.ts'

export type Receiver = Receivers['receivers'][number]

const LOOKS: Record<Receiver['state'], { readonly shape: ShapeName; readonly tone?: Tone }> = {
  on: { shape: 'tick', tone: 'done' },
  paused: { shape: 'pause', tone: 'held' },
  off: { shape: 'missing', tone: 'need' },
  ended: { shape: 'returned' },
}

/** What is wrong comes before what is set. */
export function ReceiverState({ receiver }: { readonly receiver: Receiver }) {
  const t = useWords(callbackWords)
  const lang = useLang()
  const now = useNow()
  const { state, allowed, failures, failingSince } = receiver
  const live = state !== 'ended'
  const failing = live && failingSince && failures > 2
  return (
    <>
      {live && !allowed ? (
        <Mark shape="missing" tone="need">
          {t('notListed')}
        </Mark>
      ) : state === 'on' && failing ? (
        <Mark shape="triangle" tone="due">
          {t('failingNow')}
        </Mark>
      ) : (
        <Mark {...LOOKS[state]}>{receiverStateWords[state][lang]}</Mark>
      )}
      {failing ? (
        <span className="s q sub-line">{t('failing', { when: clockTime(failingSince, now, lang), n: failures })}</span>
      ) : null}
    </>
  )
}

type ReceiverTableProps = {
  readonly receivers: readonly Receiver[]
  readonly events: Receivers['events']
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
}

export function ReceiverTable({ receivers, events, chosen, onOpen }: ReceiverTableProps) {
  const t = useWords(callbackWords)
  const lang = useLang()
  const now = useNow()
  return (
    <table className="t keeps-head n-table">
      <thead>
        <tr>
          <th>{t('owner')}</th>
          <th>{t('events')}</th>
          <th>{t('lastSent')}</th>
          <th className="num">{t('waiting')}</th>
          <th className="num">{t('parked')}</th>
          <th>{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {receivers.map((one) => (
          <tr key={one.id} className={one.id === chosen ? 'is-on' : ''}>
            <td className="n-first">
              <button
                type="button"
                className="row-open"
                aria-expanded={one.id === chosen}
                onClick={() => onOpen(one.id)}
              >
                {one.owner}
              </button>
              <span className="s q sub-line sys-url">{one.url}</span>
            </td>
            <td className="nw">
              {one.events.length === events.length ? t('allEvents') : t('eventCount', { n: one.events.length })}
            </td>
            <td className="nw">{one.lastSentAt ? clockTime(one.lastSentAt, now, lang) : t('never')}</td>
            <td className="num n-aside">{one.waiting}</td>
            <td className="num n-aside">{one.parked}</td>
            <td>
              <ReceiverState receiver={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
