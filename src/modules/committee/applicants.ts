// What an applicant left and was told, sealed for his row; the receipt that leads to it.
import { type Actor, anonymous } from '#kernel/access.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Directory } from '#kernel/directory.ts'
import { readCode } from '#kernel/ids.ts'
import type { ApplicantRow } from './recruiting-store.ts'
import { openIn } from './sealed.ts'

export type Told = { readonly name: string; readonly phone: string; readonly about: string }

/** Empty once its time is over. */
export function toldBy(keys: Keys, row: ApplicantRow): Told {
  const text = openIn(keys, 'mediator_applicant', row, 'body', row.body)
  return text.startsWith('{') ? (JSON.parse(text) as Told) : { name: '', phone: '', about: text }
}

/** A word before the code, so that no other receipt opens an application. */
export const applicantKey = (receipt: string): string => `applicant ${readCode(receipt)}`

export async function enterByApplication(input: { receipt: string }, actor: Actor, directory: Directory) {
  const found = await directory.find('receipt', applicantKey(input.receipt))
  if (!found) return undefined
  const { tenant, subject: id } = found
  return { ...anonymous(actor.lang), kind: 'resident' as const, tenant, id, ids: [id] }
}
