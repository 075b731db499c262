// Finds the place: by a name, by where the phone is, among those used before, or among the houses of one's own grid.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useMe } from '#web/session.ts'
import { Locate } from './Locate.tsx'
import { lastPlaces } from './last-places.ts'
import { OwnHouses } from './OwnHouses.tsx'
import { PlaceOptions } from './PlaceOptions.tsx'
import { type Place, placesOf } from './place.ts'
import { useLater } from './use-later.ts'
import { reportWords } from './words.ts'

export function FindPlace({ onChoose }: { readonly onChoose: (place: Place) => void }) {
  const t = useWords(reportWords)
  const lang = useLang()
  const [typed, setTyped] = useState('')
  const words = useLater(typed.trim())
  const { data, error } = useAnswer('area.find', { words }, { enabled: words.length > 0, keep: true })
  const own = useMe().data?.posts.map(({ areaName }) => areaName) ?? []
  const found = words && data ? placesOf(data.areas, own, lang) : []
  const last = lastPlaces()
  return (
    <div className="f">
      <label htmlFor="place">{t('place')}</label>
      <p className="help" id="place-help">
        {t('placeFind')}
      </p>
      <input
        id="place"
        type="search"
        maxLength={40}
        autoComplete="off"
        enterKeyHint="search"
        aria-describedby="place-help"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <PlaceOptions places={found} onChoose={onChoose} />
      <p role="status">
        {!words ? '' : error ? error.message : data && found.length === 0 ? t('placeNone', { words }) : ''}
      </p>
      <Locate onChoose={onChoose} />
      {words ? null : (
        <>
          {last.length > 0 ? <p className="help">{t('placeLast')}</p> : null}
          <PlaceOptions places={last} onChoose={onChoose} />
          <OwnHouses onChoose={onChoose} />
        </>
      )}
    </div>
  )
}
