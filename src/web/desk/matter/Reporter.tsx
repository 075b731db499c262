// The reporter, masked. The full number is one deliberate press away, and the page says that the look is recorded.
import { useState } from 'react'
import { ask, type Output } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

export function Reporter({ matter: { id, reporter, can } }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  // Kept in this component alone, so it is gone as soon as the record is left.
  const [full, setFull] = useState<Output<'matter.reveal'>>()
  const [problem, setProblem] = useState<CallProblem>()
  const [busy, setBusy] = useState(false)
  const reveal = async () => {
    setBusy(true)
    setProblem(undefined)
    await ask('matter.reveal', { id }).then(setFull, setProblem)
    setBusy(false)
  }
  const { name, phone } = full ?? reporter
  const masked = !full && can.includes('reveal') && Boolean(reporter.phone)
  return (
    <div>
      <h2>{t('reporter')}</h2>
      <dl>
        <dt>{t('name')}</dt>
        <dd>{name ?? t('nameless')}</dd>
        <dt>{t('phone')}</dt>
        <dd>
          {phone ? (
            full ? (
              <a className="nw" href={`tel:${phone}`}>
                {phone}
              </a>
            ) : (
              <span className="nw">{phone}</span>
            )
          ) : (
            t('phoneless')
          )}
          {masked ? (
            <button
              type="button"
              className="tool"
              disabled={busy}
              onClick={() => void reveal()}
              aria-describedby="reveal-note"
            >
              {t('reveal')}
            </button>
          ) : null}
        </dd>
      </dl>
      {masked || full ? (
        <p className="s q" id="reveal-note" role="status">
          {t(full ? 'revealed' : 'revealNote')}
        </p>
      ) : null}
      <ProblemNote problem={problem} />
    </div>
  )
}
