// Photos of a matter: small ones in a row, and one at a time at full size.
import { useRef, useState } from 'react'
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { partWords } from './words.ts'

export type PhotoItem = Output<'matter.get'>['photoList'][number]

/** The address of a photo; the server asks for the reader's rights again each time. */
export const photoAddress = (matterId: string, file: string, size: 'full' | 'small'): string =>
  `/api/matter.photo?${new URLSearchParams({ id: matterId, file, size })}`

const nameOf = (photo: PhotoItem) => (photo.purpose === 'finished' ? 'photoFinished' : 'photoReported')

type PhotosProps = { readonly matterId: string; readonly photos: readonly PhotoItem[] }

/** Small photos as buttons; one opens the viewer. */
export function Photos({ matterId, photos }: PhotosProps) {
  const t = useWords(partWords)
  const viewer = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(0)
  const compared = new Set(photos.map(({ purpose }) => purpose)).size > 1
  const open = (which: number) => {
    setAt(which)
    viewer.current?.showModal()
  }
  return (
    <>
      <ul className="ph">
        {photos.map((photo, which) => (
          <li key={photo.id}>
            <button
              type="button"
              onClick={() => open(which)}
              aria-label={t('photoOpen', {
                name: t(nameOf(photo)),
                which: t('photoOf', { at: which + 1, count: photos.length }),
              })}
            >
              <img
                src={photoAddress(matterId, photo.id, 'small')}
                alt=""
                loading="lazy"
                width={photo.width}
                height={photo.height}
              />
            </button>
            {compared ? <span className="s q">{t(photo.purpose === 'finished' ? 'after' : 'before')}</span> : null}
          </li>
        ))}
      </ul>
      <dialog ref={viewer} className="viewer" aria-label={t(photos[at] ? nameOf(photos[at]) : 'photoReported')}>
        <Viewer matterId={matterId} photos={photos} at={at} onTurn={setAt} />
      </dialog>
    </>
  )
}

type ViewerProps = PhotosProps & { readonly at: number; readonly onTurn: (at: number) => void }

function Viewer({ matterId, photos, at, onTurn }: ViewerProps) {
  const t = useWords(partWords)
  const photo = photos[at]
  if (!photo) return null
  const turn = (by: number) => onTurn((at + by + photos.length) % photos.length)
  const several = photos.length > 1
  return (
    <figure
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') turn(-1)
        if (event.key === 'ArrowRight') turn(1)
      }}
    >
      <img
        src={photoAddress(matterId, photo.id, 'full')}
        alt={t(nameOf(photo))}
        width={photo.width}
        height={photo.height}
      />
      <figcaption>
        <span>
          {t(nameOf(photo))}
          {several ? <span className="q"> {t('photoOf', { at: at + 1, count: photos.length })}</span> : null}
        </span>
        <form method="dialog">
          {several ? (
            <>
              <button type="button" className="btn" onClick={() => turn(-1)}>
                {t('previous')}
              </button>
              <button type="button" className="btn" onClick={() => turn(1)}>
                {t('next')}
              </button>
            </>
          ) : null}
          <button type="submit" className="btn primary">
            {t('closePhoto')}
          </button>
        </form>
      </figcaption>
    </figure>
  )
}
