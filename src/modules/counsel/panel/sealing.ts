// What is put to a panel and what it writes, as it is sealed: each value bound to its table, column and row.
import type { Keys } from '#kernel/crypto.ts'
import { opened, sealed } from '../sealed-json.ts'
import type { MeasureRow, MemberRow, PanelRow } from './store.ts'

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
