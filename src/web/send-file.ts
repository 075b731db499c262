// A large file on its way up, as the whole body: how far it is, at what pace, and how to stop it. `fetch` tells none of these.
import { answerOf } from './call.ts'
import { lost } from './call-problem.ts'
import { currentLang } from './lang.ts'
import { newKey } from './new-key.ts'

/** `rate`: bytes a second over the last seconds; `left`: seconds. Both unknown at first. */
export type Progress = {
  readonly sent: number
  readonly total: number
  readonly rate?: number
  readonly left?: number
}

/** Without a byte for so long the line is taken to be gone; the server gives up a little earlier. */
const SILENT_MS = 90_000
const RATE_OVER_MS = 8_000
const LEAST_OVER_MS = 700

type At = { readonly ms: number; readonly sent: number }

/** The pace over the last seconds, from what was sent at which moments; the oldest is let go. */
export function paceOf(seen: At[], now: At, total: number): Progress {
  seen.push(now)
  while (seen.length > 2 && now.ms - seen[1]!.ms > RATE_OVER_MS) seen.shift()
  const [first] = seen
  const ms = now.ms - first!.ms
  if (ms < LEAST_OVER_MS) return { sent: now.sent, total }
  const rate = ((now.sent - first!.sent) / ms) * 1_000
  return { sent: now.sent, total, rate, ...(rate > 0 ? { left: (total - now.sent) / rate } : {}) }
}

/** Throws CallProblem; what `signal` stopped is lost, too, and of it nothing stays at the server. */
export function sendWhole(
  name: string,
  input: Readonly<Record<string, string>>,
  file: File,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (now: Progress) => void },
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const call = new XMLHttpRequest()
  let silence: ReturnType<typeof setTimeout> | undefined
  const listen = () => {
    clearTimeout(silence)
    silence = setTimeout(() => call.abort(), SILENT_MS)
  }
  const seen: At[] = []
  call.upload.addEventListener('progress', (event) => {
    listen()
    onProgress(paceOf(seen, { ms: event.timeStamp, sent: event.loaded }, event.total || file.size))
  })
  call.addEventListener('load', () => {
    const ok = call.status >= 200 && call.status < 300
    try {
      resolve(answerOf(call.response ?? undefined, { ok, status: call.status }))
    } catch (problem) {
      reject(problem)
    }
  })
  for (const end of ['error', 'abort'] as const) call.addEventListener(end, () => reject(lost()))
  call.addEventListener('loadend', () => clearTimeout(silence))
  signal.addEventListener('abort', () => call.abort(), { once: true })
  call.open('POST', `/api/${name}?${new URLSearchParams(input)}`)
  call.responseType = 'json'
  const headers = { accept: 'application/json', 'accept-language': currentLang(), 'idempotency-key': newKey() }
  for (const [header, value] of Object.entries({ ...headers, 'content-type': 'application/octet-stream' }))
    call.setRequestHeader(header, value)
  listen()
  call.send(file)
  return promise
}
