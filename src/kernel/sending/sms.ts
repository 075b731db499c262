// SMS by a gateway that takes JSON over HTTP, signed, so that neither side believes a stranger.
import { createHmac } from 'node:crypto'
import { clock } from '../clock.ts'
import { SendProblem } from './send-problem.ts'

/** A number, a link, an instant: what a registered template has places for. */
export type SmsValues = Readonly<Record<string, string>>
export type SmsProvider = {
  readonly name: string
  /**
   * `template` is the code under which the text was registered with the carrier, `text` what it says when filled in,
   * `ref` our id, the same at every try: a gateway that remembers it sends once. Throws SendProblem.
   */
  send(
    to: string,
    template: string,
    values: SmsValues,
    more: { readonly text: string; readonly ref: string },
  ): Promise<{ id: string }>
}

const PATIENCE_MS = 10_000

/** `X-Linli-Signature` of a body sent at a second: HMAC-SHA-256 under the shared key over `second.body`, in hex. */
export const smsSignature = (key: string, second: string, body: string): string =>
  createHmac('sha256', key).update(`${second}.${body}`).digest('hex')

/** POSTs `{to, template, values, text, ref}` to `SMS_URL`; 200 with `{id}` means taken over, 4xx refused, anything else later. */
export const httpSms = (url: string, key: string): SmsProvider => ({
  name: 'http',
  async send(to, template, values, { text, ref }) {
    const body = JSON.stringify({ to, template, values, text, ref })
    const second = String(Math.floor(clock.now().getTime() / 1000))
    const headers = {
      'content-type': 'application/json',
      'x-linli-time': second,
      'x-linli-signature': smsSignature(key, second, body),
    }
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: Error) => {
      throw new SendProblem(error.name === 'TimeoutError' ? 'timeout' : 'unreachable')
    })
    if (response.status === 429 || response.status >= 500) throw new SendProblem('busy')
    if (!response.ok) throw new SendProblem('refused')
    const answer = (await response.json().catch(() => undefined)) as { id?: unknown } | undefined
    if (typeof answer?.id !== 'string' || answer.id === '') throw new SendProblem('badAnswer')
    return { id: answer.id.slice(0, 120) }
  },
})
