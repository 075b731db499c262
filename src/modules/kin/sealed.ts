// Declarations as they are sealed: bound to their row.
import type { Keys } from '#kernel/crypto.ts'
import { wordInstead } from '#kernel/ending/month-keys.ts'

type Row = { readonly tenant_id: string; readonly id: string }
export type Body = { readonly name: string; readonly phone: string; readonly address: string }

const at = ({ tenant_id, id }: Row) => ({ tenant: tenant_id, table: 'kin', column: 'body', row: id })

export const sealBody = (keys: Keys, row: Row, body: Body): Buffer => keys.seal(JSON.stringify(body), at(row))

export function openBody(keys: Keys, row: Row & { readonly body: Buffer }): Body {
  if (row.body.length === 0) return { name: '', phone: '', address: '' }
  try {
    return JSON.parse(keys.open(row.body, at(row))) as Body
  } catch (error) {
    const word = wordInstead(error)
    if (word === undefined) throw error
    return { name: word, phone: '', address: '' }
  }
}
