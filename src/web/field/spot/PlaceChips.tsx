// Where, by a tap: where he last was, his grid, or where the phone is; everywhere else by search.
import { useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { useMe } from '#web/session.ts'
import { FindPlace } from '../report/FindPlace.tsx'
import { Locate } from '../report/Locate.tsx'
import { lastPlaces } from '../report/last-places.ts'
import type { Place } from '../report/place.ts'
import { spotWords } from './words.ts'

/** The places used last and one's own grids, nearest to mind first. */
export function usePresets(): readonly Place[] {
  const posts = useMe().data?.posts ?? []
  const own = posts.filter(({ level }) => level === 'grid')
  const grids = (own.length > 0 ? own : posts.slice(0, 1)).map(({ areaId, areaName }) => ({
    id: areaId,
    name: areaName,
    path: '',
  }))
  const last = lastPlaces()
  return [...last, ...grids.filter(({ id }) => last.every((place) => place.id !== id))]
}

type PlaceChipsProps = {
  readonly presets: readonly Place[]
  readonly value: Place | null
  readonly onChange: (place: Place) => void
}

export function PlaceChips({ presets, value, onChange }: PlaceChipsProps) {
  const t = useWords(spotWords)
  const [finding, setFinding] = useState(false)
  if (finding)
    return (
      <FindPlace
        onChoose={(place) => {
          onChange(place)
          setFinding(false)
        }}
      />
    )
  const other = value && presets.every(({ id }) => id !== value.id) ? [value] : []
  return (
    <div className="f">
      <p className="label">{t('place')}</p>
      <ul className="phrases">
        {[...other, ...presets].map((place) => (
          <li key={place.id}>
            <button type="button" className="btn" aria-pressed={place.id === value?.id} onClick={() => onChange(place)}>
              <Icon name="pin" />
              {place.name}
            </button>
          </li>
        ))}
        <li>
          <Locate onChoose={onChange} />
        </li>
        <li>
          <button type="button" className="btn" onClick={() => setFinding(true)}>
            {t('placeOther')}
          </button>
        </li>
      </ul>
    </div>
  )
}
