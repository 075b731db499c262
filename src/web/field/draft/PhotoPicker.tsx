// Takes photos with the camera or from the album, shrinks them on the phone and shows what will be sent.
import { type ChangeEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import type { IconName } from '#web/parts/icons.ts'
import { shrink } from './shrink.ts'
import { photoWords } from './words.ts'

const MOST = 9

type PhotoPickerProps = {
  readonly photos: readonly Blob[]
  readonly onChange: (photos: readonly Blob[]) => void
  /** Address of a photo from before: it stands beside, so that the next is taken from the same spot. */
  readonly before?: string
}

export function PhotoPicker({ photos, onChange, before }: PhotoPickerProps) {
  const t = useWords(photoWords)
  const [working, setWorking] = useState(false)
  const [unreadable, setUnreadable] = useState(false)

  // Shrinking takes a moment, in which another may be taken or one thrown away: what is added is added to what is there then.
  const latest = useRef(photos)
  latest.current = photos
  const add = async (chosen: readonly File[]) => {
    setWorking(true)
    setUnreadable(false)
    for (const file of chosen) {
      if (latest.current.length >= MOST) break
      try {
        const small = await shrink(file)
        latest.current = [...latest.current, small].slice(0, MOST)
        onChange(latest.current)
      } catch {
        setUnreadable(true)
      }
    }
    setWorking(false)
  }

  const full = photos.length >= MOST
  return (
    <div className="picker">
      {before ? (
        <Taken photos={photos} onChange={onChange} before={before} />
      ) : photos.length > 0 ? (
        <Taken photos={photos} onChange={onChange} />
      ) : null}
      {full ? <p className="help">{t('most')}</p> : null}
      <p role="status">
        {working ? t('working') : ''}
        {unreadable ? t('unreadable') : ''}
      </p>
      {full ? null : (
        <div className="pair">
          <Source icon="camera" word={t('take')} camera onPick={(files) => void add(files)} />
          <Source icon="picture" word={t('choose')} onPick={(files) => void add(files)} />
        </div>
      )}
    </div>
  )
}

type SourceProps = {
  readonly icon: IconName
  readonly word: string
  readonly camera?: boolean
  readonly onPick: (files: readonly File[]) => void
}

function Source({ icon, word, camera = false, onPick }: SourceProps) {
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // The same photo may be chosen again after it was taken off.
    event.target.value = ''
    if (files.length > 0) onPick(files)
  }
  return (
    <label className="btn">
      <input
        type="file"
        className="vh"
        accept="image/jpeg,image/png,image/webp"
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
        onChange={pick}
      />
      <Icon name={icon} />
      {word}
    </label>
  )
}

/** Addresses of the pictures in memory, given back when they are no longer shown. */
function useAddresses(photos: readonly Blob[]): readonly string[] {
  const addresses = useMemo(() => photos.map((photo) => URL.createObjectURL(photo)), [photos])
  useEffect(
    () => () => {
      for (const address of addresses) URL.revokeObjectURL(address)
    },
    [addresses],
  )
  return addresses
}

function Taken({ photos, onChange, before }: PhotoPickerProps) {
  const t = useWords(photoWords)
  const addresses = useAddresses(photos)
  return (
    <ul className="taken">
      {before ? (
        <li>
          <img src={before} alt="" />
          <p>{t('before')}</p>
        </li>
      ) : null}
      {before && photos.length === 0 ? (
        <li aria-hidden="true">
          <div className="space" />
          <p>{t('after')}</p>
        </li>
      ) : null}
      {addresses.map((address, at) => (
        <li key={address}>
          <img src={address} alt={t('alt', { at: at + 1 })} />
          <button
            type="button"
            className="btn"
            aria-label={t('remove', { at: at + 1 })}
            onClick={() => onChange(photos.filter((_, other) => other !== at))}
          >
            <Icon name="close" />
          </button>
          {before ? <p>{t('after')}</p> : null}
        </li>
      ))}
    </ul>
  )
}
