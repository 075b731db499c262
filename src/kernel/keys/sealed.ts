// Which columns hold sealed values, said by whoever owns the table: what a rotation of the root key has to seal anew.
import type { Binding, Blinded } from '../crypto.ts'

/** A hash that a rotation makes anew from the sealed text beside it. */
export type Remade = {
  readonly column: string
  readonly purpose: Blinded
  /** The sealed column that it is of. */
  readonly of: string
  /** What is hashed of the text; all of it, unless said. */
  readonly text?: (plain: string) => string
}

export type SealedTable = {
  readonly table: string
  /** The table that its values are bound to, where that is another: they are to become rows of it. */
  readonly boundTo?: string
  /** What names a row in its binding; with tenant_id it is the key of the table. A uuid unless said. */
  readonly row: string
  readonly rowType?: 'text'
  /** Those not bound under their own name say under which. */
  readonly columns: readonly (string | { readonly column: string; readonly boundAs: string })[]
  /** The column that counts how often a row was sealed. */
  readonly seal?: string
  /** The column that says which version of the key sealed a row. */
  readonly version?: string
  readonly remade?: readonly Remade[]
}

/** The answers that the door keeps. */
export const sealed: readonly SealedTable[] = [{ table: 'command', row: 'key', rowType: 'text', columns: ['answer'] }]

type Column = { readonly column: string; readonly boundAs: string }

export const columnsOf = (table: SealedTable): Column[] =>
  table.columns.map((one) => (typeof one === 'string' ? { column: one, boundAs: one } : one))

/** Where a value of a row is bound; `seal`: the number it was, or will be, sealed for. */
export const bindingIn = (
  table: SealedTable,
  at: Column,
  row: { tenant: string; row: string },
  seal: number | null,
): Binding => ({
  ...{ tenant: row.tenant, table: table.boundTo ?? table.table, column: at.boundAs, row: row.row },
  ...(seal === null ? {} : { seal }),
})
