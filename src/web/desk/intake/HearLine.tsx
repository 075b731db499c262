// One line of the ledger: the cursor stays, Enter saves, the next line follows. Place and where it was heard stay as they were.
import { useEffect, useRef, useState } from 'react'
import { HEARD } from '#modules/matter/lifecycle.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { heardWords } from '#web/parts/matter-words.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { useMe } from '#web/session.ts'
import { intakeWords } from './words.ts'

/** Areas somebody notes for: his posts' and what lies right below the first. */
function usePlaces() {
  const lang = useLang()
  const me = useMe()
  const posts = me.data?.posts ?? []
  const first = posts[0]?.areaId
  const below = useAnswer('area.tree', { under: first ?? '' }, { enabled: first !== undefined, staleMs: 600_000 })
  const all = [
    ...posts.map(({ areaId, areaName }) => ({ id: areaId, label: areaName })),
    ...(below.data?.areas ?? []).map(({ id, name, nameEn }) => ({ id, label: pick(name, nameEn, lang) })),
  ]
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

export function HearLine() {
  const t = useWords(intakeWords)
  const lang = useLang()
  const line = useRef<HTMLInputElement>(null)
  const places = usePlaces()
  const kinds = useAnswer('matter.kinds', {}, { staleMs: 600_000 })
  const [words, setWords] = useState('')
  const [area, setArea] = useState<string>()
  const [way, setWay] = useState<(typeof HEARD)[number]>('tea')
  const [kind, setKind] = useState('')
  const [hints, setHints] = useState<readonly ('number' | 'name')[]>([])
  const hear = useCommand('matter.hear', {
    onDone: ({ hints: found }) => {
      setHints(found)
      setKind('')
    },
  })
  useEffect(() => line.current?.focus(), [])
  const areaId = area ?? places[0]?.id
  const save = () => {
    const said = words.trim()
    if (said.length < 2 || !areaId || hear.isPending) return
    hear.mutate({ input: { areaId, way, kind: kind || null, words: said } }, { onError: () => setWords(said) })
    setWords('')
    line.current?.focus()
  }
  const what = hints.map((hint) => t(hint === 'number' ? 'aNumber' : 'aName')).join(t('and'))
  return (
    <form
      className="hear"
      aria-label={t('line')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="hear-line">
        <div className="f">
          <label htmlFor="heard">{t('line')}</label>
          <span className="help">{t('lineHelp')}</span>
          <input
            id="heard"
            ref={line}
            value={words}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => setWords(target.value)}
          />
        </div>
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
      </div>
      <div className="hear-more">
        <div className="f">
          <label htmlFor="heard-way">{t('heardWhere')}</label>
          <select
            id="heard-way"
            value={way}
            onChange={({ target }) => setWay(HEARD.find((one) => one === target.value) ?? 'tea')}
          >
            {HEARD.map((one) => (
              <option key={one} value={one}>
                {heardWords[one][lang]}
              </option>
            ))}
          </select>
        </div>
        <div className="f">
          <label htmlFor="heard-area">{t('area')}</label>
          <select id="heard-area" value={areaId ?? ''} onChange={({ target }) => setArea(target.value)}>
            {places.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div className="f">
          <label htmlFor="heard-kind">{t('heardKind')}</label>
          <select id="heard-kind" value={kind} onChange={({ target }) => setKind(target.value)}>
            <option value="">{t('noKind')}</option>
            {(kinds.data?.kinds ?? []).map(({ code, zh, en }) => (
              <option key={code} value={code}>
                {pick(zh, en, lang)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <ProblemNote problem={hear.error} />
      <p className="s" role="status">
        {hints.length > 0 ? t('savedHint', { what }) : ''}
      </p>
    </form>
  )
}
