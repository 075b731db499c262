// Choosing photos to send, seen small before they go; each can be taken out again.
import { useEffect, useRef, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Field } from './Field.tsx'
import { deskPartWords } from './words.ts'

type PhotosFieldProps = {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly photos: readonly File[]
  readonly onChange: (photos: readonly File[]) => void
  /** What keeps the form from being sent. */
  readonly wrong: string | undefined
}

function usePreviews(photos: readonly File[]): readonly string[] {
  const [addresses, setAddresses] = useState<readonly string[]>([])
  useEffect(() => {
    const made = photos.map((photo) => URL.createObjectURL(photo))
    setAddresses(made)
    return () => {
      for (const address of made) URL.revokeObjectURL(address)
    }
  }, [photos])
  return addresses
}

export function PhotosField({ name, label, help, photos, onChange, wrong }: PhotosFieldProps) {
  const t = useWords(deskPartWords)
  const input = useRef<HTMLInputElement>(null)
  const previews = usePreviews(photos)
  useEffect(() => {
    input.current?.setCustomValidity(wrong ?? '')
  }, [wrong])
  return (
    <>
      <Field name={name} label={label} help={help}>
        {(wiring) => (
          <span className="btn file">
            <Icon name="camera" />
            {t('choosePhotos')}
            <input
              {...wiring}
              ref={input}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              multiple
              onChange={(event) => {
                onChange([...photos, ...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </span>
        )}
      </Field>
      {previews.length > 0 ? (
        <ul className="picked">
          {previews.map((address, at) => (
            <li key={address}>
              <img src={address} alt={photos[at]?.name ?? ''} />
              <button
                type="button"
                className="tool"
                onClick={() => onChange(photos.filter((_, other) => other !== at))}
              >
                {t('takeOut')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
