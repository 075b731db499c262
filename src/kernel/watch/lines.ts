// The list of what may stand in a line of the log; whatever is not on it does not get in, by whatever way it came.

type Check = (value: unknown) => unknown

const text =
  (shape: RegExp): Check =>
  (value) =>
    typeof value === 'string' && shape.test(value) ? value : undefined
const number: Check = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** Control characters, those that a terminal obeys and line ends of other alphabets become blanks. */
export const oneLine = (value: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
  value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').slice(0, 500)

/** Sentences of our own: what the start prints, a step of the clock. */
const ours: Check = (value) => (typeof value === 'string' ? oneLine(value) : undefined)
const name = text(/^[\w.$-]{1,80}$/)
const frames: Check = (value) =>
  Array.isArray(value) ? value.filter((one) => /^[\w@./:-]{1,200}$/.test(one)).slice(0, 8) : undefined

const FIELDS: Readonly<Record<string, Check>> = {
  what: text(/^(request|fault|said)$/),
  /** An operation, a page's path with its parameters named and not filled, a part of the server. */
  operation: text(/^[\w ./:*{}-]{1,80}$/),
  outcome: name,
  status: number,
  ms: number,
  /** Ours, given to each request; nothing that a sender chose. */
  request: text(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  where: name,
  error: name,
  code: name,
  table: name,
  column: name,
  constraint: name,
  at: frames,
  text: ours,
  /** While tracing alone (fault.ts). */
  message: ours,
  cause: (value) => (value !== null && typeof value === 'object' ? allowed(value) : undefined),
}

/** What of an entry may be written. */
export function allowed(entry: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entry)) {
    const checked = Object.hasOwn(FIELDS, key) ? FIELDS[key]!(value) : undefined
    if (checked !== undefined) kept[key] = checked
  }
  return kept
}
