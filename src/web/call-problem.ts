// What came back instead of an answer, in the reader's language.
import type { Text } from '#kernel/words.ts'
import { currentLang } from './lang.ts'

const said: Record<'lost' | 'strange', Text> = {
  lost: {
    zh: '线路不通，内容还在这一页上。等网络恢复，再做一次；不会重复。',
    en: 'No connection. What you entered is still here; try again when it is back. Nothing will happen twice.',
  },
  strange: {
    zh: '服务器没有正常回答（{status}）。请稍后再做一次。',
    en: 'The server did not answer properly ({status}). Please try again shortly.',
  },
}

/** A field of a form that the server wants corrected. */
export type FieldProblem = { readonly path: string; readonly message: string }

export class CallProblem extends Error {
  readonly code: string
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>>, status: number) {
    super(message)
    this.code = code
    this.details = details
    this.status = status
  }

  /** From an answer of the server; anything that is not a problem's body becomes one that says so. */
  static from(answer: unknown, status: number): CallProblem {
    const { code, message, details } = (answer ?? {}) as { code?: string; message?: string; details?: object }
    if (code && message) return new CallProblem(code, message, { ...details }, status)
    return new CallProblem('call.strange', said.strange[currentLang()].replace('{status}', String(status)), {}, status)
  }

  /** The line was lost: whether the command was done is not known. */
  get isLost(): boolean {
    return this.status === 0
  }

  /** Not there, or not for this reader; the two look the same. */
  get isMissing(): boolean {
    return this.status === 404 || this.status === 403
  }

  /** Under which the server has written a fault of its own down. */
  get number(): string | undefined {
    return typeof this.details.request === 'string' ? this.details.request : undefined
  }

  /** Trying again may help. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 502
  }
}

export const lost = (): CallProblem => new CallProblem('call.lost', said.lost[currentLang()], {}, 0)
