// What kind it is: likely ones from the words already typed, or by search. It may stay empty.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { limitWords } from '#web/parts/when.ts'
import { findKinds, likelyKinds } from './find-kinds.ts'
import { reportWords } from './words.ts'

export type Kind = Output<'matter.kinds'>['kinds'][number]

const HOUR_MS = 3_600_000

type KindFieldProps = { readonly words: string; readonly value: string; readonly onChange: (code: string) => void }

export function KindField({ words, value, onChange }: KindFieldProps) {
  const t = useWords(reportWords)
  const lang = useLang()
  const { data } = useAnswer('matter.kinds', {}, { staleMs: HOUR_MS })
  const [typed, setTyped] = useState('')
  const kinds = data?.kinds ?? []
  const chosen = kinds.find(({ code }) => code === value)
  const search = typed.trim()
  const offered = search ? findKinds(kinds, search) : likelyKinds(kinds, words)
  if (chosen)
    return (
      <div className="f">
        <p className="label">{t('kind')}</p>
        <div className="chosen">
          <span>
            {pick(chosen.zh, chosen.en, lang)}
            <small>{t('kindLimit', { limit: limitWords(chosen.limitMinutes, chosen.counting, lang) })}</small>
          </span>
          <button type="button" className="btn plain" onClick={() => onChange('')}>
            {t('placeChange')}
          </button>
        </div>
      </div>
    )
  return (
    <div className="f">
      <label htmlFor="kind">{t('kind')}</label>
      <p className="help">{t('kindSkip')}</p>
      <input
        id="kind"
        type="search"
        maxLength={20}
        autoComplete="off"
        placeholder={t('kindFind')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {offered.length > 0 ? <KindOptions kinds={offered} likely={!search} onChange={onChange} /> : null}
      {search && data && offered.length === 0 ? <p role="status">{t('kindNone', { words: search })}</p> : null}
    </div>
  )
}

type KindOptionsProps = {
  readonly kinds: readonly Kind[]
  readonly likely: boolean
  readonly onChange: (code: string) => void
}

function KindOptions({ kinds, likely, onChange }: KindOptionsProps) {
  const t = useWords(reportWords)
  const lang = useLang()
  return (
    <>
      {likely ? <p className="help">{t('kindLikely')}</p> : null}
      <ul className="options sheet">
        {kinds.map((kind) => (
          <li key={kind.code}>
            <button type="button" onClick={() => onChange(kind.code)}>
              {pick(kind.zh, kind.en, lang)}
              <small>{pick(kind.hintZh, kind.hintEn, lang)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
