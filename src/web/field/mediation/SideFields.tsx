// One side of a dispute: chosen among the people of a flat, or typed; whoever Linli knows is not typed again.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import type { Place } from '../report/place.ts'
import type { Side } from './fields.ts'
import { settleWords } from './words.ts'

type SideFieldsProps = {
  readonly name: 'one' | 'other'
  readonly side: Side
  readonly place: Place | null
  readonly onChange: (side: Side, homeId?: string) => void
}

export function SideFields({ name, side, place, onChange }: SideFieldsProps) {
  const t = useWords(settleWords)
  const may = useMay()
  const [finding, setFinding] = useState(false)
  const typed = side.personId === undefined && !side.reporter
  return (
    <fieldset className="f side-of">
      <legend>{t(name)}</legend>
      {typed ? (
        <>
          <input
            aria-label={`${t(name)}：${t('name')}`}
            placeholder={t('name')}
            maxLength={40}
            autoComplete="off"
            value={side.name}
            onChange={({ target }) => onChange({ ...side, name: target.value })}
          />
          <input
            aria-label={`${t(name)}：${t('phone')}`}
            placeholder={t('phone')}
            type="tel"
            inputMode="tel"
            maxLength={13}
            autoComplete="off"
            value={side.phone}
            onChange={({ target }) => onChange({ ...side, phone: target.value })}
          />
        </>
      ) : (
        <p className="known-side">
          <b>{side.shown ?? t('reporter')}</b>
          <button type="button" className="btn" onClick={() => onChange({ name: '', phone: '' })}>
            {t('clear')}
          </button>
        </p>
      )}
      {typed && place && may('register.home') ? (
        <button type="button" className="btn plain" aria-expanded={finding} onClick={() => setFinding(!finding)}>
          {t(finding ? 'homeShut' : 'home')}
        </button>
      ) : null}
      {typed && finding && place ? (
        <FindHome
          area={place.id}
          onChoose={(known, homeId) => {
            onChange(known, homeId)
            setFinding(false)
          }}
        />
      ) : null}
    </fieldset>
  )
}

type FindHomeProps = { readonly area: string; readonly onChoose: (side: Side, homeId: string) => void }

/** The flats of the place, then who is entered there, masked. */
function FindHome({ area, onChoose }: FindHomeProps) {
  const t = useWords(settleWords)
  const [home, setHome] = useState<string>()
  const { data } = useAnswer('register.homes', { areaId: area })
  const inside = useAnswer('register.home', { id: home ?? '' }, { enabled: home !== undefined })
  const homes = (data?.homes ?? []).toSorted((a, b) => a.room.localeCompare(b.room))
  return (
    <div className="f">
      <ul className="phrases homes">
        {homes.map((one) => (
          <li key={one.id}>
            <button type="button" className="btn" aria-pressed={one.id === home} onClick={() => setHome(one.id)}>
              {[one.unit, one.room].filter(Boolean).join(' ') || one.address}
            </button>
          </li>
        ))}
      </ul>
      {inside.data && inside.data.inside.length === 0 ? <p className="help">{t('homeNone')}</p> : null}
      <ul className="phrases">
        {inside.data?.inside.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="btn"
              onClick={() => onChoose({ name: '', phone: '', personId: id, shown: name }, home!)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
