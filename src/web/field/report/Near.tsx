// While it is being written: open matters near that may be the same, with number and title, to be counted in or passed over.
import { matterLife } from '#modules/matter/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { clockTime } from '#web/parts/when.ts'
import { useLater } from './use-later.ts'
import { reportWords } from './words.ts'

const LEAST_LETTERS = 4

type NearProps = {
  readonly words: string
  readonly areaId: string | undefined
  readonly kind: string
  /** The one it is the same as; empty while nothing was said. */
  readonly value: string
  readonly onChange: (sameAs: string) => void
}

export function Near({ words, areaId, kind, value, onChange }: NearProps) {
  const t = useWords(reportWords)
  const lang = useLang()
  const now = useNow()
  const rested = useLater(words.trim())
  const { data } = useAnswer(
    'matter.similar',
    { areaId: areaId ?? '', words: rested, ...(kind ? { kind } : {}) },
    { enabled: areaId !== undefined && rested.length >= LEAST_LETTERS, keep: true },
  )
  const near = areaId && rested.length >= LEAST_LETTERS ? (data?.near ?? []) : []
  if (near.length === 0) return null
  return (
    <fieldset className="f near">
      <legend>{t('near')}</legend>
      {near.map((one) => (
        <label key={one.id} className="choice">
          <input type="radio" name="sameAs" checked={value === one.id} onChange={() => onChange(one.id)} />
          <span>
            {one.title || pick(one.kindZh, one.kindEn, lang)}
            <small>
              {one.no ? `${one.no}，` : ''}
              {t('nearLine', { state: matterLife.states[one.state][lang], time: clockTime(one.reportedAt, now, lang) })}
            </small>
            <small className="same">{t('nearSame')}</small>
          </span>
        </label>
      ))}
      <label className="choice">
        <input type="radio" name="sameAs" checked={value === ''} onChange={() => onChange('')} />
        {t('nearNot')}
      </label>
    </fieldset>
  )
}
