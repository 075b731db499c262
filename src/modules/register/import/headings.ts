// Which row of a sheet holds its headings: senders like to write a title above them.
import type { ClassCode } from '../classes/column.ts'
import type { Mapping } from '../classes/entry.ts'
import { mapHeadings } from '../classes/heading.ts'

/** A title, a note, a line for the date: headings stand among the first rows of a sheet. */
const LOOKED_AT = 10

export type Headed = { readonly at: number; readonly headings: readonly string[]; readonly mapping: Mapping }

const known = (mapping: Mapping) => mapping.headings.filter(({ column }) => column !== 'unknown').length

/** The first row that names most columns; undefined where none of the first rows names any. */
export function headingsIn(
  code: ClassCode,
  rows: readonly (readonly string[])[],
  remembered: Readonly<Record<string, string>>,
): Headed | undefined {
  let best: Headed | undefined
  for (const [at, cells] of rows.slice(0, LOOKED_AT).entries()) {
    const headings = cells.map((cell) => cell.trim().slice(0, 200))
    const mapping = mapHeadings(code, headings, remembered)
    if (known(mapping) > (best ? known(best.mapping) : 0)) best = { at, headings, mapping }
  }
  return best
}
