// What the readers of recordings share: what they hand back, and how they give up on bytes that are not what they seem.

/** The bytes with what tells too much blanked in place, and how long they sound; seconds. */
export type Cleared = { readonly bytes: Buffer; readonly seconds: number }

/** The shape of a file is not what its first bytes say. */
export class Crooked extends Error {}

export function crookedUnless(right: boolean): asserts right {
  if (!right) throw new Crooked()
}
