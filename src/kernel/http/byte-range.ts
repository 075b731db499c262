// One part of a stored file, for players that ask for sound in parts (RFC 9110, 14.2); Safari plays nothing without it.

const ASKED = /^bytes=(?:(\d{1,12})-(\d{0,12})|-(\d{1,12}))$/

/** First and last byte asked for, both included; undefined when it cannot be read or lies outside. */
export function readRange(range: string | null, size: number): readonly [first: number, last: number] | undefined {
  const [, from, to, tail] = ASKED.exec(range ?? '') ?? []
  const first = tail === undefined ? Number(from ?? Number.NaN) : Math.max(0, size - Number(tail))
  const last = Math.min(size - 1, tail === undefined && to ? Number(to) : size - 1)
  return first <= last ? [first, last] : undefined
}

/** The answer as it is, or the part of its sound that was asked for; a range that makes no sense is passed over. */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  if (!whole.headers.get('content-type')?.startsWith('audio/')) return whole
  whole.headers.set('accept-ranges', 'bytes')
  if (range === null) return whole
  const bytes = await whole.arrayBuffer()
  const part = readRange(range, bytes.byteLength)
  if (!part) return new Response(bytes, whole)
  const [first, last] = part
  const headers = new Headers(whole.headers)
  headers.set('content-range', `bytes ${first}-${last}/${bytes.byteLength}`)
  return new Response(bytes.slice(first, last + 1), { status: 206, headers })
}
