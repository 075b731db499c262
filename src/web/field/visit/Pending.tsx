// What was entered here and has not gone out: waiting for the network, or not taken by the server and waiting for a word.
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Conflict } from './Conflict.tsx'
import { beginAgain, dropStep, mendStep, type Step, sendVisit } from './outbox.ts'
import { useVisiting } from './use-door.ts'
import { visitWords } from './words.ts'

/** The visit itself is no longer the one that was begun. */
const OTHER_VISIT = ['register.visitOver', 'register.notYourVisit', 'register.visitElsewhere']

export function Pending({ name }: { readonly name: string }) {
  const t = useWords(visitWords)
  const steps = useVisiting(name)?.steps.filter(({ act, refused }) => act !== 'beginVisit' || refused) ?? []
  if (steps.length === 0) return null
  return (
    <section className="note held visit-pending" aria-label={t('pending')}>
      <p className="label">
        <Icon name="cloudOff" />
        {t('pending')}
      </p>
      <ul>
        {steps.map((step) => (
          <li key={step.key}>
            <p>{t(`did_${step.act}`, { name: step.name })}</p>
            {step.refused ? <Refused name={name} step={step} /> : null}
          </li>
        ))}
      </ul>
      {steps.some(({ refused }) => refused) ? null : (
        <button type="button" className="btn" onClick={() => void sendVisit(name)}>
          {t('sendNow')}
        </button>
      )}
    </section>
  )
}

type RefusedProps = { readonly name: string; readonly step: Step }

function Refused({ name, step }: RefusedProps) {
  const t = useWords(visitWords)
  const { code, message } = step.refused!
  const send = () => void sendVisit(name)
  const drop = () => {
    dropStep(name, step.key)
    send()
  }
  const again = (more: Readonly<Record<string, unknown>>) => {
    mendStep(name, step.key, more)
    send()
  }
  if (code === 'door.changed') return <Conflict step={step} onMine={again} onTheirs={drop} />
  return (
    <>
      <p role="alert">{message}</p>
      <div className="visit-row">
        {code === 'register.known' ? (
          <button type="button" className="btn" onClick={() => again({ another: true })}>
            {t('another')}
          </button>
        ) : null}
        {OTHER_VISIT.includes(code) ? (
          <button
            type="button"
            className="btn"
            onClick={() => {
              beginAgain(name)
              send()
            }}
          >
            {t('visitAgain')}
          </button>
        ) : null}
        <button type="button" className="btn plain" onClick={drop}>
          {t('dropStep')}
        </button>
      </div>
    </>
  )
}
