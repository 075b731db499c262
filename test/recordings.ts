// Recordings as strangers send them: honest ones of three makes, broken ones, and what must not be left of them.
import { HIDDEN } from './pictures.ts'

/** Twenty milliseconds of silence, as Opus says it (RFC 6716). */
const SILENCE = Buffer.of(0xf8, 0xff, 0xfe)
const FRAME_MS = 20

const u16 = (value: number) => Buffer.of(value >> 8, value & 0xff)
const u32 = (value: number) => Buffer.of(...[24, 16, 8, 0].map((by) => (value >>> by) & 0xff))
const text = (value: string) => Buffer.from(value)

/** Mono, no lead-in to skip. */
const OPUS_HEAD = Buffer.concat([text('OpusHead'), Buffer.of(1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0)])

// WebM

/** An element with its length in eight bytes, or, as a live recorder writes it, without one. */
export function element(id: number, ...inside: readonly Buffer[]): Buffer {
  const body = Buffer.concat(inside)
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(body.length))
  size[0] = 1
  return Buffer.concat([idOf(id), size, body])
}
const endless = (id: number, ...inside: readonly Buffer[]) =>
  Buffer.concat([idOf(id), Buffer.of(1, 255, 255, 255, 255, 255, 255, 255), ...inside])
const idOf = (id: number) => Buffer.from(id.toString(16), 'hex')

type Webm = { seconds?: number; codec?: string; type?: number; docType?: string; more?: readonly Buffer[] }

/** As a browser records, with tags, a title, a date and an attachment beside. */
export function webm({ seconds = 2, codec = 'A_OPUS', type = 2, docType = 'webm', more = [] }: Webm = {}): Buffer {
  const info = element(
    0x1549a966,
    ...[element(0x2ad7b1, u32(1_000_000)), element(0x7ba9, text(HIDDEN)), element(0x4461, Buffer.alloc(8, 7))],
    ...[element(0x4d80, text('Maker')), element(0x5741, text('Maker'))],
  )
  const track = element(
    0xae,
    ...[element(0xd7, Buffer.of(1)), element(0x83, Buffer.of(type)), element(0x536e, text(HIDDEN))],
    ...[element(0x86, text(codec)), element(0x63a2, OPUS_HEAD), element(0xe1, element(0x9f, Buffer.of(1)))],
  )
  const place = element(
    0x67c8,
    element(0x45a3, text('LOCATION')),
    element(0x4487, text(`${HIDDEN} +31.2304+121.4737/`)),
  )
  const tags = element(0x1254c367, element(0x7373, place))
  const attached = element(0x1941a469, element(0x61a7, element(0x465c, text(HIDDEN))))
  const clusters = Array.from({ length: Math.ceil(seconds) }, (_, second) =>
    endless(
      0x1f43b675,
      element(0xe7, u32(second * 1000)),
      ...Array.from({ length: 1000 / FRAME_MS }, (_, at) =>
        element(0xa3, Buffer.of(0x81), u16(at * FRAME_MS), Buffer.of(0x80), SILENCE),
      ),
    ),
  )
  const head = element(0x1a45dfa3, element(0x4282, text(docType)))
  return Buffer.concat([
    head,
    endless(0x18538067, info, element(0x1654ae6b, track), ...clusters, tags, attached, ...more),
  ])
}

// Ogg

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  return sum >>> 0
})
const crcOf = (bytes: Buffer) => bytes.reduce((sum, byte) => ((sum << 8) ^ CRC[((sum >>> 24) ^ byte) & 255]!) >>> 0, 0)

const u32le = (value: number) => Buffer.from(u32(value)).reverse()

