// The log of a process: one line per event, as JSON for machines or as a sentence for a terminal; only what lines.ts lets in.
import pino, { type DestinationStream } from 'pino'
import { clock } from '../clock.ts'
import type { Fault } from './fault.ts'
import { allowed, oneLine } from './lines.ts'

/** A request that was answered, well or not. */
export type Seen = {
  readonly operation: string
  /** `ok`, or the code of the problem that was answered. */
  readonly outcome: string
  readonly status: number
  readonly ms: number
  readonly request: string
}

export type Log = {
  seen(request: Seen): void
  fault(fault: Fault): void
  /** A sentence of ours. Nothing that somebody typed, no name and no number of a person. */
  said(text: string): void
  /** Everything so far is written. */
  end(): void
}

/** On a terminal whoever looks on wants to hear of what is slow or refused, not of every picture that was fetched. */
const SLOW_MS = 1_000

const levelOf = (status: number) => (status >= 500 ? 'error' : 'info')

function asJson(out: DestinationStream, allow: (entry: object) => Record<string, unknown>): Omit<Log, 'end'> {
  const log = pino(
    {
      base: { pid: process.pid },
      timestamp: () => `,"time":"${clock.now().toISOString()}"`,
      formatters: { level: (level) => ({ level }), log: allow },
    },
    out,
  )
  return {
    seen: (request) => log[levelOf(request.status)]({ what: 'request', ...request }),
    fault: (fault) => log.error({ what: 'fault', ...fault }),
    said: (text) => {
      if (text.trim()) log.info({ what: 'said', text: text.trim() })
    },
  }
}

const causes = (fault: Pick<Fault, 'error' | 'code' | 'at' | 'cause' | 'message'>): string => {
  const { error, code, at, cause, message } = fault
  const said = [error, code, message && oneLine(message)].filter(Boolean).join(' ')
  return `${said}${at.length ? `\n    ${at.join('\n    ')}` : ''}${cause ? `\n  ← ${causes(cause)}` : ''}`
}

function asText(out: DestinationStream): Omit<Log, 'end'> {
  const write = (line: string) => out.write(`${line}\n`)
  return {
    seen: ({ operation, outcome, status, ms, request }) => {
      if (ms >= SLOW_MS || status >= 500) write(`${operation} ${outcome} ${Math.round(ms)} ms ${request}`)
    },
    fault: (fault) => write(`${fault.where}: ${causes(fault)}${fault.request ? `\n    ${fault.request}` : ''}`),
    said: (text) => write(text),
  }
}

export type LogTo = {
  readonly form: 'json' | 'text'
  readonly out: DestinationStream
  readonly end?: () => void
  /** For a test that shows what the list keeps out. */
  readonly allow?: (entry: object) => Record<string, unknown>
}

export function openLog({ form, out, end = () => {}, allow = allowed }: LogTo): Log {
  return { ...(form === 'json' ? asJson(out, allow) : asText(out)), end }
}

/** Lines that cannot leave are kept up to here; what comes then is lost. A disk full for days does not fill the memory, too. */
const KEPT_BYTES = 2 ** 20

/** On standard output. Lines leave in the background: who is answered does not wait for a disk or a slow reader. */
export function standardLog(form: 'json' | 'text'): Log {
  // A full disk or a reader that left costs lines of the log, never an answer and never the process.
  if (form === 'text') return openLog({ form, out: process.stdout.on('error', () => {}) })
  const out = pino.destination({ dest: 1, sync: false, maxLength: KEPT_BYTES })
  out.on('error', () => {})
  return openLog({ form, out, end: () => out.flushSync() })
}

/** For a command whose standard output is its answer. */
export const commandLog = (): Log =>
  openLog({ form: 'text', out: { write: (line) => void process.stderr.write(line) } })
