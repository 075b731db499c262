// How a value of the register is sealed and hashed: bound to its row and to how often that row was sealed.
import type { Keys } from '#kernel/crypto.ts'

export type SealedAt = {
  readonly tenant: string
  readonly table: 'person' | 'person_past' | 'organisation' | 'correction'
  readonly column: string
  readonly row: string
  readonly seal: number
}

const bound = ({ seal, row, ...at }: SealedAt) => ({ ...at, row: `${row} ${seal}` })

export const seal = (keys: Keys, text: string, at: SealedAt): Buffer => keys.seal(text, bound(at))
export const unseal = (keys: Keys, sealed: Buffer, at: SealedAt): string => keys.open(sealed, bound(at))

export type BlindPurpose = 'id number' | 'phone' | 'same person' | 'household'

/** A keyed hash of 16 bytes, by which a whole value is found again and from which it cannot be read. */
export const blind = (keys: Keys, tenant: string, purpose: BlindPurpose, value: string): Buffer =>
  keys.mac(`blind ${tenant} ${purpose}`, value).subarray(0, 16)
