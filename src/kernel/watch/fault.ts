// What may be written down of a failure nobody foresaw: where in our source it happened and what kind it was, never what anybody said.
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../../..')
const MOST_FRAMES = 8
const MOST_CAUSES = 3

/** A message may quote a name, a phone number, a whole sentence of a resident; these fields cannot. */
export type Fault = {
  /** The operation, page or background work in which it happened. */
  readonly where: string
  /** The class of the error. */
  readonly error: string
  /** Of Node or SQLSTATE. */
  readonly code?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  /** `src/kernel/door.ts:120`, innermost first. */
  readonly at: readonly string[]
  /** Of the request, as its reader was told it. */
  readonly request?: string
  readonly cause?: Omit<Fault, 'where' | 'request'>
  /** Only while tracing (LINLI_TRACE): on a machine of developers, never where people report. */
  readonly message?: string
}

const NAME = /^[\w.$-]{1,80}$/
const FRAME = /^\s+at .*?\(?(?:file:\/\/)?(\/[^():]+\.[cm]?[jt]s|node:[\w/]+):(\d+):\d+\)?$/

const named = (value: unknown): string | undefined =>
  typeof value === 'string' && NAME.test(value) ? value : undefined

/** Our own files and lines. What stands before them in a stack is the message, which could pretend to be a frame. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message && stack.includes(message) ? stack.indexOf(message) + message.length : 0
  return stack
    .slice(at)
    .split('\n')
    .flatMap((line) => {
      const [, file, row] = FRAME.exec(line) ?? []
      return file ? [`${path.relative(ROOT, file).replace(/^.*node_modules\//, '')}:${row}`] : []
    })
    .slice(0, MOST_FRAMES)
}

function described(error: unknown, traced: boolean, depth: number): Omit<Fault, 'where' | 'request'> {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const { code, table, column, constraint } = error as Error & Partial<Record<string, unknown>>
  const of = Object.entries({ code, table, column, constraint }).flatMap(([key, value]) => {
    const name = named(value)
    return name ? [[key, name]] : []
  })
  return {
    error: named(error.constructor.name) ?? 'Error',
    ...Object.fromEntries(of),
    at: framesOf(error),
    ...(error.cause !== undefined && depth > 0 ? { cause: described(error.cause, traced, depth - 1) } : {}),
    ...(traced ? { message: error.message.slice(0, 500) } : {}),
  }
}

/** `where` names an operation or a work of ours. */
export const faultOf = (where: string, error: unknown, { request = '', traced = false } = {}): Fault => ({
  where: named(where) ?? 'unknown',
  ...described(error, traced, MOST_CAUSES),
  ...(request ? { request } : {}),
})
