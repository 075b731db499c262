// Finds the grid that the phone stands in. The position is asked for once, on a tap, and is that of the matter.
import { useState } from 'react'
import { ask } from '#web/call.ts'
import { currentLang, pick, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import type { Place } from './place.ts'
import { reportWords } from './words.ts'

const PATIENCE_MS = 15_000
/** Between houses a phone is right to some ten metres; a reading a minute old is still the same spot. */
const ASKED: PositionOptions = { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 }

const position = () =>
  new Promise<GeolocationCoordinates>((resolve, reject) => {
    if (!('geolocation' in navigator)) reject(new Error('no position on this phone'))
    else navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, ASKED)
  })

type Standing = 'idle' | 'asking' | 'placeDenied' | 'placeOutside' | 'notSent'

export function Locate({ onChoose }: { readonly onChoose: (place: Place) => void }) {
  const t = useWords(reportWords)
  const [standing, setStanding] = useState<Standing>('idle')
  const [said, setSaid] = useState('')

  const find = async () => {
    setStanding('asking')
    const coords = await position().catch(() => undefined)
    if (!coords) return setStanding('placeDenied')
    const { longitude: lon, latitude: lat } = coords
    try {
      const { grid } = await ask('area.locate', { lon, lat })
      if (!grid) return setStanding('placeOutside')
      onChoose({ id: grid.id, name: pick(grid.name, grid.nameEn, currentLang()), path: t('placeLocated'), lon, lat })
    } catch (problem) {
      setSaid((problem as Error).message)
      setStanding('notSent')
    }
  }

  const asking = standing === 'asking'
  return (
    <>
      <button
        type="button"
        className={asking ? 'btn busy' : 'btn'}
        aria-disabled={asking}
        onClick={() => (asking ? undefined : void find())}
      >
        <Icon name={asking ? 'hourglass' : 'locate'} />
        {t(asking ? 'placeLocating' : 'placeHere')}
      </button>
      <p role="status">
        {standing === 'placeDenied' || standing === 'placeOutside' ? t(standing) : standing === 'notSent' ? said : ''}
      </p>
    </>
  )
}
