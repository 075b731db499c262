// What is put to a panel and what it writes, as it is sealed: each value bound to its table, column and row.
import type { Keys } from '#kernel/crypto.ts'
import { wordInstead } from '#kernel/ending/month-keys.ts'
import type { MeasureRow, MemberRow, PanelRow } from './store.ts'

type Row = { readonly tenant_id: string; readonly id: string }
type Table = 'panel' | 'panel_member' | 'panel_measure'

const at = (table: Table, { tenant_id, id }: Row, column: string) => ({ tenant: tenant_id, table, column, row: id })

export const sealed = (keys: Keys, table: Table, row: Row, column: string, value: object): Buffer =>
  keys.seal(JSON.stringify(value), at(table, row, column))

/** Empty where nothing is kept any more, or not yet. */
function opened<T extends object>(keys: Keys, table: Table, row: Row, column: string, value: Buffer | null) {
  if (!value || value.length === 0) return {} as Partial<T>
  try {
    return JSON.parse(keys.open(value, at(table, row, column))) as Partial<T>
  } catch (error) {
    if (wordInstead(error) === undefined) throw error
    return {} as Partial<T>
  }
}

export const putTo = (keys: Keys, row: PanelRow) =>
  opened<{ question: string; summary: string }>(keys, 'panel', row, 'put', row.put)

export const planIn = (keys: Keys, row: PanelRow) =>
  opened<{ words: string; why: string }>(keys, 'panel', row, 'plan', row.plan)

export const opinionIn = (keys: Keys, row: MemberRow) =>
  opened<{ words: string; basis: string }>(keys, 'panel_member', row, 'opinion', row.opinion)

export const measureIn = (keys: Keys, row: MeasureRow) =>
  opened<{ words: string; owner: string }>(keys, 'panel_measure', row, 'body', row.body)

/** Both values of a panel have one key: whoever changes the plan seals the question again with it. */
export const planOf = (keys: Keys, row: PanelRow, plan: { words: string; why: string }) => ({
  put: sealed(keys, 'panel', row, 'put', putTo(keys, row)),
  plan: sealed(keys, 'panel', row, 'plan', plan),
  key_version: keys.version,
})
