// Redraws photos in a child process; only pictures that a browser shows without risk come out.
import { type ChildProcess, fork } from 'node:child_process'
import { Problem, problems } from '../problem.ts'

export const photoProblems = problems('photo', {
  notAPhoto: {
    kind: 'invalid',
    zh: '“{name}”不是能识别的照片。请用 JPEG、PNG 或 WebP。',
    en: '“{name}” is not a photo we can read. Please use JPEG, PNG or WebP.',
  },
  heic: {
    kind: 'invalid',
    zh: '“{name}”是 HEIC 格式。请在手机设置里把相机格式改为“兼容性最佳”，或截一张图再发。',
    en: '“{name}” is HEIC. Set the camera to “Most compatible”, or send a screenshot of it.',
  },
  svg: {
    kind: 'invalid',
    zh: '“{name}”是矢量图，不能当照片用。请拍一张照片。',
    en: '“{name}” is a drawing, not a photo. Please take a photo.',
  },
  tooLarge: {
    kind: 'tooLarge',
    zh: '“{name}”太大，一张照片最多 {limit}。',
    en: '“{name}” is too large; the limit is {limit} a photo.',
  },
  tooMany: { kind: 'invalid', zh: '最多 {limit} 张照片。', en: 'At most {limit} photos.' },
})

export type Drawn = { full: Buffer; small: Buffer; width: number; height: number }

/** By the first bytes, never by name or declared type. HEIC and SVG are told apart to give a useful hint. */
export function refuseUnlessPhoto(bytes: Uint8Array, name: string): void {
  const head = Buffer.from(bytes.subarray(0, 512))
  const latin = head.toString('latin1')
  if (latin.startsWith('\xff\xd8\xff') || latin.startsWith('\x89PNG\r\n\x1a\n')) return
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return
  if (/^ftyp(heic|heix|hevc|mif1|msf1|avif)/.test(latin.slice(4, 12))) throw new Problem(photoProblems.heic, { name })
  if (/<svg|<!DOCTYPE svg/i.test(latin)) throw new Problem(photoProblems.svg, { name })
  throw new Problem(photoProblems.notAPhoto, { name })
}

const TIME_LIMIT_MS = 20_000
/** The child is replaced after so many photos, so that a leak in a codec cannot grow. */
const PHOTOS_A_CHILD = 200

export type Photos = { redraw(bytes: Uint8Array, name: string): Promise<Drawn>; stop(): void }

export function openPhotos(): Photos {
  let child: ChildProcess | undefined
  let drawnByChild = 0
  let no = 0
  let line: Promise<unknown> = Promise.resolve()

  const start = () => {
    if (child?.connected && drawnByChild < PHOTOS_A_CHILD) return child
    if (child?.connected) child.disconnect()
    drawnByChild = 0
    child = fork(new URL('./photo-child.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=256'],
    })
    // Without a listener, a process that cannot be started or reached would end the server.
    child.on('error', () => {})
    child.unref()
    child.channel?.unref()
    return child
  }

  const draw = (bytes: Uint8Array, name: string) =>
    new Promise<Drawn>((resolve, reject) => {
      const worker = start()
      const mine = ++no
      drawnByChild++
      const done = (act: () => void) => {
        clearTimeout(timer)
        worker.off('message', hear).off('exit', gone)
        act()
      }
      const refuse = () => done(() => reject(new Problem(photoProblems.notAPhoto, { name })))
      const gone = () => refuse()
      const hear = (message: { no: number; drawn?: Drawn }) => {
        if (message.no !== mine) return
        if (message.drawn) done(() => resolve(message.drawn!))
        else refuse()
      }
      const timer = setTimeout(() => {
        worker.kill('SIGKILL')
        refuse()
      }, TIME_LIMIT_MS)
      worker.on('message', hear).on('exit', gone)
      worker.send({ no: mine, bytes })
    })

  return {
    // One at a time: a second decoder at once would double the memory and gain nothing on a small machine.
    redraw(bytes, name) {
      const next = line.then(() => draw(bytes, name))
      line = next.catch(() => {})
      return next
    },
    stop() {
      if (child?.connected) child.disconnect()
    },
  }
}
