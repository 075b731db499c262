// Values of a file as they are sealed: each bound to its table, column and row.
import type { Keys } from '#kernel/crypto.ts'
import { wordInstead } from '#kernel/ending/month-keys.ts'

type Row = { readonly tenant_id: string; readonly id: string }
type Table =
  | 'mediation'
  | 'mediation_party'
  | 'mediation_record'
  | 'closed_note'
  | 'mediation_evidence'
  | 'mediation_agreement'
  | 'mediation_term'
  | 'follow_up'
  | 'mediation_handover'
  | 'mediation_step'
  | 'mediation_opening'
  | 'mediation_meeting'
  | 'mediation_invitation'
  | 'mediation_proposal'
  | 'mediation_disclosure'
  | 'mediation_avoidance'

const at = (table: Table, { tenant_id, id }: Row, column: string) => ({ tenant: tenant_id, table, column, row: id })

export const sealIn = (keys: Keys, table: Table, row: Row, column: string, text: string): Buffer =>
  keys.seal(text, at(table, row, column))

/** The text; where its time is over, the word that says so. */
export function openIn(keys: Keys, table: Table, row: Row, column: string, sealed: Buffer | null): string {
  if (!sealed || sealed.length === 0) return ''
  try {
    return keys.open(sealed, at(table, row, column))
  } catch (error) {
    const word = wordInstead(error)
    if (word === undefined) throw error
    return word
  }
}

/** Several fields sealed as one; undefined when its time is over. */
export function openJson<T>(keys: Keys, table: Table, row: Row, column: string, sealed: Buffer): T | undefined {
  const text = openIn(keys, table, row, column, sealed)
  return text.startsWith('{') ? (JSON.parse(text) as T) : undefined
}

/** Who is invited, and why; undefined when its time is over. */
export const invitedIn = (keys: Keys, row: Row & { readonly body: Buffer }) =>
  openJson<{ name: string; why: string }>(keys, 'mediation_invitation', row, 'body', row.body)
