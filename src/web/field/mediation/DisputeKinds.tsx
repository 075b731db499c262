// What kind of dispute, by a tap: those between neighbours first, the others behind one more.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { settleWords } from './words.ts'

const HOUR_MS = 3_600_000
const NEIGHBOURS = 'RM02'

/** Marriage, adoption and inheritance are agreed in writing: they are not offered here. */
export const useDisputeKinds = (): Output<'mediation.kinds'>['kinds'] =>
  useAnswer('mediation.kinds', {}, { staleMs: HOUR_MS }).data?.kinds.filter(
    ({ retired, identity }) => !retired && !identity,
  ) ?? []

type DisputeKindsProps = { readonly value: string; readonly onChange: (code: string) => void }

export function DisputeKinds({ value, onChange }: DisputeKindsProps) {
  const t = useWords(settleWords)
  const lang = useLang()
  const kinds = useDisputeKinds()
  const [all, setAll] = useState(false)
  const shown = kinds.filter(
    ({ code }) => all || code === value || (code.startsWith(NEIGHBOURS) && code !== NEIGHBOURS),
  )
  return (
    <div className="f">
      <p className="label">{t('kind')}</p>
      <ul className="phrases">
        {shown.map(({ code, zh, en }) => (
          <li key={code}>
            <button type="button" className="btn" aria-pressed={code === value} onClick={() => onChange(code)}>
              {pick(zh, en, lang)}
            </button>
          </li>
        ))}
        {all ? null : (
          <li>
            <button type="button" className="btn" onClick={() => setAll(true)}>
              {t('kindOther')}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}