/** One page; a packet of exactly 255 or more bytes is laced as the format says. */
function page(no: number, samples: number, packets: readonly Buffer[], serial = 7): Buffer {
  const lacing = packets.flatMap((packet) => [
    ...Array.from({ length: Math.floor(packet.length / 255) }, () => 255),
    packet.length % 255,
  ])
  const head = Buffer.concat([
    ...[text('OggS'), Buffer.of(0, no === 0 ? 2 : 0), u32le(samples), u32le(0), u32le(serial), u32le(no), u32le(0)],
    Buffer.of(lacing.length, ...lacing),
  ])
  const whole = Buffer.concat([head, ...packets])
  u32le(crcOf(whole)).copy(whole, 22)
  return whole
}

export function ogg({ seconds = 2, codec = OPUS_HEAD, serial = 7 } = {}): Buffer {
  const comments = [`LOCATION=${HIDDEN} +31.2304+121.4737/`, `ARTIST=${HIDDEN.repeat(40)}`]
  const said = comments.flatMap((one) => [u32le(one.length), text(one)])
  const tags = Buffer.concat([text('OpusTags'), u32le(5), text('Maker'), u32le(comments.length), ...said])
  const frames = 1000 / FRAME_MS
  const sound = Array.from({ length: Math.ceil(seconds) }, (_, second) =>
    page(second + 2, (second + 1) * 48_000, Array<Buffer>(frames).fill(SILENCE), second ? serial : 7),
  )
  return Buffer.concat([page(0, 0, [codec]), page(1, 0, [tags]), ...sound])
}

// MP4

export const box = (type: string, ...inside: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(inside)
  return Buffer.concat([u32(body.length + 8), text(type), body])
}
const zeros = (length: number) => Buffer.alloc(length)
const PLACE = box('udta', box('\xa9xyz', text(`${HIDDEN} +31.2304+121.4737/`)))

type Mp4 = { seconds?: number; codec?: string; handler?: string; tracks?: number; pieces?: number }

/** As a phone's recorder writes it: owner, place and phone in `udta`, `meta` and `uuid`. Without real sound. */
export function mp4({ seconds = 2, codec = 'mp4a', handler = 'soun', tracks = 1, pieces = 0 }: Mp4 = {}): Buffer {
  const times = Buffer.concat([zeros(12), u32(1000), u32(pieces ? 0 : seconds * 1000), zeros(80)])
  const table = box(
    'stbl',
    ...[box('stsd', zeros(4), u32(1), box(codec, zeros(28))), box('stts', zeros(8)), box('stsc', zeros(8))],
    ...[box('stsz', zeros(12)), box('stco', zeros(8))],
  )
  const media = box(
    'mdia',
    ...[box('mdhd', zeros(12), u32(1000), u32(pieces ? 0 : seconds * 1000), zeros(4))],
    ...[box('hdlr', zeros(8), text(handler), zeros(12), text(HIDDEN)), box('minf', box('smhd', zeros(8)), table)],
  )
  const track = box('trak', box('tkhd', zeros(84)), media, PLACE, box('meta', text(HIDDEN)))
  const extends_ = box('mvex', box('trex', zeros(12), u32(1000), zeros(8)))
  const piece = box(
    'moof',
    box('traf', box('tfhd', zeros(8)), box('trun', zeros(4), u32(1))),
    box('uuid', text(HIDDEN)),
  )
  return Buffer.concat([
    ...[box('ftyp', text('M4A '), zeros(4), text('M4A mp42')), box('uuid', text(HIDDEN))],
    ...[box('moov', box('mvhd', times), ...Array<Buffer>(tracks).fill(track), extends_, PLACE)],
    ...Array<Buffer>(pieces).fill(piece),
    ...[box('mdat', zeros(64)), box('meta', text(HIDDEN))],
  ])
}

/** Recordings that are taken, and as what they are kept. */
export const TAKEN_VOICES: Readonly<Record<string, readonly [name: string, mime: string, bytes: Buffer]>> = {
  'a WebM of a browser': ['a.webm', 'audio/webm', webm()],
  'a WebM under another name': ['../../cron.d/x.m4a', 'audio/webm', webm()],
  'an Ogg of Firefox': ['a.ogg', 'audio/ogg', ogg()],
  'an M4A of a phone': ['语音备忘录.m4a', 'audio/mp4', mp4()],
  'an MP4 in pieces of Safari': ['a.mp4', 'audio/mp4', mp4({ pieces: 3 })],
}

