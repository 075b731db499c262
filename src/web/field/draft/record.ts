// One recording with the phone's microphone, in a make that the server takes.
import { clock } from '#kernel/clock.ts'

const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
/** Speech, not music: a minute is 180 kB. */
const BITS = 24_000

const kind = (): string | undefined => KINDS.find((one) => MediaRecorder.isTypeSupported(one))

export const canRecord = (): boolean =>
  'MediaRecorder' in globalThis && navigator.mediaDevices !== undefined && kind() !== undefined

export type Recording = {
  /** So far. */
  seconds(): number
  stop(): void
}

/** Asks for the microphone and begins. `onDone` hears what was recorded, nothing if it was nothing. Rejects when refused. */
export async function record(onDone: (voice: Blob | undefined) => void): Promise<Recording> {
  const mimeType = kind()!
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS })
  const began = clock.now().getTime()
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.addEventListener('stop', () => {
    for (const track of stream.getTracks()) track.stop()
    const voice = new Blob(parts, { type: mimeType })
    onDone(voice.size > 0 ? voice : undefined)
  })
  recorder.start()
  return {
    seconds: () => Math.floor((clock.now().getTime() - began) / 1000),
    stop: () => {
      if (recorder.state !== 'inactive') recorder.stop()
    },
  }
}
