// A code that somebody asked for to see his own entry: one SMS, said at once, sealed like every other.
import { newId } from '#kernel/ids.ts'
import type { Context } from '#kernel/operation.ts'
import type { Lang } from '#kernel/words.ts'
import { noticeRows, smsOf } from './kinds.ts'
import { putOut, sealOut } from './outbox-store.ts'
import { fill } from './template.ts'

export const OWN_CODE = 'register.code'

/** As the register tells of it (register/phone-way). */
export type Told = {
  readonly id: string
  readonly phone: string
  readonly code: string
  readonly minutes: number
  readonly lang: Lang
}

export async function putCode({ actor, tx, keys, now, write }: Context, told: Told): Promise<void> {
  const { kinds } = await noticeRows(tx, actor.tenant)
  const values = { code: told.code, count: String(told.minutes) }
  const row = { tenant_id: actor.tenant, id: newId() }
  const text = fill(smsOf(kinds.get(OWN_CODE)!, told.lang), values)
  const sealed = sealOut(keys, row, told.phone, { subject: '', text, template: `${OWN_CODE}.${told.lang}`, values })
  const to = { channel: 'sms', kind: OWN_CODE, about_kind: 'code', about_id: told.id } as const
  write(putOut({ ...row, ...to, to_kind: 'resident', to_id: told.id, ...sealed, sendAt: now, now }))
}

/** Nobody can use a code that comes late. */
export const isStale = (row: { kind: string; since: Date }, now: Date): boolean =>
  row.kind === OWN_CODE && now.getTime() - row.since.getTime() > 10 * 60_000
