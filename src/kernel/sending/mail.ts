// E-mail by SMTP: the only file that knows nodemailer, which is loaded with the first message: most processes send none.
import type { Transporter } from 'nodemailer'
import { SendProblem } from './send-problem.ts'

/** `ref` is ours and the same at every try, so that a reader's mail program shows a message sent twice once. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly ref: string }
export type MailProvider = { readonly name: string; send(mail: Mail): Promise<{ id: string }> }

const PATIENCE_MS = 20_000

async function transportTo(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Sends by the server of `SMTP_URL` (smtp: or smtps:, sign-in inside the address) as `SMTP_FROM`. Throws SendProblem. */
export function smtpMail(url: string, from: string): MailProvider {
  let transport: Promise<Transporter> | undefined
  const host = /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'linli.invalid'
  return {
    name: 'smtp',
    async send({ to, subject, text, ref }) {
      transport ??= transportTo(url)
      const sender = await transport
      try {
        // An address as an object: a comma or a bracket in it cannot add another receiver.
        const sent = await sender.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${ref}@${host}>`,
        })
        return { id: sent.messageId }
      } catch (error) {
        throw problemOf(error)
      }
    },
  }
}

/** SMTP answers 5xx for good and 4xx for now; without an answer after the data it may or may not be on its way. */
function problemOf(error: unknown): SendProblem {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  if (responseCode !== undefined && responseCode >= 500) return new SendProblem('refused')
  if (responseCode !== undefined && responseCode >= 400) return new SendProblem('busy')
  if (code === 'ETIMEDOUT') return new SendProblem('timeout')
  return new SendProblem(code === 'EENVELOPE' ? 'refused' : 'unreachable')
}
