// Ten thousand rows with twenty kinds of faults: each broken row is told by line, column and reason, nothing goes in by halves, and what was mended goes in.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheets } from '#kernel/sheets/read.ts'
import { register } from '#modules/register/contract.ts'
import { workOnImports } from '#modules/register/index.ts'
import { openStreet, type Street } from '../street.ts'
import { peopleAt, soiledList } from './soiled-list.ts'

const BUILDING = '清荷苑3号楼2单元'
const list = soiledList(BUILDING, 9_520)
const { tally } = list
const broken = tally.lines.length

let street: Street
let areaId: string
beforeAll(async () => {
  street = await openStreet()
  areaId = (await street.as('chenjing').actor()).posts[0]!.areaId
})
afterAll(() => street.close())

const work = () => workOnImports(street.house, street.opened.config.keyFile, street.tenant)
const look = (id: string) => street.as('chenjing').do(register.batch, { id })
async function checked(csv: string | Buffer, name = '户籍人口.csv'): Promise<string> {
  const staged = await street.house.spool.stage(Readable.from([Buffer.from(csv)]), 1e8)
  const input = { areaId, class: 'registered' as const, name, file: [staged.id] }
  const { id } = await street.as('chenjing').do(register.sendFile, input, { uploads: new Map([[staged.id, staged]]) })
  await work()
  const { version } = await look(id)
  await street.as('chenjing').do(register.checkBatch, { id, version })
  await work()
  return id
}
async function loaded(id: string, choice: 'good' | 'all' = 'good') {
  const { version } = await look(id)
  await street.as('chenjing').do(register.loadBatch, { id, version, choice })
  await work()
  return look(id)
}
async function stored(): Promise<Record<string, number>> {
  const { rows } = await street.owner.query(
    `select (select count(*) from person)::int as person, (select count(*) from home)::int as home,
       (select count(*) from household)::int as household, (select count(*) from import_offer)::int as offers`,
  )
  return rows[0]
}
async function told(id: string) {
  const rows = []
  for (let after = 0; ; ) {
    const page = await street.as('chenjing').do(register.batchFaults, { id, after, limit: 200 })
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}
async function rowsIn(bytes: Uint8Array, name: string): Promise<(readonly string[])[]> {
  const staged = await street.house.spool.stage(Readable.from([Buffer.from(bytes)]), 1e8)
  const source = await street.house.spool.open(staged.id)
  const rows: (readonly string[])[] = []
  for await (const piece of readSheets(source, name)) rows.push(...piece.map(({ cells }) => cells))
  await source.close()
  return rows
}

/** Whose value is told is masked: of the cell at most five signs stand there, and never a whole one of several. */
const isMasked = (value: string, cell: string) =>
  value === '' || (value !== cell && value.replaceAll('*', '').length <= Math.max(1, Math.min(7, cell.length - 2)))

test('twenty kinds of faults in ten thousand rows', async () => {
  expect([tally.rows >= 9_990, Object.keys(tally.broken).length]).toEqual([true, 20])
  const before = await stored()
  const id = await checked(list.csv)
  expect((await look(id)).tally).toEqual({
    ...{ read: tally.rows, good: tally.good, bad: broken, repeats: tally.repeats, offers: 0 },
  })

  // Told row by row.
  const rows = await told(id)
  expect(rows.map(({ line, faults }) => ({ line, reason: faults[0]!.reason, n: faults.length }))).toEqual(
    tally.lines.map((one) => ({ ...one, n: 1 })),
  )
  for (const { line, faults } of rows)
    for (const { heading, value, reason, text, hint } of faults) {
      const at = list.headings.findIndex(([name]) => name === heading)
      if (reason !== 'shifted') expect([line, reason, at >= 0]).toEqual([line, reason, true])
      expect([line, value, isMasked(value, list.lines[line - 1]![at] ?? '')]).toEqual([line, value, true])
      expect([reason, /[一-鿿]{2}/.test(text), hint.length > 4]).toEqual([reason, true, true])
    }

  // All or nothing: nothing.
  await expect(loaded(id, 'all')).rejects.toThrow('register.notAllGood')
  expect([(await look(id)).state, await stored()]).toEqual(['checked', before])

  // Good rows: exactly the rest.
  const sheet = await street.as('chenjing').do(register.faultSheet, { id })
  expect(await loaded(id)).toMatchObject({
    ...{ state: 'published', tally: { read: tally.rows, good: tally.good, bad: broken, repeats: tally.repeats } },
  })
  expect((await stored()).person).toBe(before.person! + tally.good)

  // The sheet to correct holds these rows and no others, without columns that nobody may keep.
  await expect(street.as('anxiaoya').do(register.faultSheet, { id })).rejects.toThrow('door.forbidden')
  expect((await street.as('anxiaoya').do(register.batch, { id })).can).not.toContain('faultSheet')
  const [head = [], ...lines] = await rowsIn(sheet.bytes, sheet.name)
  const kept = list.headings.flatMap((one, at) => (['forbidden', 'unneeded'].includes(one[1]) ? [] : [at]))
  expect(head.slice(0, -2)).toEqual(kept.map((at) => list.headings[at]![0]))
  const cellsOf = (line: number) => kept.map((at) => list.lines[line - 1]![at] ?? '')
  expect(lines.map((cells) => kept.map((_, at) => cells[at] ?? ''))).toEqual(
    tally.lines.map(({ line }) => cellsOf(line)),
  )
  expect(lines.map((cells) => cells.at(-1)!.split(' ').at(-1))).toEqual(tally.lines.map(({ line }) => String(line)))

  // Mended in place and sent back, with what was said about them still standing there, they go in.
  const people = peopleAt(BUILDING, broken, 8)
  const mended = lines.map((cells, at) => [
    ...kept.map((column) => people[at]![list.headings[column]![1]] ?? ''),
    ...cells.slice(-2),
  ])
  const csv = [head, ...mended].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')
  const again = await loaded(await checked(csv, '待更正.csv'), 'all')
  expect(again).toMatchObject({ state: 'published', tally: { read: broken, good: broken, bad: 0, repeats: 0 } })
  expect((await stored()).person).toBe(before.person! + tally.good + broken)
}, 60_000)
