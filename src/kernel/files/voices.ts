// Recordings of a voice: taken by their first bytes, kept as they sound, without what could tell who, where or with what.

import { Problem, problems } from '../problem.ts'
import { type Cleared, Crooked } from './crooked.ts'
import { clearMp4 } from './voice-mp4.ts'
import { clearOgg } from './voice-ogg.ts'
import { clearWebm } from './voice-webm.ts'

export const voiceProblems = problems('voice', {
  notAVoice: {
    kind: 'invalid',
    zh: '“{name}”不是能识别的录音。请在页面上直接录，或者用 M4A、WebM、Ogg（Opus）格式。',
    en: '“{name}” is not a recording we can read. Record it on the page, or use M4A, WebM or Ogg (Opus).',
  },
  tooLarge: {
    kind: 'tooLarge',
    zh: '“{name}”太大，一段录音最多 {limit}。',
    en: '“{name}” is too large; the limit is {limit} a recording.',
  },
  tooLong: {
    kind: 'invalid',
    zh: '“{name}”太长，一段录音最多 {limit} 秒。请分成几段。',
    en: '“{name}” is too long; the limit is {limit} seconds. Please make several.',
  },
  tooMany: { kind: 'invalid', zh: '最多 {limit} 段录音。', en: 'At most {limit} recordings.' },
})

export const VOICE_LIMIT = 2 * 1024 * 1024
export const VOICE_SECONDS = 60
/** A recorder stopped at 60 seconds ends a little later. */
const GRACE_SECONDS = 2

export type Voice = Cleared & { readonly mime: 'audio/webm' | 'audio/ogg' | 'audio/mp4' }

function cleared(bytes: Buffer): Voice {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\x1a\x45\xdf\xa3')) return { ...clearWebm(bytes), mime: 'audio/webm' }
  if (head.startsWith('OggS')) return { ...clearOgg(bytes), mime: 'audio/ogg' }
  if (head.slice(4, 8) === 'ftyp') return { ...clearMp4(bytes), mime: 'audio/mp4' }
  throw new Crooked()
}

/** A copy that may be stored. Throws voice.tooLarge, voice.notAVoice, voice.tooLong. */
export function clearVoice(sent: Uint8Array, name: string): Voice {
  if (sent.byteLength > VOICE_LIMIT) throw new Problem(voiceProblems.tooLarge, { name, limit: '2 MB' })
  try {
    const voice = cleared(Buffer.from(sent))
    if (voice.seconds > VOICE_SECONDS + GRACE_SECONDS)
      throw new Problem(voiceProblems.tooLong, { name, limit: VOICE_SECONDS })
    return voice
  } catch (error) {
    // A length that points past the end is a RangeError of the buffer.
    if (error instanceof Crooked || error instanceof RangeError) throw new Problem(voiceProblems.notAVoice, { name })
    throw error
  }
}
