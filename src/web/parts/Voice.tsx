// What somebody said, to be heard. The server asks for the listener's rights again each time.
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { partWords } from './words.ts'

export type VoiceItem = Output<'matter.get'>['voiceList'][number]

const voiceAddress = (matterId: string, file: string): string =>
  `/api/matter.voice?${new URLSearchParams({ id: matterId, file })}`

type VoicesProps = { readonly matterId: string; readonly voices: readonly VoiceItem[] }

export function Voices({ matterId, voices }: VoicesProps) {
  const t = useWords(partWords)
  if (voices.length === 0) return null
  return (
    <ul className="takes">
      {voices.map(({ id }, at) => (
        <li key={id}>
          {/* biome-ignore lint/a11y/useMediaCaption: what was said is written down in a note, if at all */}
          <audio
            controls
            preload="metadata"
            src={voiceAddress(matterId, id)}
            aria-label={t('voiceOf', { at: at + 1, count: voices.length })}
          />
        </li>
      ))}
    </ul>
  )
}
