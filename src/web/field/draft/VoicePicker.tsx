// Says it instead of typing it: one press starts, one stops; each recording can be heard and taken back before it is sent.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { canRecord, type Recording, record } from './record.ts'
import { voiceWords } from './words.ts'

const MOST = 3
const MOST_SECONDS = 60
const TICK_MS = 250

type VoicePickerProps = { readonly voices: readonly Blob[]; readonly onChange: (voices: readonly Blob[]) => void }

/** Nothing where the phone cannot record in a page: typing is always there. */
export function VoicePicker({ voices, onChange }: VoicePickerProps) {
  const t = useWords(voiceWords)
  const [running, setRunning] = useState<Recording>()
  const [past, setPast] = useState(0)
  const [denied, setDenied] = useState(false)
  const latest = useRef(voices)
  latest.current = voices
  const keep = useRef(onChange)
  keep.current = onChange

  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => {
      const seconds = running.seconds()
      setPast(seconds)
      if (seconds >= MOST_SECONDS) running.stop()
    }, TICK_MS)
    return () => {
      clearInterval(timer)
      running.stop()
    }
  }, [running])

  const start = async () => {
    setDenied(false)
    try {
      setPast(0)
      setRunning(
        await record((voice) => {
          setRunning(undefined)
          if (voice) keep.current([...latest.current, voice].slice(0, MOST))
        }),
      )
    } catch {
      setDenied(true)
    }
  }

  if (!canRecord()) return null
  return (
    <div className="picker">
      <Spoken voices={voices} onChange={onChange} />
      {voices.length >= MOST && !running ? null : (
        <button
          type="button"
          className={running ? 'btn primary' : 'btn'}
          onClick={() => (running ? running.stop() : void start())}
        >
          <Icon name="mic" />
          {running
            ? t('stop', { time: `0:${String(past).padStart(2, '0')}` })
            : t(voices.length > 0 ? 'again' : 'start')}
        </button>
      )}
      <p role="status">{denied ? t('denied') : ''}</p>
    </div>
  )
}

function Spoken({ voices, onChange }: VoicePickerProps) {
  const t = useWords(voiceWords)
  const addresses = useMemo(() => voices.map((voice) => URL.createObjectURL(voice)), [voices])
  useEffect(
    () => () => {
      for (const address of addresses) URL.revokeObjectURL(address)
    },
    [addresses],
  )
  if (voices.length === 0) return null
  return (
    <ul className="takes">
      {addresses.map((address, at) => (
        <li key={address}>
          {/* biome-ignore lint/a11y/useMediaCaption: it is what he has just said himself */}
          <audio controls src={address} aria-label={t('name', { at: at + 1 })} />
          <button
            type="button"
            className="btn"
            aria-label={t('remove', { at: at + 1 })}
            onClick={() => onChange(voices.filter((_, other) => other !== at))}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
