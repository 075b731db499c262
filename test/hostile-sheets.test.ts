// Goal U3: archives and workbooks made to harm are refused before they are unpacked, and nothing outside is ever asked for.
import { describe, expect, test } from 'vitest'
import { SHEET_LIMITS } from '#kernel/sheets/read.ts'
import { endless, pack, rowsOf, withDirectory, workbook } from '#test/archives.ts'

const csv = '姓名,电话\r\n陈静,13800001111\r\n'
const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>陈静</t></is></c></row>'
const ZEROS = Buffer.alloc(32 * 1024 * 1024)
const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData>${cell}</sheetData></worksheet>`
const OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>'
const sheet1 = 'xl/worksheets/sheet1.xml'

/** What was sent, and the problem that tells why it is not taken. */
const refused: readonly (readonly [string, string, () => Promise<Buffer>, string])[] = [
  ['a thousand bytes for one', '.zip', () => pack({ '名册.csv': ZEROS }), 'hostile'],
  ['a sheet of a thousand bytes for one', '.xlsx', () => pack(workbook('', { [sheet1]: ZEROS })), 'hostile'],
  ['a hundred thousand entries', '.zip', async () => endless(100_000), 'tooMany'],
  ['an archive in an archive', '.zip', async () => pack({ '内.zip': await pack({ '名册.csv': csv }) }), 'nested'],
  [
    'one in disguise',
    '.zip',
    async () => pack({ '内.xlsx': await pack({ '更内.zip': await pack({ '名册.csv': csv }) }) }),
    'nested',
  ],
  ['a way up', '.zip', () => pack({ '../../etc/名册.csv': csv }), 'hostile'],
  ['an absolute path', '.zip', () => pack({ '/etc/名册.csv': csv }), 'hostile'],
  ['a path of Windows', '.zip', () => pack({ 'C:\\Windows\\名册.csv': csv }), 'hostile'],
  [
    'a symbolic link',
    '.zip',
    async () =>
      withDirectory(await pack({ '名册.csv': '/etc/passwd' }), (entry) => entry.writeUInt32LE(0xa1ff0000, 38)),
    'hostile',
  ],
  [
    'entries that share their bytes',
    '.zip',
    async () => withDirectory(await pack({ 'a.csv': csv, 'b.csv': csv }), (entry) => entry.writeUInt32LE(0, 42)),
    'hostile',
  ],
  [
    'a size that is a lie',
    '.zip',
    async () => withDirectory(await pack({ 'a.csv': ZEROS }), (entry) => entry.writeUInt32LE(1000, 24)),
    'broken',
  ],
  [
    'an entry under a password',
    '.zip',
    async () => withDirectory(await pack({ 'a.csv': csv }), (entry) => entry.writeUInt16LE(0x0809, 8)),
    'locked',
  ],
  ['a billion laughs', '.xlsx', () => pack(workbook('', { [sheet1]: LAUGHS })), 'hostile'],
  ['laughs among the strings', '.xlsx', () => pack(workbook(cell, { 'xl/sharedStrings.xml': LAUGHS })), 'hostile'],
  ['an entity from outside', '.xlsx', () => pack(workbook('', { [sheet1]: OUTSIDE })), 'hostile'],
  ['an entity nobody declared', '.xlsx', () => pack(workbook('<row><c><v>&xxe;</v></c></row>')), 'hostile'],
  [
    'a link to another workbook',
    '.xlsx',
    () => pack(workbook(cell, { 'xl/externalLinks/externalLink1.xml': '<x/>' })),
    'outside',
  ],
  ['a macro', '.xlsx', () => pack(workbook(cell, { 'xl/vbaProject.bin': 'x' })), 'macro'],
  ['a cell far to the right', '.xlsx', () => pack(workbook('<row r="3"><c r="XFD3"><v>1</v></c></row>')), 'tooWide'],
  ['a tag without an end', '.xlsx', () => pack(workbook(`<row r="${'1'.repeat(2_000_000)}`)), 'hostile'],
  ['half a workbook', '.xlsx', async () => (await pack(workbook(cell))).subarray(0, 700), 'broken'],
  [
    'a document of another kind',
    '.xlsx',
    () => pack({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    'notSheet',
  ],
  ['an old workbook', '.xls', async () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'), 'oldExcel'],
  [
    'a locked workbook',
    '.xlsx',
    async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'locked',
  ],
  ['a picture', '.csv', async () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'notSheet'],
  ['a page of the web', '.csv', async () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'notSheet'],
  ['text by another name', '.pdf', async () => Buffer.from(csv), 'notSheet'],
  ['a quote that nobody closed', '.csv', async () => Buffer.from(`a,b\n"${'长'.repeat(800_000)}`), 'broken'],
  ['an empty archive', '.zip', () => pack({ '__MACOSX/._名册.csv': 'x' }), 'notSheet'],
]

describe('what is made to harm', () => {
  test.each(refused)('%s is refused', async (what, ending, make, problem) => {
    const bytes = await make()
    const before = process.memoryUsage().rss
    await expect(rowsOf(bytes, `${what}${ending}`)).rejects.toMatchObject({ message: `sheets.${problem}` })
    // 64 MiB is what may be unpacked before somebody notices; a garbage collector has a say in the rest.
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024)
  })

  test('the limits are what refuses: without them the same bombs are unpacked', async () => {
    const loose = { ...SHEET_LIMITS, ratio: Number.POSITIVE_INFINITY, entries: 1_000_000 }
    await expect(rowsOf(await pack({ '名册.csv': ZEROS }), '名册.zip', loose)).rejects.toMatchObject({
      message: 'sheets.notSheet',
    })
    await expect(rowsOf(endless(1000), '名册.zip', loose)).rejects.toMatchObject({ message: 'sheets.hostile' })
    await expect(rowsOf(endless(1000), '名册.zip')).rejects.toMatchObject({ message: 'sheets.tooMany' })
  })
})
