// One SMS or e-mail, filled, sealed and laid into the outbox.
import type { Actor } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import type { Context } from '#kernel/operation.ts'
import type { Lang } from '#kernel/words.ts'
import { bodyOf, smsOf, titleOf } from './kinds.ts'
import { putOut, sealOut } from './outbox-store.ts'
import { fill, type Said, textsOf } from './template.ts'
import type { KindView } from './usual-kind.ts'

export type Letter = {
  readonly channel: 'sms' | 'email'
  readonly to: { readonly kind: 'account' | 'reporter'; readonly id: string; readonly address: string }
  readonly lang: Lang
  readonly link: string
  readonly sendAt: Date
}

/** The row that a sweep will send. Links are the one secret in it, so the message is sealed like the address. */
export function writeLetter(
  { actor, keys, now, write }: Pick<Context, 'actor' | 'keys' | 'now' | 'write'>,
  kind: KindView,
  about: { readonly kind: string; readonly id: string },
  said: Said,
  { channel, to, lang, link, sendAt }: Letter,
  items: readonly string[] = [],
): void {
  const row = { tenant_id: actor.tenant, id: newId() }
  const texts = { ...textsOf(said, lang), link }
  const values = Object.fromEntries(Object.entries(texts).filter(([name]) => name !== 'kind' && name !== 'area'))
  const subject = fill(titleOf(kind, lang), texts)
  const text =
    channel === 'sms'
      ? fill(smsOf(kind, lang), texts)
      : [fill(bodyOf(kind, lang), texts), ...items, link].filter((part) => part !== '').join('\n\n')
  write(
    putOut({
      ...row,
      channel,
      kind: kind.code,
      about_kind: about.kind,
      about_id: about.id,
      to_kind: to.kind,
      to_id: to.id,
      ...sealOut(keys, row, to.address, {
        subject: channel === 'email' ? subject : '',
        text,
        template: `${kind.code}.${lang}`,
        values: channel === 'sms' ? values : {},
      }),
      sendAt,
      now,
    }),
  )
}

export const emailAt = (tenant: string, account: string) => ({
  tenant,
  table: 'notice_wish',
  column: 'email',
  row: account,
})

export const openEmail = (keys: Context['keys'], actor: Actor, one: { id: string; email: Buffer | null }): string =>
  keys.open(one.email!, emailAt(actor.tenant, one.id))