const cut = (bytes: Buffer, by: number) => bytes.subarray(0, bytes.length - by)
const broken = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at]! ^= 0xff
  return copy
}

export const REFUSED_VOICES: Readonly<Record<string, readonly [name: string, problem: string, bytes: Buffer]>> = {
  'a song of 61 seconds and more (WebM)': ['long.webm', 'voice.tooLong', webm({ seconds: 64 })],
  'a song of 61 seconds and more (Ogg)': ['long.ogg', 'voice.tooLong', ogg({ seconds: 64 })],
  'a song of 61 seconds and more (MP4)': ['long.m4a', 'voice.tooLong', mp4({ seconds: 64 })],
  'many pieces of a second': ['long.mp4', 'voice.tooLong', mp4({ pieces: 64 })],
  'more than 2 MB': ['big.webm', 'voice.tooLarge', Buffer.concat([webm(), Buffer.alloc(2 * 1024 * 1024)])],
  'an MP3': ['a.mp3', 'voice.notAVoice', Buffer.concat([text('ID3'), zeros(200)])],
  'an AMR of an old phone': ['a.amr', 'voice.notAVoice', Buffer.concat([text('#!AMR\n'), zeros(200)])],
  'a picture': ['a.webm', 'voice.notAVoice', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), zeros(200)])],
  'a page': ['a.ogg', 'voice.notAVoice', text('<html><script>alert(1)</script></html>')],
  'a film (WebM)': ['a.webm', 'voice.notAVoice', webm({ type: 1, codec: 'V_VP8' })],
  Vorbis: ['a.webm', 'voice.notAVoice', webm({ codec: 'A_VORBIS' })],
  Matroska: ['a.mka', 'voice.notAVoice', webm({ docType: 'matroska' })],
  'a film (MP4)': ['a.mp4', 'voice.notAVoice', mp4({ handler: 'vide', codec: 'avc1' })],
  'a film with two tracks': ['a.mp4', 'voice.notAVoice', mp4({ tracks: 2 })],
  'AC-3': ['a.mp4', 'voice.notAVoice', mp4({ codec: 'ac-3' })],
  'Ogg Vorbis': ['a.ogg', 'voice.notAVoice', ogg({ codec: Buffer.concat([text('\x01vorbis'), zeros(23)]) })],
  'two streams in one Ogg': ['a.ogg', 'voice.notAVoice', ogg({ serial: 8 })],
  'an Ogg cut off': ['a.ogg', 'voice.notAVoice', cut(ogg(), 10)],
  'an Ogg with a wrong sum': ['a.ogg', 'voice.notAVoice', broken(ogg(), 400)],
  'a WebM cut off': ['a.webm', 'voice.notAVoice', cut(webm(), 10)],
  'a WebM whose piece is longer than the whole': [
    'a.webm',
    'voice.notAVoice',
    webm({ more: [element(0xec, zeros(4)).subarray(0, 9)] }),
  ],
  'a WebM without sound': ['a.webm', 'voice.notAVoice', webm({ seconds: 0 })],
  'an MP4 cut off': ['a.m4a', 'voice.notAVoice', cut(mp4(), 3)],
  'an MP4 whose box is longer than the whole': [
    'a.m4a',
    'voice.notAVoice',
    Buffer.concat([mp4(), u32(99), text('free')]),
  ],
  'a box of zero length inside': [
    'a.m4a',
    'voice.notAVoice',
    Buffer.concat([mp4({ seconds: 1 }), box('moov', zeros(8))]),
  ],
  'an HEIC': ['a.m4a', 'voice.notAVoice', box('ftyp', text('heic'), zeros(4))],
}
