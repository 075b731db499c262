// The sums of an area, and what of them is told to a reader who may not open the files.
import type { CountedFile } from '#modules/mediation/index.ts'
import { SMALL } from './small.ts'
import { type Tally, tally } from './tally.ts'

type Name = keyof Tally
export type Sums = { readonly [K in Name]: number | null }

/** Parts that together are a sum told beside them. */
const PARTS: readonly (readonly Name[])[] = [
  ['initiative', 'applied', 'referred'],
  ['court', 'procuratorate', 'police', 'petition', 'others'],
  ['oral', 'written'],
]
/** What is told beside what it is part of: neither it nor the rest may be few. */
const WITHIN: readonly (readonly [part: Name, whole: Name])[] = [
  ['settled', 'taken'],
  ['failed', 'taken'],
  ['open', 'taken'],
  ['hard', 'taken'],
  ['due', 'settled'],
  ['performed', 'due'],
  ['asked', 'written'],
  ['confirmed', 'asked'],
]

const isFew = (n: number): boolean => n > 0 && n < SMALL

/** Of parts of a sum: the few, and with them the next smallest until what is not told is not few itself. */
function hiddenOf(sum: Tally, parts: readonly Name[]): readonly Name[] {
  const rising = parts.filter((name) => sum[name] > 0).sort((a, b) => sum[a] - sum[b])
  const hidden: Name[] = []
  let count = 0
  for (const name of rising) {
    if (!(isFew(sum[name]) || isFew(count))) break
    hidden.push(name)
    count += sum[name]
  }
  return hidden
}

/** What is not told of these sums: the few, and what would tell them by subtraction. */
export function told(sum: Tally): Sums {
  const rest = WITHIN.flatMap(([part, whole]) => (isFew(sum[whole] - sum[part]) ? [part] : []))
  const hidden = new Set<Name>([...PARTS.flatMap((parts) => hiddenOf(sum, parts)), ...rest])
  // What is taken is what everything else is told of: rather not what was only registered.
  if (isFew(sum.registered - sum.taken)) hidden.add('registered')
  // The money of few agreements is what was agreed in one of them.
  if (sum.settled < SMALL) hidden.add('fen')
  const kept = Object.entries(sum).map(([name, n]) => {
    const few = name !== 'fen' && isFew(n)
    return [name, few || hidden.has(name as Name) ? null : n] as const
  })
  return Object.fromEntries(kept) as Sums
}

export function total(files: readonly CountedFile[], cutOff: string, joined: boolean): Sums {
  const sum = tally(files, cutOff)
  return joined ? told(sum) : sum
}
