// The registers of an invented city as its departments would send them, of any size, always the same for a seed.
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeCsv, writeXlsx } from '#kernel/sheets/write.ts'
import { areaFilesFor } from './areas.ts'
import { DISTRICT } from './doors.ts'
import { type Counts, type Sheet, sheetsOf } from './sheets.ts'
import { type Dirt, emptyTally, soiled, type Tally } from './soiled.ts'

/** The city of row M36, whose registers a news report counted. */
const WHOLE: Counts = {
  registered: 2_116_045,
  floating: 8_746,
  home: 542_495,
  rented: 454,
  special: 868,
  organisation: 6_965,
  school: 360,
}
export const WHOLE_ROWS = Object.values(WHOLE).reduce((sum, count) => sum + count, 0)
/** Fewer of a class would show nothing. */
const LEAST = 4

/** So many rows in the proportions of the whole city; what rounding leaves goes to the residents. */
export function countsFor(rows: number): Counts {
  const share = (count: number) => Math.max(LEAST, Math.round((count * rows) / WHOLE_ROWS))
  const { registered: _, ...others } = WHOLE
  const counts = Object.fromEntries(Object.entries(others).map(([code, count]) => [code, share(count)]))
  const rest = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { ...counts, registered: rows - rest } as Counts
}

export type CityOptions = Dirt & { readonly rows: number; readonly seed: number; readonly xlsx: boolean }
export const usualCity: CityOptions = { rows: WHOLE_ROWS, seed: 7, xlsx: false, faults: 20, broken: 5, repeats: 10 }

type Told = Tally & { readonly file: string; readonly encoding: string; readonly dropped: readonly string[] }
export type Expected = {
  readonly rows: number
  readonly seed: number
  readonly district: typeof DISTRICT
  readonly areas: number
  readonly classes: Readonly<Record<string, Told>>
}

async function writeSheet(folder: string, sheet: Sheet, options: CityOptions): Promise<Told> {
  const isBook = options.xlsx && sheet.class === 'registered'
  const file = `${sheet.class}-${sheet.title}.${isBook ? 'xlsx' : 'csv'}`
  const tally = emptyTally()
  const rows = soiled(sheet, options.seed, options, tally)
  const to = createWriteStream(path.join(folder, file))
  if (isBook) await writeXlsx(to, [{ name: sheet.title, rows }])
  else await writeCsv(to, rows, sheet.encoding)
  const dropped = sheet.headings.flatMap(([heading, cell]) =>
    cell === 'forbidden' || cell === 'unneeded' ? [heading] : [],
  )
  return { file, encoding: isBook ? 'xlsx' : sheet.encoding, dropped, ...tally }
}

/** Writes the seven files, the three of the area tree, and `expected.json` with what a reader should find in them. */
export async function writeCity(folder: string, options: CityOptions, say: (line: string) => void): Promise<Expected> {
  mkdirSync(folder, { recursive: true })
  const counts = countsFor(options.rows)
  const { tree, grids, buildings, areas } = areaFilesFor(counts.home, options.seed)
  const put = (name: string, content: unknown) => writeFileSync(path.join(folder, name), `${JSON.stringify(content)}\n`)
  put('tree.json', tree)
  put('grids.geojson', { type: 'FeatureCollection', features: grids })
  put('buildings.geojson', { type: 'FeatureCollection', features: buildings })
  say(`${areas} 个区域 · ${areas} areas`)
  const classes: Record<string, Told> = {}
  for (const sheet of sheetsOf(counts, options.seed)) {
    const told = await writeSheet(folder, sheet, options)
    classes[sheet.class] = told
    say(`${told.file}: ${told.rows} 行 · rows`)
  }
  const expected: Expected = { rows: options.rows, seed: options.seed, district: DISTRICT, areas, classes }
  writeFileSync(path.join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
  return expected
}
