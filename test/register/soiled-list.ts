// A list of residents as a city's sender writes them, with twenty kinds of broken rows, at addresses of the demo street.
import { type Counts, type Sheet, sheetsOf } from '#demo/city/sheets.ts'
import { emptyTally, soiled, type Tally } from '#demo/city/soiled.ts'
import type { Cells } from '#demo/city/writing.ts'

export type List = {
  /** As a .csv in UTF-8. */
  readonly csv: string
  readonly headings: Sheet['headings']
  /** Of each line of the file, its cells. */
  readonly lines: readonly (readonly string[])[]
  /** What a reader should find. */
  readonly tally: Tally
}

const HOMES = 60
const counts = (people: number): Counts => ({
  ...{
    registered: people,
    home: Math.ceil(people / 3),
    floating: 1,
    rented: 1,
    special: 1,
    organisation: 1,
    school: 1,
  },
})

function* atDoors(rows: Iterable<Cells>, building: string): Generator<Cells> {
  for (const row of rows) {
    const house = Number(row.householdNumber?.replaceAll(/\D/g, '').slice(-4) ?? 0) % HOMES
    yield { ...row, address: `${building}${100 + house}室` }
  }
}

/** Good people of that building, one row each, as the cells of a sheet. */
export function peopleAt(building: string, people: number, seed: number): Cells[] {
  const sheet = sheetsOf(counts(people), seed).find((one) => one.class === 'registered')!
  return [...atDoors(sheet.rows, building)]
}

/** `broken`: broken rows of a thousand good ones, the twenty kinds in turn; `repeats`: the same of rows sent twice. */
export function soiledList(
  building: string,
  people: number,
  { seed = 7, broken = 40, repeats = 10 }: { seed?: number; broken?: number; repeats?: number } = {},
): List {
  const sheet = sheetsOf(counts(people), seed).find((one) => one.class === 'registered')!
  const tally = emptyTally()
  const lines = [
    ...soiled({ ...sheet, rows: atDoors(sheet.rows, building) }, seed, { faults: 20, broken, repeats }, tally),
  ]
  return { csv: `${lines.map((cells) => cells.join(',')).join('\n')}\n`, headings: sheet.headings, lines, tally }
}
