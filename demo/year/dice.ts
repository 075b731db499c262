// Chance that is the same every time: a fixed seed and a label give a number, so the demo's year never changes by itself.

const SEED = 'linli-2026'

/** A number from 0 up to 1 for a label; FNV-1a over the letters, then Murmur3's last mixing, which spreads near labels. */
export function dice(label: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${SEED} ${label}`) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** A whole number from `least` to `most`, both included. */
export const between = (label: string, least: number, most: number): number =>
  least + Math.floor(dice(label) * (most - least + 1))

export const oneOf = <T>(label: string, list: readonly T[]): T => list[Math.floor(dice(label) * list.length)]!

/** The same list in an order of its own. */
export const shuffled = <T>(label: string, list: readonly T[]): T[] =>
  list
    .map((one, at) => [dice(`${label} ${at}`), one] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, one]) => one)
