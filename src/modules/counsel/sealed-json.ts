// Several values of a row in one sealed column, bound to its table, column and row.
import type { Keys } from '#kernel/crypto.ts'
import { wordInstead } from '#kernel/ending/month-keys.ts'

type Row = { readonly tenant_id: string; readonly id: string }
type Table = 'panel' | 'panel_member' | 'panel_measure' | 'law_advice'

const at = (table: Table, { tenant_id, id }: Row, column: string) => ({ tenant: tenant_id, table, column, row: id })

export const sealed = (keys: Keys, table: Table, row: Row, column: string, value: object): Buffer =>
  keys.seal(JSON.stringify(value), at(table, row, column))

/** Empty where nothing is kept any more, or not yet. */
export function opened<T extends object>(keys: Keys, table: Table, row: Row, column: string, value: Buffer | null) {
  if (!value || value.length === 0) return {} as Partial<T>
  try {
    return JSON.parse(keys.open(value, at(table, row, column))) as Partial<T>
  } catch (error) {
    if (wordInstead(error) === undefined) throw error
    return {} as Partial<T>
  }
}
