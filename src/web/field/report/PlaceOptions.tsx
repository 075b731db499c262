// Places to choose from, each a full row to tap.
import type { Place } from './place.ts'

type PlaceOptionsProps = { readonly places: readonly Place[]; readonly onChoose: (place: Place) => void }

export function PlaceOptions({ places, onChoose }: PlaceOptionsProps) {
  if (places.length === 0) return null
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
