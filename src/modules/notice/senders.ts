// Through whom messages leave: what the settings name; on a demo system without them, the demo phone; else nobody yet.
import type { Config } from '#kernel/config.ts'
import { newId } from '#kernel/ids.ts'
import { type MailProvider, smtpMail } from '#kernel/sending/mail.ts'
import { SendProblem } from '#kernel/sending/send-problem.ts'
import { httpSms, type SmsProvider } from '#kernel/sending/sms.ts'

export type Senders = { readonly sms: SmsProvider; readonly mail: MailProvider }

/** Sends nothing: the outbox row, marked as taken by `demo`, is what /demo/phone shows. */
const demo = { name: 'demo', send: async () => ({ id: `demo-${newId()}` }) }
export const demoSenders: Senders = { sms: demo, mail: demo }

/** In production without a provider a message waits for a day, visibly, for somebody to set one. */
const nobody = {
  name: 'none',
  send: async (): Promise<{ id: string }> => {
    throw new SendProblem('notConfigured')
  },
}

export function openSenders({ env, sms, smtp }: Pick<Config, 'env' | 'sms' | 'smtp'>): Senders {
  const otherwise = env === 'production' ? nobody : demo
  return {
    sms: sms ? httpSms(sms.url, sms.key) : otherwise,
    mail: smtp ? smtpMail(smtp.url, smtp.from) : otherwise,
  }
}
