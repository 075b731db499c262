// A mark that stays in a list when its rows are shuffled, cut and copied: of equal spellings of a cell, each export has its own.
// 3号楼 or 3栋, 1979-03-02 or 1979/03/02: whoever reads sees nothing odd, and which of them it is depends on the export and the cell.
import { createHash } from 'node:crypto'

type Spelled = { readonly kind: string; readonly spellings: readonly string[]; readonly at: number }

type Way = { readonly kind: string; readonly read: RegExp; readonly write: (parts: RegExpExecArray) => string[] }

const BUILDING = ['号楼', '栋', '幢']

/** Everything that is recognised, whatever column it stood in. The first spelling is the register's own. */
const WAYS: readonly Way[] = [
  {
    kind: 'day',
    read: /^(\d{4})[-/.](\d{2})[-/.](\d{2})$/,
    write: ([, y, m, d]) => ['-', '/', '.'].map((sign) => [y, m, d].join(sign)),
  },
  {
    kind: 'hidden phone',
    read: /^(1\d{2})[- ]?\*{4}[- ]?(\d{4})$/,
    write: ([, a, b]) => ['', '-', ' '].map((sign) => [a, '****', b].join(sign)),
  },
  {
    kind: 'phone',
    read: /^(1\d{2})[- ]?(\d{4})[- ]?(\d{4})$/,
    write: ([, a, b, c]) => ['', '-', ' '].map((sign) => [a, b, c].join(sign)),
  },
  {
    kind: 'hidden name',
    read: /^(\p{Script=Han})(?:\*\*|××|＊＊)$/u,
    write: ([, first]) => ['**', '××', '＊＊'].map((rest) => first + rest),
  },
  {
    kind: 'address',
    read: /^(.*\d)(?:号楼|栋|幢)(.*?\d)室?$/,
    write: ([, before, after]) =>
      BUILDING.flatMap((word) => [`${before}${word}${after}室`, `${before}${word}${after}`]),
  },
]

/** The equal spellings of a cell and which of them it has; undefined where there is only one. */
export function spelled(cell: string): Spelled | undefined {
  const text = cell.trim()
  for (const { kind, read, write } of WAYS) {
    const parts = read.exec(text)
    if (!parts) continue
    const spellings = write(parts)
    const at = spellings.indexOf(text)
    return at < 0 ? undefined : { kind, spellings, at }
  }
  return undefined
}

/** Four numbers of 32 bits, of an export or of a cell. */
type Four = Uint32Array
/** Copied out: what stands in a pool of buffers begins somewhere within it. */
const fourOf = (bytes: Uint8Array): Four => new Uint32Array(Uint8Array.from(bytes.subarray(0, 16)).buffer)
const cellFour = (canonical: string): Four => fourOf(createHash('sha256').update(canonical).digest())

/** Which spelling an export gives a cell: mixes its key, which nobody outside knows, with the cell's hash (murmur3's last step). */
function choice(key: Four, cell: Four, of: number): number {
  let mixed = 0
  for (let i = 0; i < 4; i++) {
    mixed = Math.imul(mixed ^ key[i]! ^ cell[i]!, 0x85ebca6b)
    mixed ^= mixed >>> 13
    mixed = Math.imul(mixed, 0xc2b2ae35)
    mixed ^= mixed >>> 16
  }
  return (mixed >>> 0) % of
}

/** Writes cells as one export spells them. `key`: 16 bytes or more, of this export alone. */
export function marker(key: Uint8Array): (cell: string) => string {
  const four = fourOf(key)
  return (cell) => {
    const found = spelled(cell)
    if (!found) return cell
    return found.spellings[choice(four, cellFour(found.spellings[0]!), found.spellings.length)]!
  }
}

type Marked = { readonly kind: string; readonly cell: Four; readonly of: number; readonly at: number }

/** Different cells that carry a mark; a cell that stands there twice says nothing new. */
function markedIn(cells: readonly string[]): Marked[] {
  const seen = new Map<string, Marked>()
  for (const text of cells) {
    const found = spelled(text)
    if (!found) continue
    const { kind, spellings, at } = found
    seen.set(`${spellings[0]} ${at}`, { kind, cell: cellFour(spellings[0]!), of: spellings.length, at })
  }
  return [...seen.values()]
}

/** One cell in thirty may have been written anew by hand or by a program. */
const CHANGED = 1 / 30
/** How much more likely than by chance, as a logarithm, before an export is named: chances of a thousand are one in ten thousand. */
const SURE = Math.log(1e7)

export type Trace<T> = {
  readonly found: T | undefined
  readonly marked: number
  readonly matching: number
  /** How many would match an export that has nothing to do with it. */
  readonly byChance: number
  /** That it is this export by chance alone: fewer than one in ten to the power of this; 0 where none is found. */
  readonly odds: number
}

/** The one export from which these cells come, or none. A kind of cell that somebody wrote anew counts for nothing, not against. */
export function trace<T>(
  cells: readonly string[],
  exports: readonly { readonly of: T; readonly key: Uint8Array }[],
): Trace<T> {
  const marked = markedIn(cells)
  let best = { score: SURE, found: undefined as T | undefined, matching: 0 }
  for (const { of, key } of exports) {
    const four = fourOf(key)
    const scores = new Map<string, number>()
    let matching = 0
    for (const one of marked) {
      const same = choice(four, one.cell, one.of) === one.at
      if (same) matching++
      const more = same ? Math.log((1 - CHANGED) * one.of) : Math.log((CHANGED * one.of) / (one.of - 1))
      scores.set(one.kind, (scores.get(one.kind) ?? 0) + more)
    }
    let score = 0
    for (const one of scores.values()) score += Math.max(0, one)
    if (score > best.score) best = { score, found: of, matching }
  }
  const byChance = Math.round(marked.reduce((sum, { of }) => sum + 1 / of, 0))
  // Each of the exports had its chance.
  const odds = best.found === undefined ? 0 : Math.floor((best.score - Math.log(exports.length)) / Math.LN10)
  return { found: best.found, marked: marked.length, matching: best.matching, byChance, odds: Math.max(0, odds) }
}
