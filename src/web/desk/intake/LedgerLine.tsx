// One line of the ledger with what became of it; it is settled once.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { heardWords } from '#web/parts/matter-words.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { PickField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Heard } from './ListeningPage.tsx'
import { intakeWords } from './words.ts'

export function LedgerLine({ line }: { readonly line: Heard }) {
  const t = useWords(intakeWords)
  const lang = useLang()
  const [raising, setRaising] = useState(false)
  const settle = useCommand('matter.settleHeard')
  const { id, version, words, outcome, matterId, matterNo, areaName, byName, can } = line
  const kinds = useAnswer('matter.kinds', {}, { staleMs: 600_000 })
  const kind = kinds.data?.kinds.find(({ code }) => code === line.kind)
  return (
    <li>
      <span className="s q">{heardWords[line.way][lang]}</span>
      <div>
        {words}
        <span className="s q sub">
          {[areaName, kind && pick(kind.zh, kind.en, lang), byName].filter(Boolean).join(' · ')}
        </span>
        <ProblemNote problem={settle.error} />
      </div>
      <div className="acts">
        {outcome === 'told' ? (
          <Mark shape="tick" tone="done">
            {t('outcome.told')}
          </Mark>
        ) : null}
        {matterId ? (
          <Link to="/desk/matters/$id" params={{ id: matterId }} className="s nw">
            {matterNo}
          </Link>
        ) : null}
        {can.includes('settleHeard') ? (
          <button
            type="button"
            className="tool"
            disabled={settle.isPending}
            aria-label={t('toldOf', { words })}
            onClick={() => settle.mutate({ input: { id, version } })}
          >
            {t('told')}
          </button>
        ) : null}
        {can.includes('raiseHeard') ? (
          <button
            type="button"
            className="tool"
            aria-expanded={raising}
            aria-label={t('raiseOf', { words })}
            onClick={() => setRaising(!raising)}
          >
            {t('raise')}
          </button>
        ) : null}
      </div>
      {raising && can.includes('raiseHeard') ? <Raise line={line} onCancel={() => setRaising(false)} /> : null}
    </li>
  )
}

function Raise({ line, onCancel }: { readonly line: Heard; readonly onCancel: () => void }) {
  const t = useWords(intakeWords)
  const lang = useLang()
  const kinds = useAnswer('matter.kinds', {}, { staleMs: 600_000 })
  const raise = useCommand('matter.raiseHeard', { onDone: ({ no }) => tell(t('raised', { no })) })
  if (!kinds.data) return null
  return (
    <Form
      label={t('raise')}
      send={t('raise')}
      busy={raise.isPending}
      problem={raise.error}
      onCancel={onCancel}
      consequence={t('raiseText')}
      onSend={(value) =>
        raise.mutate({
          input: {
            ...{ id: line.id, version: line.version, words: value('words') },
            ...(value('kind') ? { kind: value('kind') } : {}),
          },
        })
      }
    >
      <ProseField name="words" label={t('words')} defaultValue={line.words} required minLength={2} maxLength={2000} />
      <PickField
        name="kind"
        label={t('kind')}
        defaultValue={line.kind ?? ''}
        options={[
          { value: '', label: t('kindLater') },
          ...kinds.data.kinds.map(({ code, zh, en }) => ({ value: code, label: pick(zh, en, lang) })),
        ]}
      />
    </Form>
  )
}
