// One call: what it says, every try with what was answered, and sending it again.
import { Link } from '@tanstack/react-router'
import { callFaultWords } from '#modules/callback/words.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { Facts } from '../parts/Facts.tsx'
import type { Receivers } from './CallbacksPage.tsx'
import { DeliveryState, useEventName } from './DeliveryLog.tsx'
import { callbackWords } from './words.ts'

type Whole = Output<'callback.delivery'>
type DeliveryViewProps = { readonly id: string; readonly receiver: string; readonly events: Receivers['events'] }

/** Indented for reading; the bytes that were signed have no blanks. */
const readable = (body: string) => JSON.stringify(JSON.parse(body), null, 2)

export function DeliveryView({ id, receiver, events }: DeliveryViewProps) {
  const t = useWords(callbackWords)
  const lang = useLang()
  const now = useNow()
  const name = useEventName(events)
  const { data, error, refetch } = useAnswer('callback.delivery', { id })
  const replay = useCommand('callback.replay', { onDone: () => tell(t('replayed')) })
  return (
    <>
      <p>
        <Link to="/desk/callbacks/{-$id}/{-$delivery}" params={{ id: receiver }} resetScroll={false}>
          {t('back')}
        </Link>
      </p>
      {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
      {data || error ? null : <SkeletonText lines={6} title />}
      {data ? (
        <>
          <h2 className="l">
            {name(data.event)} {data.no ? <span className="q">{data.no}</span> : null}
          </h2>
          <p>
            <DeliveryState delivery={data} />
          </p>
          <div className="sys-facts">
            <Facts
              facts={[
                [t('happened'), clockTime(data.at, now, lang)],
                [
                  'webhook-id',
                  <code key="id" className="sys-url">
                    {data.id}
                  </code>,
                ],
              ]}
            />
          </div>
          {data.can.includes('replay') ? (
            <div className="can">
              <Button busy={replay.isPending} onPress={() => replay.mutate({ input: { id } })}>
                {t('replay')}
              </Button>
            </div>
          ) : null}
          <ProblemNote problem={replay.error} />
          <Tries tries={data.log} />
          <h3>{t('body')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <pre className="sys-text" tabIndex={0}>
            {readable(data.body)}
          </pre>
        </>
      ) : null}
    </>
  )
}

function Tries({ tries }: { readonly tries: Whole['log'] }) {
  const t = useWords(callbackWords)
  const lang = useLang()
  const now = useNow()
  if (tries.length === 0) return null
  return (
    <section className="sys-log">
      <h3>{t('tries')}</h3>
      <ul>
        {tries.map(({ no, at, result, status, fault, answer }) => (
          <li key={no}>
            <div>
              {t('tryNo', { n: no })}{' '}
              <span className="q">
                {[
                  fault ? callFaultWords[fault][lang] : result === 'unknown' ? t('unknown') : '',
                  status ? t('answered', { status }) : '',
                ]
                  .filter(Boolean)
                  .join(lang === 'zh' ? '，' : ', ')}
              </span>
              <time className="s q" dateTime={at}>
                {clockTime(at, now, lang)}
              </time>
            </div>
            {answer ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
              <pre className="sys-text" tabIndex={0}>
                {answer}
              </pre>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
