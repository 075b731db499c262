// Entering somebody: what is asked, what follows from an ID number, who is known already, and the row that is written.
import type { Keys } from '#kernel/crypto.ts'
import { k, type Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { readIdNumber } from '../classes/id-number.ts'
import { readPhone } from '../classes/phone.ts'
import { halfWidth } from '../classes/plain-text.ts'
import { registerProblems } from '../words.ts'
import { type PlainPerson, type SealedPerson, sealPerson } from './sealed.ts'

export type Told = {
  readonly name: string
  readonly phone: string
  readonly birth: string
  readonly homePlace: string
  readonly need: string
  readonly number: string
  readonly sex: 0 | 1 | 2 | 9
}

/** A phone as it is kept; refused when it cannot be one. */
export function phoneSaid(phone: string): string {
  if (!phone) return ''
  const read = readPhone(halfWidth(phone))
  if (!read) throw new Problem(registerProblems.badPhone)
  return read.phone
}

/** The phone as it is kept; birth day and sex as the ID number says them, where nobody said them, refused where they differ. */
export function asKept<T extends Pick<Told, 'number' | 'birth' | 'sex' | 'phone'>>(told: T, today: string): T {
  const phone = phoneSaid(told.phone)
  if (told.birth > today) throw new Problem(registerProblems.dayAhead)
  if (!told.number) return { ...told, phone }
  const read = readIdNumber(halfWidth(told.number), today)
  if (typeof read === 'string') throw new Problem(registerProblems.badNumber)
  if (told.birth && told.birth !== read.birth) throw new Problem(registerProblems.otherBirth)
  return { ...told, phone, number: read.number, birth: read.birth, sex: told.sex === 9 ? read.sex : told.sex }
}

/** Whether a purpose that needs the ID number itself is switched on today (decided 27: none by default). */
export const keepsNumber = async (tx: Tx, tenant: string, today: string): Promise<boolean> => {
  const rows = await tx.all(
    k.selectFrom('register_purpose').select(['columns', 'from_day', 'to_day']).where('tenant_id', '=', tenant),
  )
  return rows.some(
    (row) => row.columns.includes('number') && row.from_day <= today && (row.to_day === null || today <= row.to_day),
  )
}

/** Somebody of the reader's area with the same number, or the same name, birth day and address. */
export async function knownAs(
  tx: Tx,
  keys: Keys,
  tenant: string,
  sealed: Pick<SealedPerson, 'same_mac'>,
  number: string,
): Promise<{ id: string; by: 'number' | 'same' } | undefined> {
  const find = (column: 'number_mac' | 'same_mac', mac: Buffer) =>
    tx.first(
      k
        .selectFrom('person')
        .select('id')
        .where('tenant_id', '=', tenant)
        .where(column, '=', mac)
        .where('state', '<>', 'merged')
        .limit(1),
    )
  for (const mac of number ? keys.blinds(tenant, 'id number', number) : []) {
    const row = await find('number_mac', mac)
    if (row) return { id: row.id, by: 'number' }
  }
  const row = sealed.same_mac && (await find('same_mac', sealed.same_mac))
  return row ? { id: row.id, by: 'same' } : undefined
}

/** Sealed anew for a row that is there: what was not told again keeps its hashes. */
export function sealAgain(
  keys: Keys,
  row: { tenant_id: string; id: string; seal_no: number; number_mac: Buffer | null },
  plain: PlainPerson,
  options: { addressKey: string; keepNumber: boolean },
) {
  const seal = row.seal_no + 1
  const sealed = sealPerson(keys, { tenant: row.tenant_id, id: row.id, seal }, plain, options)
  return { ...sealed, seal_no: seal, number_mac: plain.number ? sealed.number_mac : row.number_mac }
}
