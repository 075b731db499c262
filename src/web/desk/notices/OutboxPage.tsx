// SMS and e-mail on their way: how far each has come, why one has not, and sending it again.
import { useState } from 'react'
import { channelWords, outFaultWords, outStateWords } from '#modules/notice/words.ts'
import { type Output, useCommand, usePages } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark, type ShapeName, type Tone } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { KindTabs } from '../kinds/KindTabs.tsx'
import { noticeWords } from './words.ts'
import '../kinds/kinds.css'
import './notices.css'

type Out = Output<'notice.outbox'>['messages'][number]
const STATES = ['waiting', 'sending', 'failed', 'given_up', 'sent'] as const
const LOOKS: Record<Out['state'], { readonly shape: ShapeName; readonly tone?: Tone }> = {
  waiting: { shape: 'ring' },
  sending: { shape: 'half' },
  sent: { shape: 'tick', tone: 'done' },
  failed: { shape: 'returned', tone: 'due' },
  given_up: { shape: 'missing', tone: 'need' },
}

export function OutboxPage() {
  const t = useWords(noticeWords)
  const [state, setState] = useState<Out['state']>()
  useTitle(t('outbox'))
  useLive('notice')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages(
    'notice.outbox',
    state ? { state } : {},
  )
  const first = data?.pages[0]
  const messages = data?.pages.flatMap((page) => page.messages) ?? []
  return (
    <main className="wide">
      <article className="sheet">
        <KindTabs />
        <h1>{t('outbox')}</h1>
        <p className="q">{t('outboxLead')}</p>
        {first ? <States counts={first.counts} state={state} onState={setState} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
        {data && messages.length === 0 ? <Empty title={t('emptyOut')}>{t('emptyOutText')}</Empty> : null}
        {messages.length > 0 ? <Messages messages={messages} /> : null}
        {hasNextPage ? (
          <p className="q-foot">
            <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
              {t('more')}
            </Button>
          </p>
        ) : null}
      </article>
    </main>
  )
}

type StatesProps = {
  readonly counts: Output<'notice.outbox'>['counts']
  readonly state: Out['state'] | undefined
  readonly onState: (state: Out['state'] | undefined) => void
}

function States({ counts, state, onState }: StatesProps) {
  const t = useWords(noticeWords)
  const lang = useLang()
  return (
    <fieldset className="n-views">
      <legend className="vh">{t('state')}</legend>
      <button type="button" aria-pressed={state === undefined} onClick={() => onState(undefined)}>
        {t('allStates')}
      </button>
      {STATES.map((one) => (
        <button type="button" key={one} aria-pressed={state === one} onClick={() => onState(one)}>
          {outStateWords[one][lang]} <b>{counts[one]}</b>
        </button>
      ))}
    </fieldset>
  )
}

function Messages({ messages }: { readonly messages: readonly Out[] }) {
  const t = useWords(noticeWords)
  const again = useCommand('notice.again', { onDone: () => tell(t('againDone')) })
  return (
    <>
      <ProblemNote problem={again.error} />
      <table className="t keeps-head n-table">
        <thead>
          <tr>
            <th>{t('made')}</th>
            <th>{t('kind')}</th>
            <th>{t('to')}</th>
            <th>{t('state')}</th>
            <th className="num">{t('tries')}</th>
            <th>
              <span className="vh">{t('again')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <Message
              key={message.id}
              message={message}
              busy={again.isPending}
              onAgain={() => again.mutate({ input: { id: message.id } })}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

type MessageProps = { readonly message: Out; readonly busy: boolean; readonly onAgain: () => void }

function Message({ message, busy, onAgain }: MessageProps) {
  const t = useWords(noticeWords)
  const lang = useLang()
  const now = useNow()
  const { nextAt, error, state } = message
  const waits = nextAt && state !== 'sending' ? t('next', { when: clockTime(nextAt, now, lang) }) : ''
  return (
    <tr>
      <td className="nw">{clockTime(message.madeAt, now, lang)}</td>
      <td className="n-first">
        {channelWords[message.channel][lang]} <span className="q">{pick(message.nameZh, message.nameEn, lang)}</span>
      </td>
      <td className="nw">{message.to ?? <span className="q">{t('erased')}</span>}</td>
      <td>
        <Mark {...LOOKS[state]}>{outStateWords[state][lang]}</Mark>
        {error || waits ? (
          <span className="s q sub-line">
            {[error && outFaultWords[error][lang], waits].filter(Boolean).join(lang === 'zh' ? '，' : ', ')}
          </span>
        ) : null}
      </td>
      <td className="num n-aside">{message.tries}</td>
      <td className="num">
        {message.can.includes('again') ? (
          <button type="button" className="tool" disabled={busy} onClick={onAgain}>
            {t('again')}
          </button>
        ) : null}
      </td>
    </tr>
  )
}
