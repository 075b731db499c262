// The lines written down lately, and what to do with one: it was told on the spot, or it becomes a matter.
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { Go } from '../Go.tsx'
import { SendNote } from '../SendNote.tsx'
import { useSend } from '../use-send.ts'
import { go } from '../way.ts'
import { hearWords } from './words.ts'

const SHOWN = 5
type Line = Output<'matter.heard'>['heard'][number]

export function Lately() {
  const t = useWords(hearWords)
  const { data } = useAnswer('matter.heard', { limit: SHOWN })
  if (!data || data.heard.length === 0) return null
  return (
    <section className="lately">
      <h2>{t('lately')}</h2>
      <ul className="sheet">
        {data.heard.map((line) => (
          <OneLine key={line.id} line={line} />
        ))}
      </ul>
    </section>
  )
}

function OneLine({ line }: { readonly line: Line }) {
  const t = useWords(hearWords)
  const settle = useSend('matter.settleHeard', () => tell(t('told')))
  const raise = useSend('matter.raiseHeard', ({ id }) => go(`/matters/${id}`))
  const { id, version, can } = line
  const input = { id, version }
  const busy = settle.isPending || raise.isPending
  return (
    <li>
      <p>{line.words}</p>
      {line.matterId ? (
        <Go to={`/matters/${line.matterId}`}>{t('isMatter', { no: line.matterNo ?? '' })}</Go>
      ) : line.outcome === 'told' ? (
        <p className="s">{t('wasTold')}</p>
      ) : (
        <div className="pair">
          {can.includes('settleHeard') ? (
            <button type="button" className="btn" disabled={busy} onClick={() => settle.mutate(input)}>
              {t('settle')}
            </button>
          ) : null}
          {can.includes('raiseHeard') ? (
            <button type="button" className="btn" disabled={busy} onClick={() => raise.mutate(input)}>
              {t('raise')}
            </button>
          ) : null}
        </div>
      )}
      <SendNote problem={settle.error ?? raise.error} />
    </li>
  )
}
