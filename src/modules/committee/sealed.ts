// Sealed values of the committee module, each bound to its table, column and row.
import type { Keys } from '#kernel/crypto.ts'
import { wordInstead } from '#kernel/ending/month-keys.ts'

type Row = { readonly tenant_id: string; readonly id: string }
type Column = 'body' | 'answer'
type Table = 'mediator_complaint' | 'mediator_applicant'

const at = (table: Table, { tenant_id, id }: Row, column: Column) => ({ tenant: tenant_id, table, column, row: id })

export const sealIn = (keys: Keys, table: Table, row: Row, column: Column, text: string): Buffer =>
  keys.seal(text, at(table, row, column))

/** The text; where its time is over, the word that says so. */
export function openIn(keys: Keys, table: Table, row: Row, column: Column, sealed: Buffer | null): string {
  if (!sealed || sealed.length === 0) return ''
  try {
    return keys.open(sealed, at(table, row, column))
  } catch (error) {
    const word = wordInstead(error)
    if (word === undefined) throw error
    return word
  }
}
