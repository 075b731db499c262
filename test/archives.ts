// Archives made for tests: whole ones, and ones that no honest program writes.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readSheets, type SheetLimits, type SheetRow } from '#kernel/sheets/read.ts'
import { zipped } from '#kernel/sheets/zip.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-sheets-'))
let files = 0

export function onDisk(bytes: Buffer): string {
  const file = path.join(folder, `${++files}`)
  writeFileSync(file, bytes)
  return file
}

export async function pack(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const each = async function* () {
    for (const [name, content] of Object.entries(parts)) yield { name, content: [Buffer.from(content)] }
  }
  const pieces: Buffer[] = []
  for await (const piece of zipped(each())) pieces.push(piece)
  return Buffer.concat(pieces)
}

export async function rowsOf(bytes: Buffer, name: string, limits?: SheetLimits): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const piece of readSheets(onDisk(bytes), name, limits)) rows.push(...piece)
  return rows
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`

/** The parts of a workbook with one sheet, as spreadsheets write them; any of them may be another. */
export const workbook = (sheetData: string, others: Readonly<Record<string, string | Buffer>> = {}) => ({
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
  ...others,
})

const DIRECTORY = Buffer.from([0x50, 0x4b, 0x01, 0x02])

/** The archive with each entry of its directory changed. */
export function withDirectory(archive: Buffer, change: (entry: Buffer, index: number) => void): Buffer {
  const bytes = Buffer.from(archive)
  let index = 0
  for (let at = bytes.indexOf(DIRECTORY); at >= 0; at = bytes.indexOf(DIRECTORY, at + 46)) {
    change(bytes.subarray(at, at + 46), index++)
  }
  return bytes
}

/** As many entries as asked for that all are the same few bytes, named by a directory that needs zip64. */
export function endless(count: number): Buffer {
  const name = Buffer.from('a.csv')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.concat([Buffer.alloc(46), name])
  DIRECTORY.copy(entry)
  entry.writeUInt16LE(name.length, 28)
  const directory = Buffer.alloc(entry.length * count, entry)
  const start = local.length + name.length
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  for (const at of [24, 32]) record.writeBigUInt64LE(BigInt(count), at)
  record.writeBigUInt64LE(BigInt(directory.length), 40)
  record.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22, 0xff)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(0, 4)
  end.writeUInt16LE(0, 20)
  return Buffer.concat([local, name, directory, record, locator, end])
}
