// Where it is: a building, unit or grid found by its name, one used before, or the phone's own position.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Locate } from './Locate.tsx'
import { lastPlaces } from './last-places.ts'
import { useLater } from './use-later.ts'
import { reportWords } from './words.ts'

export type Place = {
  readonly id: string
  readonly name: string
  readonly path: string
  /** Of the phone, where it stood in for a name. */
  readonly lon?: number
  readonly lat?: number
}

/** Nobody reports "somewhere in the district"; and a home is never named here, since a matter is of the stairwell or door. */
const FINE_ENOUGH: ReadonlySet<string> = new Set(['grid', 'building', 'unit'])
const MOST = 8

type PlaceFieldProps = { readonly value: Place | null; readonly onChange: (place: Place | null) => void }

export function PlaceField({ value, onChange }: PlaceFieldProps) {
  const t = useWords(reportWords)
  if (value)
    return (
      <div className="f">
        <p className="label">{t('place')}</p>
        <div className="chosen">
          <Icon name="pin" />
          <span>
            {value.name}
            <small>{value.path}</small>
          </span>
          <button type="button" className="btn plain" onClick={() => onChange(null)}>
            {t('placeChange')}
          </button>
        </div>
      </div>
    )
  return <Finding onChoose={onChange} />
}

function Finding({ onChoose }: { readonly onChoose: (place: Place) => void }) {
  const t = useWords(reportWords)
  const lang = useLang()
  const [typed, setTyped] = useState('')
  const words = useLater(typed.trim())
  const { data } = useAnswer('area.find', { words }, { enabled: words.length > 0, keep: true })
  const found = words && data ? data.areas.filter(({ level }) => FINE_ENOUGH.has(level)).slice(0, MOST) : []
  const last = lastPlaces()
  return (
    <div className="f">
      <label htmlFor="place">{t('place')}</label>
      <p className="help">{t('placeFind')}</p>
      <input
        id="place"
        type="search"
        maxLength={40}
        autoComplete="off"
        enterKeyHint="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {words ? (
        <Options
          places={found.map((area) => ({ id: area.id, name: pick(area.name, area.nameEn, lang), path: area.path }))}
          onChoose={onChoose}
        />
      ) : null}
      {words && data && found.length === 0 ? <p role="status">{t('placeNone', { words })}</p> : null}
      <Locate onChoose={onChoose} />
      {!words && last.length > 0 ? (
        <>
          <p className="help">{t('placeLast')}</p>
          <Options places={last} onChoose={onChoose} />
        </>
      ) : null}
    </div>
  )
}

function Options({
  places,
  onChoose,
}: {
  readonly places: readonly Place[]
  readonly onChoose: (place: Place) => void
}) {
  return (
    <ul className="options sheet">
      {places.map((place) => (
        <li key={place.id}>
          <button type="button" onClick={() => onChoose(place)}>
            {place.name}
            <small>{place.path}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}
