// The invented city: the same every time, its addresses in its tree, and every row of its files as expected.json says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSheets } from '#kernel/sheets/read.ts'
import { BuildingFile, buildingRows, GridFile, gridRows, treeRows } from '#modules/area/index.ts'
import { type Address, readAddress } from '../../src/modules/register/classes/address.ts'
import { checkRow } from '../../src/modules/register/classes/check-row.ts'
import { CLASSES, type ClassCode } from '../../src/modules/register/classes/column.ts'
import { mapHeadings } from '../../src/modules/register/classes/heading.ts'
import { type Expected, usualCity, WHOLE_ROWS, writeCity } from './write-city.ts'

const folders: string[] = []
const city = async (options: Partial<typeof usualCity>) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-city-'))
  folders.push(folder)
  return { folder, expected: await writeCity(folder, { ...usualCity, rows: 2000, broken: 40, ...options }, () => {}) }
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const json = (folder: string, name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))

/** Names of the buildings that the area import would make, as addresses have them. */
function buildingsIn(folder: string): Set<string> {
  const rows = buildingRows(BuildingFile.parse(json(folder, 'buildings.geojson')))
  return new Set(rows.filter((row) => row.level === 'building').map((row) => readAddress(row.name).key))
}

/** What the check finds in one file, counted as expected.json counts it. */
async function found(
  folder: string,
  code: ClassCode,
  { file }: Expected['classes'][string],
  isPlace: (address: Address) => boolean,
) {
  const tally = {
    rows: 0,
    good: 0,
    repeats: 0,
    broken: {} as Record<string, number>,
    lines: [] as { line: number; reason: string }[],
  }
  const seen = new Set<string>()
  let mapping: ReturnType<typeof mapHeadings> | undefined
  for await (const piece of readSheets(path.join(folder, file), file))
    for (const { cells, line } of piece) {
      if (!mapping) {
        mapping = mapHeadings(code, cells)
        continue
      }
      tally.rows++
      const checked = checkRow(code, mapping, cells, { today: '2026-11-22', isPlace })
      if (checked.ok) {
        const same = JSON.stringify(checked.entry)
        if (seen.has(same)) tally.repeats++
        else tally.good++
        seen.add(same)
        continue
      }
      const { reason } = checked.faults[0]!
      expect([line, checked.faults.length]).toEqual([line, 1])
      tally.broken[reason] = (tally.broken[reason] ?? 0) + 1
      tally.lines.push({ line, reason })
    }
  return {
    tally,
    dropped: mapping!.headings.filter((one) => one.column === 'never').map((one) => one.heading),
    missing: mapping!.missing,
  }
}

test.each(CLASSES)(
  '%s: every row comes out as expected.json says, and nothing is found of what must not be kept',
  async (code) => {
    const { folder } = await city({ xlsx: code === 'registered' })
    const told = (json(folder, 'expected.json') as Expected).classes[code]!
    const buildings = buildingsIn(folder)
    const isPlace = ({ before, building }: Address) =>
      code === 'organisation' ||
      code === 'school' ||
      [...before].some((_, at) => buildings.has(before.slice(at) + building))
    const { tally, dropped, missing } = await found(folder, code, told, isPlace)
    const { rows, good, repeats, broken, lines } = told
    expect(tally).toEqual({ rows, good, repeats, broken, lines })
    expect([...dropped].sort()).toEqual([...told.dropped].sort())
    expect(missing).toEqual([])
  },
)

test('twenty kinds of faults where twenty are asked for, and none where none is', async () => {
  const { expected } = await city({ faults: 20 })
  expect(Object.keys(expected.classes.registered!.broken)).toHaveLength(20)
  const clean = await city({ faults: 0 })
  expect(Object.values(clean.expected.classes).map((one) => one.lines.length)).toEqual(CLASSES.map(() => 0))
})

test('the same seed writes the same bytes, another seed other people', async () => {
  const [one, same, other] = [await city({}), await city({}), await city({ seed: 8 })]
  const bytes = (folder: string, name: string) => readFileSync(path.join(folder, name)).toString('base64')
  for (const name of [
    'tree.json',
    'grids.geojson',
    'buildings.geojson',
    ...Object.values(one.expected.classes).map(({ file }) => file),
  ])
    expect(bytes(one.folder, name) === bytes(same.folder, name), name).toBe(true)
  expect(other.expected.classes.registered!.good).toBe(one.expected.classes.registered!.good)
  expect(bytes(other.folder, one.expected.classes.registered!.file)).not.toBe(
    bytes(one.folder, one.expected.classes.registered!.file),
  )
})

test('the tree is one that the area import takes, and the whole city has the published counts', async () => {
  const { folder, expected } = await city({})
  const tree = treeRows(json(folder, 'tree.json'))
  const grids = gridRows(GridFile.parse(json(folder, 'grids.geojson')))
  const buildings = buildingRows(BuildingFile.parse(json(folder, 'buildings.geojson')))
  expect(tree.length + grids.length + buildings.length).toBe(expected.areas)
  const codes = new Set([expected.district.code, ...tree.map((row) => row.key), ...grids.map((row) => row.key)])
  for (const row of [...tree, ...grids, ...buildings.filter((one) => one.level === 'building')])
    expect(codes.has(row.parent)).toBe(true)
  expect(WHOLE_ROWS).toBe(2_675_933)
})
