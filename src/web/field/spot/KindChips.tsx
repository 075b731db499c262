// What kind it was, by a tap: the most used first, all others behind one more.
import { useState } from 'react'
import { pick, useLang, useWords } from '#web/lang.ts'
import { KindField } from '../report/KindField.tsx'
import { useKind, useMostUsed } from './kind-use.ts'
import { spotWords } from './words.ts'

type KindChipsProps = { readonly value: string; readonly onChange: (code: string) => void }

export function KindChips({ value, onChange }: KindChipsProps) {
  const t = useWords(spotWords)
  const lang = useLang()
  const offered = useMostUsed()
  const chosen = useKind(value)
  const [others, setOthers] = useState(false)
  const shown = chosen && !offered.some(({ code }) => code === value) ? [chosen, ...offered] : offered
  if (others)
    return (
      <KindField
        words=""
        value=""
        onChange={(code) => {
          onChange(code)
          setOthers(false)
        }}
      />
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
        <li>
          <button type="button" className="btn" onClick={() => setOthers(true)}>
            {t('kindOther')}
          </button>
        </li>
      </ul>
    </div>
  )
}
