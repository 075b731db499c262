// The rows of a sheet as they arrive: good ones in several ways of writing, some twice, some broken.
import type { Sheet } from './sheets.ts'
import { throwsOf } from './throws.ts'
import { type Cells, written } from './writing.ts'

export type Dirt = {
  /** Kinds of broken rows, at most twenty. */
  readonly faults: number
  /** Of a thousand good rows: broken ones, and ones sent twice, that come on top. */
  readonly broken: number
  readonly repeats: number
}

/** What a reader of the file should find. */
export type Tally = {
  /** Rows below the heading. */
  rows: number
  good: number
  repeats: number
  broken: Record<string, number>
  /** Line in the file, from 1 for the heading, and reason of each broken row; the first ten thousand. */
  lines: { line: number; reason: string }[]
}

export const emptyTally = (): Tally => ({ rows: 0, good: 0, repeats: 0, broken: {}, lines: [] })

const LINES_TOLD = 10_000
/** How far behind a row its repeat comes. */
const REMEMBERED = 200

/** Whether one more is due after `count` rows, so many in a thousand. */
const isDue = (count: number, inThousand: number): boolean =>
  Math.floor((count * inThousand) / 1000) > Math.floor(((count - 1) * inThousand) / 1000)

/** Heading, then rows; `tally` is filled as they are taken. Cells of which nothing may be kept are marks found nowhere else. */
export function* soiled(sheet: Sheet, seed: number, dirt: Dirt, tally: Tally): Generator<readonly string[]> {
  const throws = throwsOf(seed, `dirt ${sheet.class}`)
  const breaks = sheet.breaks.slice(0, dirt.faults)
  const remembered: Cells[] = []
  let broken = 0
  const lineOf = (cells: Cells): string[] => {
    tally.rows++
    const mark = String(tally.rows).padStart(7, '0')
    const line = sheet.headings.map(([, cell]) =>
      cell === 'forbidden'
        ? `禁存${sheet.class}${mark}`
        : cell === 'unneeded'
          ? `多余${sheet.class}${mark}`
          : (cells[cell] ?? ''),
    )
    return cells.beyond ? [...line, cells.beyond] : line
  }
  yield sheet.headings.map(([heading]) => heading)
  for (const good of sheet.rows) {
    tally.good++
    remembered[tally.good % REMEMBERED] = good
    yield lineOf(written(good, throws))
    if (isDue(tally.good, dirt.repeats)) {
      tally.repeats++
      yield lineOf(written(remembered[throws.below(remembered.length)] ?? good, throws))
    }
    if (!isDue(tally.good, dirt.broken) || breaks.length === 0) continue
    const { reason, cells } = breaks[broken++ % breaks.length]!
    tally.broken[reason] = (tally.broken[reason] ?? 0) + 1
    yield lineOf(cells(good))
    if (tally.lines.length < LINES_TOLD) tally.lines.push({ line: tally.rows + 1, reason })
  }
}
