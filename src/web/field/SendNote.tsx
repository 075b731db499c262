// Said beside the button whose command did not go through: nothing is lost, and what to do now.
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { fieldWords } from './words.ts'

type SendNoteProps = {
  readonly problem: CallProblem | null
  /** A send of this draft failed earlier, perhaps before the page was closed. */
  readonly failed?: boolean
  /** For forms: throws the draft away, offered when it can no longer be sent. */
  readonly onDrop?: () => void
}

export function SendNote({ problem, failed = false, onDrop }: SendNoteProps) {
  const t = useWords(fieldWords)
  if (!problem && !failed) return null
  const lost = problem?.mayPass ?? true
  const arrived = problem?.code === 'door.keyReused'
  return (
    <div className="note held send-note" role="alert">
      <Icon name={lost ? 'cloudOff' : 'info'} />
      <div>
        <p>{lost ? t(onDrop ? 'notSent' : 'notDone') : arrived ? t('arrivedBefore') : problem?.message}</p>
        {onDrop && (arrived || problem?.status === 409) ? (
          <button type="button" className="btn" onClick={onDrop}>
            {t(arrived ? 'seen' : 'throwAway')}
          </button>
        ) : null}
      </div>
    </div>
  )
}
