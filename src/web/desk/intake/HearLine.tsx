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

type AroundLine = { readonly area: string | undefined; readonly way: (typeof HEARD)[number]; readonly kind: string }

export function HearLine() {
  const t = useWords(intakeWords)
  const line = useRef<HTMLInputElement>(null)
  const places = usePlaces()
  const [words, setWords] = useState('')
  const [around, setAround] = useState<AroundLine>({ area: undefined, way: 'tea', kind: '' })
  const [hints, setHints] = useState<readonly ('number' | 'name')[]>([])
  const hear = useCommand('matter.hear', {
    onDone: ({ hints: found }) => {
      setHints(found)
      setAround((now) => ({ ...now, kind: '' }))
    },
  })
  useEffect(() => line.current?.focus(), [])
  const areaId = around.area ?? places[0]?.id
  const save = () => {
    const said = words.trim()
    if (said.length < 2 || !areaId || hear.isPending) return
    hear.mutate(
      { input: { areaId, way: around.way, kind: around.kind || null, words: said } },
      { onError: () => setWords(said) },
    )
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
      <Around places={places} areaId={areaId} around={around} onChange={(part) => setAround({ ...around, ...part })} />
      <ProblemNote problem={hear.error} />
      <p className="s" role="status">
        {hints.length > 0 ? t('savedHint', { what }) : ''}
      </p>
    </form>
  )
}

type AroundProps = {
  readonly places: readonly { readonly id: string; readonly label: string }[]
  readonly areaId: string | undefined
  readonly around: AroundLine
  readonly onChange: (part: Partial<AroundLine>) => void
}

/** Where it was heard and about what; kept from line to line, so that the hands stay on the words. */
function Around({ places, areaId, around, onChange }: AroundProps) {
  const t = useWords(intakeWords)
  const lang = useLang()
  const kinds = useAnswer('matter.kinds', {}, { staleMs: 600_000 })
  return (
    <div className="hear-more">
      <div className="f">
        <label htmlFor="heard-way">{t('heardWhere')}</label>
        <select
          id="heard-way"
          value={around.way}
          onChange={({ target }) => onChange({ way: HEARD.find((one) => one === target.value) ?? 'tea' })}
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
        <select id="heard-area" value={areaId ?? ''} onChange={({ target }) => onChange({ area: target.value })}>
          {places.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="f">
        <label htmlFor="heard-kind">{t('heardKind')}</label>
        <select id="heard-kind" value={around.kind} onChange={({ target }) => onChange({ kind: target.value })}>
          <option value="">{t('noKind')}</option>
          {(kinds.data?.kinds ?? []).map(({ code, zh, en }) => (
            <option key={code} value={code}>
              {pick(zh, en, lang)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
