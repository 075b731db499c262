// Whether a text names somebody of a file: for what is shown to people who are to judge it without knowing whom it is about.
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { inFull } from './parties.ts'
import { type MediationRow, partiesOf } from './store.ts'

/** Anybody is called by one character in some text. */
const SHORTEST_NAME = 2

/** A party’s whole name or phone stands in it, with or without blanks between. */
export async function namesParty(tx: Tx, keys: Keys, row: MediationRow, text: string): Promise<boolean> {
  const told = text.replaceAll(/[\s·-]/g, '')
  const known = (await partiesOf(tx, row)).flatMap((party) => {
    const { name, phone } = inFull(keys, party)
    return [name, phone ?? '']
  })
  return known
    .map((value) => value.replaceAll(/[\s·-]/g, ''))
    .some((value) => value.length >= SHORTEST_NAME && told.includes(value))
}
