// Each request gets a number of ours and, when it is answered, is seen once: by which way it came, how it ended, how long it took.
import { clock } from '../clock.ts'
import { newCode, showCode } from '../ids.ts'
import type { Problem, ProblemKind } from '../problem.ts'
import type { Counted } from '../watch/meter.ts'

/** Its holder can read it to the operator over the phone. */
export const REQUEST_HEADER = 'x-request-id'

export type Marks = {
  /** The number of a request; the same however often it is asked for. */
  numberOf(request: Request): string
  /** Which way it came: a name out of our own lists, never an address as it was sent. */
  name(request: Request, operation: string): void
  operationOf(request: Request): string
  /** Undefined for what answers machines that look whether we live: nobody wants a line for each look. */
  seen(request: Request, response: Response, problem: Problem | undefined): Counted | undefined
}

const KINDS: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid',
  401: 'unknown',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'busy',
  507: 'full',
}

const kindOf = (status: number): Counted['kind'] =>
  status < 400 ? 'ok' : (KINDS[status] ?? (status < 500 ? 'invalid' : 'fault'))

export const HEALTH = 'health'
const UNKNOWN = 'unknown'

export function openMarks(): Marks {
  const marks = new WeakMap<Request, { number: string; since: number; operation: string }>()
  const of = (request: Request) => {
    let mark = marks.get(request)
    if (!mark) {
      mark = { number: showCode(newCode(8)), since: clock.ticks(), operation: UNKNOWN }
      marks.set(request, mark)
    }
    return mark
  }
  return {
    numberOf: (request) => of(request).number,
    name: (request, operation) => {
      of(request).operation = operation
    },
    operationOf: (request) => of(request).operation,
    seen(request, { status }, problem) {
      const { number, since, operation } = of(request)
      if (operation === HEALTH) return undefined
      const kind = problem?.entry.kind ?? kindOf(status)
      const outcome = problem?.entry.code ?? (kind === 'ok' ? 'ok' : `http.${status}`)
      return { operation, outcome, kind, status, ms: Math.round((clock.ticks() - since) * 100) / 100, request: number }
    },
  }
}
