// Sealed values of the committee module, each bound to its table, column and row.
import type { Keys } from '#kernel/crypto.ts'
import { wordInstead } from '#kernel/ending/month-keys.ts'

type Row = { readonly tenant_id: string; readonly id: string }
type Column = 'body' | 'answer'

const at = ({ tenant_id, id }: Row, column: Column) => ({
  ...{ tenant: tenant_id, table: 'mediator_complaint', column, row: id },
})

export const sealIn = (keys: Keys, row: Row, column: Column, text: string): Buffer => keys.seal(text, at(row, column))

/** The text; where its time is over, the word that says so. */
export function openIn(keys: Keys, row: Row, column: Column, sealed: Buffer | null): string {
  if (!sealed || sealed.length === 0) return ''
  try {
    return keys.open(sealed, at(row, column))
  } catch (error) {
    const word = wordInstead(error)
    if (word === undefined) throw error
    return word
  }
}
