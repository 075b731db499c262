// Where it is: found first, then shown with a way to change it and, for a house, its units.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { FindPlace } from './FindPlace.tsx'
import type { Place } from './place.ts'
import { reportWords } from './words.ts'

const HOUR_MS = 3_600_000

type PlaceFieldProps = { readonly value: Place | null; readonly onChange: (place: Place | null) => void }

export function PlaceField({ value, onChange }: PlaceFieldProps) {
  const t = useWords(reportWords)
  if (!value) return <FindPlace onChoose={onChange} />
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
      {value.lon === undefined ? <Units house={value} onChange={onChange} /> : null}
    </div>
  )
}

/** Which unit, when the house has several: one tap, or none. */
function Units({ house, onChange }: { readonly house: Place; readonly onChange: (place: Place) => void }) {
  const t = useWords(reportWords)
  const lang = useLang()
  const { data } = useAnswer('area.tree', { under: house.id, level: 'unit' }, { staleMs: HOUR_MS })
  if (!data || data.areas.length < 2) return null
  return (
    <>
      <p className="help">{t('placeUnit')}</p>
      <ul className="phrases">
        {data.areas.map(({ id, name, nameEn }) => (
          <li key={id}>
            <button
              type="button"
              className="btn"
              onClick={() => onChange({ id, name: `${house.name} ${pick(name, nameEn, lang)}`, path: house.path })}
            >
              {pick(name, nameEn, lang)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
