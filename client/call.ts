// Sends one request to Linli and tries again where that is safe. No dependency: fetch and nothing else.

export type Options = {
  /** Where Linli is, e.g. 'https://linli.example'. */
  readonly url: string
  /** A token made under “My account” (`linli_…`); without one, what is open to everybody can be asked. */
  readonly token?: string | undefined
  /** The language of messages. */
  readonly lang?: 'zh' | 'en'
  /** Tries of one request in all, the first included; 4 unless said. */
  readonly tries?: number
  /** The longest one try may take, in milliseconds; 30 s unless said. */
  readonly patienceMs?: number
  /** Another fetch, for tests or a proxy. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

export type Extra = {
  /** The Idempotency-Key: the same key with the same input has one effect, for good. A fresh one unless given. */
  readonly key?: string
  /** Photos and recordings, by the field of the input that takes them. */
  readonly files?: Readonly<Record<string, readonly File[]>>
  readonly signal?: AbortSignal
}

/** What an operation needs to know of itself: does it change something under a key, does it answer with a file. */
export type Shape = { readonly keyed?: true; readonly safe?: true; readonly bytes?: true }

/** A file as it came: its type, and its bytes. */
export type Bytes = { readonly mime: string; readonly bytes: Uint8Array }

/** A refusal by Linli. `code` never changes its meaning; `message` is for people. */
export class LinliProblem<Code extends string = string> extends Error {
  readonly code: Code
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: Code, message: string, details: Readonly<Record<string, unknown>>, status: number) {
    super(message)
    this.name = 'LinliProblem'
    this.code = code
    this.details = details
    this.status = status
  }
}

/** No answer came, after all tries. Whether a change was made is not known; sent again under the same `key`, it is made once. */
export class LinliLost extends Error {
  readonly key: string | undefined

  constructor(key: string | undefined, cause: unknown) {
    super('no answer from Linli', { cause })
    this.name = 'LinliLost'
    this.key = key
  }
}

const FIRST_PAUSE_MS = 250
const MOST_PAUSE_MS = 10_000

const pause = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

/** Seconds of Retry-After, or a pause that doubles with each try. */
const pauseAfter = (response: Response | undefined, tried: number): number => {
  const asked = Number(response?.headers.get('retry-after') ?? Number.NaN) * 1000
  return Math.min(MOST_PAUSE_MS, Number.isFinite(asked) ? asked : FIRST_PAUSE_MS * 2 ** (tried - 1))
}

function request(options: Options, shape: Shape, input: unknown, extra: Extra, key: string | undefined): RequestInit {
  const headers: Record<string, string> = {
    accept: shape.bytes ? '*/*' : 'application/json',
    'accept-language': options.lang ?? 'zh',
    ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
  }
  const files = Object.entries(extra.files ?? {}).flatMap(([field, list]) => list.map((file) => [field, file] as const))
  const method = 'POST'
  if (files.length === 0)
    return { method, body: JSON.stringify(input), headers: { ...headers, 'content-type': 'application/json' } }
  const form = new FormData()
  form.append('json', JSON.stringify(input))
  for (const [field, file] of files) form.append(field, file)
  return { method, body: form, headers }
}

async function problemOf(response: Response): Promise<LinliProblem> {
  const body = (await response.json().catch(() => ({}))) as Partial<LinliProblem>
  const { code = 'client.strange', message = `HTTP ${response.status}`, details = {} } = body
  return new LinliProblem(code, message, details, response.status)
}

/**
 * Performs one operation. A lost line, 429 and 503 are tried again after a pause where it is safe: questions, and changes
 * under their key, always one and the same. Throws LinliProblem when refused, LinliLost when no answer came.
 */
export async function call(
  options: Options,
  name: string,
  shape: Shape,
  input: unknown,
  extra: Extra,
): Promise<unknown> {
  const key = shape.keyed ? (extra.key ?? crypto.randomUUID()) : undefined
  const mayRepeat = shape.keyed || shape.safe
  const tries = mayRepeat ? (options.tries ?? 4) : 1
  const send = options.fetch ?? fetch
  const init = request(options, shape, input, extra, key)
  for (let tried = 1; ; tried++) {
    const within = AbortSignal.timeout(options.patienceMs ?? 30_000)
    const signal = extra.signal ? AbortSignal.any([extra.signal, within]) : within
    let response: Response | undefined
    try {
      response = await send(`${options.url.replace(/\/$/, '')}/api/${name}`, { ...init, signal })
      if (response.ok) return await answerOf(response, shape)
    } catch (error) {
      if (extra.signal?.aborted) throw error
      if (tried >= tries) throw new LinliLost(key, error)
      response = undefined
    }
    const passes = !response || response.status === 503 || response.status === 429
    if (response && (!passes || tried >= tries)) throw await problemOf(response)
    await pause(pauseAfter(response, tried), extra.signal)
  }
}

/** Read inside the try: an answer that breaks off on its way is a lost one. */
async function answerOf(response: Response, shape: Shape): Promise<unknown> {
  if (!shape.bytes) return response.json()
  const mime = response.headers.get('content-type') ?? ''
  return { mime, bytes: new Uint8Array(await response.arrayBuffer()) } satisfies Bytes
}
