// Which building and which home: the buildings of one's own grid by a tap, all others by name.
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { useMe } from '#web/session.ts'
import { Bones } from '../Bones.tsx'
import { useLater } from '../report/use-later.ts'
import { visitWords } from './words.ts'

export type Chosen = { readonly id: string; readonly name: string }
type Home = Output<'register.homes'>['homes'][number]

export function ChooseBuilding({ onChoose }: { readonly onChoose: (building: Chosen) => void }) {
  const t = useWords(visitWords)
  const lang = useLang()
  const [typed, setTyped] = useState('')
  const words = useLater(typed.trim())
  const own = useMe().data?.posts.find(({ level }) => level === 'grid')?.areaId
  const found = useAnswer('area.find', { words, level: 'building' }, { enabled: words.length > 0, keep: true })
  const near = useAnswer('area.tree', { under: own ?? '' }, { enabled: own !== undefined })
  const buildings = words
    ? (found.data?.areas ?? [])
    : (near.data?.areas ?? []).filter(({ level }) => level === 'building')
  return (
    <div className="f">
      <label htmlFor="building">{t('which')}</label>
      <p className="help" id="building-help">
        {t('whichHelp')}
      </p>
      <input
        id="building"
        type="search"
        maxLength={40}
        autoComplete="off"
        enterKeyHint="search"
        aria-describedby="building-help"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ul className="phrases">
        {buildings.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="btn"
              onClick={() => onChoose({ id: one.id, name: pick(one.name, one.nameEn, lang) })}
            >
              {pick(one.name, one.nameEn, lang)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

type ChooseHomeProps = {
  readonly building: Chosen
  readonly onChoose: (home: string) => void
  readonly onOther: () => void
}

export function ChooseHome({ building, onChoose, onOther }: ChooseHomeProps) {
  const t = useWords(visitWords)
  const { data, error, refetch } = useAnswer('register.homes', { areaId: building.id })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <Bones />
  const units = new Map<string, Home[]>()
  for (const home of data.homes) units.set(home.unit, [...(units.get(home.unit) ?? []), home])
  return (
    <>
      <div className="visit-head">
        <h2>{building.name}</h2>
        <button type="button" className="btn plain" onClick={onOther}>
          {t('other')}
        </button>
      </div>
      {data.homes.length === 0 ? <p className="q">{t('noHomes')}</p> : null}
      {[...units].map(([unit, homes]) => (
        <section key={unit} className="f" aria-label={unit || building.name}>
          <p className="label">{unit}</p>
          <ul className="phrases">
            {homes
              .toSorted((a, b) => a.room.localeCompare(b.room))
              .map((home) => (
                <li key={home.id}>
                  <button type="button" className="btn" onClick={() => onChoose(home.id)}>
                    {home.room || home.address}{' '}
                    <span className="q">{home.people ? t('people', { count: home.people }) : t('empty')}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {data.can.includes('addHome') ? <AddRoom building={building} onAdded={onChoose} /> : null}
    </>
  )
}

function AddRoom({ building, onAdded }: { readonly building: Chosen; readonly onAdded: (home: string) => void }) {
  const t = useWords(visitWords)
  const [room, setRoom] = useState('')
  const add = useCommand('register.addHome', { onDone: (home) => onAdded(home.id) })
  return (
    <form
      className="f"
      onSubmit={(event) => {
        event.preventDefault()
        if (room.trim()) add.mutate({ input: { areaId: building.id, room: room.trim() } })
      }}
    >
      <label htmlFor="room">{t('room')}</label>
      <input
        id="room"
        maxLength={20}
        autoComplete="off"
        value={room}
        onChange={({ target }) => setRoom(target.value)}
      />
      <ProblemNote problem={add.error} />
      <button type="submit" className="btn" disabled={add.isPending || !room.trim()}>
        {t('addRoom')}
      </button>
    </form>
  )
}
