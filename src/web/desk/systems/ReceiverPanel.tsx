// One address that is called: how it stands, what can be done with it, and below its log or one call of it.
import { useState } from 'react'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { Facts } from '../parts/Facts.tsx'
import type { Receivers } from './CallbacksPage.tsx'
import { DeliveryLog } from './DeliveryLog.tsx'
import { DeliveryView } from './DeliveryView.tsx'
import { ReceiverForm } from './ReceiverForm.tsx'
import { type Receiver, ReceiverState } from './ReceiverTable.tsx'
import { SecretShown } from './SecretShown.tsx'
import { callbackWords } from './words.ts'

type PanelProps = { readonly receiver: Receiver; readonly events: Receivers['events']; readonly may: boolean }

export function ReceiverPanel({ receiver, events, delivery, may }: PanelProps & { delivery: string | undefined }) {
  const t = useWords(callbackWords)
  const lang = useLang()
  const now = useNow()
  const [changing, setChanging] = useState(false)
  const renew = useCommand('callback.renew')
  if (renew.data)
    return (
      <SecretShown secret={renew.data.secret} onDone={() => renew.reset()}>
        <p className="s q">{t('bothUntil', { when: clockTime(renew.data.oldUntil, now, lang) })}</p>
      </SecretShown>
    )
  const close = () => setChanging(false)
  if (changing) return <ReceiverForm receiver={receiver} events={events} onDone={close} onCancel={close} />
  if (delivery) return <DeliveryView id={delivery} receiver={receiver.id} events={events} />
  const { id } = receiver
  return (
    <>
      <h2 className="l">{receiver.owner}</h2>
      <p>
        <ReceiverState receiver={receiver} />
      </p>
      <div className="sys-facts">
        <Facts
          facts={[
            [
              t('url'),
              <span key="url" className="sys-url">
                {receiver.url}
              </span>,
            ],
            [t('contact'), receiver.contact],
            [t('events'), wordsOf(receiver, events, lang)],
            [t('lang'), t(`lang.${receiver.lang}`)],
            [t('oldUntil'), receiver.oldUntil && clockTime(receiver.oldUntil, now, lang)],
          ]}
        />
      </div>
      {may && receiver.state !== 'ended' ? (
        <Acts receiver={receiver} onChange={() => setChanging(true)} onRenew={() => renew.mutate({ input: { id } })} />
      ) : null}
      <ProblemNote problem={renew.error} />
      <DeliveryLog receiver={receiver} events={events} may={may && receiver.state === 'on'} />
    </>
  )
}

const wordsOf = ({ events: chosen }: Receiver, events: Receivers['events'], lang: 'zh' | 'en') =>
  events
    .flatMap(({ code, zh, en }) => (chosen.includes(code) ? [pick(zh, en, lang)] : []))
    .join(lang === 'zh' ? '、' : ', ')

type ActsProps = { readonly receiver: Receiver; readonly onChange: () => void; readonly onRenew: () => void }

function Acts({ receiver, onChange, onRenew }: ActsProps) {
  const t = useWords(callbackWords)
  const [sure, setSure] = useState(false)
  const test = useCommand('callback.test', { onDone: () => tell(t('tested')) })
  const pause = useCommand('callback.pause', { onDone: () => tell(t('paused')) })
  const resume = useCommand('callback.resume', { onDone: () => tell(t('resumed')) })
  const end = useCommand('callback.end', { onDone: () => tell(t('ended')) })
  const given = { input: { id: receiver.id } }
  const on = receiver.state === 'on'
  return (
    <>
      <div className="can">
        {on ? (
          <Button busy={test.isPending} onPress={() => test.mutate(given)}>
            {t('test')}
          </Button>
        ) : (
          <Button look="primary" busy={resume.isPending} onPress={() => resume.mutate(given)}>
            {t('resume')}
          </Button>
        )}
        <Button onPress={onChange}>{t('change')}</Button>
        <Button onPress={onRenew}>{t('renew')}</Button>
        {on ? (
          <Button busy={pause.isPending} onPress={() => pause.mutate(given)}>
            {t('pause')}
          </Button>
        ) : null}
        <Button look="plain" aria-expanded={sure} onPress={() => setSure(!sure)}>
          {t('end')}
        </Button>
      </div>
      {sure ? (
        <div className="acts">
          <Button look="danger" busy={end.isPending} onPress={() => end.mutate(given)}>
            {t('end')}
          </Button>
          <span className="s q">{t('endSure')}</span>
        </div>
      ) : null}
      <ProblemNote problem={test.error ?? pause.error ?? resume.error ?? end.error} />
    </>
  )
}
