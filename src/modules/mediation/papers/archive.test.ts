// A sealed archive: whoever changes, takes out or adds a part is found, and a list made anew does not fit the seal.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Documents, openDocuments } from '#kernel/paper/documents.ts'
import { openArchive } from '#kernel/sheets/archive.ts'
import { SHEET_LIMITS } from '#kernel/sheets/sheet.ts'
import { zipped } from '#kernel/sheets/zip.ts'
import { FULL } from '#test/papers/sample.ts'
import { readPdf, textOf } from '#test/pdf.ts'
import { type SealedArchive, sealArchive, verifyArchive } from './archive.ts'
import { type BoundFile, bindFile } from './bound.ts'

let documents: Documents
let bound: BoundFile
let sealed: SealedArchive
beforeAll(async () => {
  documents = openDocuments()
  bound = await bindFile(documents, FULL)
  sealed = await sealArchive(FULL, bound, '2026-06-20')
})
afterAll(() => documents.stop())

type Parts = [string, Buffer][]
async function unpack(bytes: Buffer): Promise<Parts> {
  const archive = await openArchive(bytes, 'a.zip', SHEET_LIMITS)
  const parts: Parts = []
  for (const part of archive.parts) parts.push([part.name, await part.bytes(1e8)])
  archive.close()
  return parts
}
async function pack(parts: Parts): Promise<Buffer> {
  async function* content() {
    for (const [name, bytes] of parts) yield { name, content: [bytes] }
  }
  const pieces: Buffer[] = []
  for await (const piece of zipped(content())) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('holds each document twice, the scans, the bound file and their list', async () => {
  const names = (await unpack(sealed.bytes)).map(([name]) => name)
  expect(names.slice(0, 2)).toEqual(['manifest.json', 'file.pdf'])
  expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(bound.documents.length)
  expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(bound.documents.length + 1)
  expect(names.filter((name) => name.startsWith('scans/'))).toHaveLength(7)
  expect(names).toContain('documents/08-agreement 人民调解协议书.docx')
  expect(await verifyArchive(sealed.bytes, sealed.seal)).toEqual([])
  expect(await sealArchive(FULL, bound, '2026-06-20')).toEqual(sealed)
})

test('packed anew with the same parts it is still whole', async () => {
  expect(await verifyArchive(await pack(await unpack(sealed.bytes)), sealed.seal)).toEqual([])
})

test.each([
  ['changed', 'documents/08-agreement 人民调解协议书.pdf'],
  ['changed', 'scans/signed-1.png'],
  ['missing', 'documents/07-minutes-1 人民调解记录.docx'],
  ['added', 'documents/99.pdf'],
] as const)('%s: %s', async (fault, part) => {
  const parts = await unpack(sealed.bytes)
  const at = parts.findIndex(([name]) => name === part)
  if (fault === 'changed') parts[at]![1][parts[at]![1].length >> 1]! ^= 1
  else if (fault === 'missing') parts.splice(at, 1)
  else parts.push([part, Buffer.from('%PDF')])
  expect(await verifyArchive(await pack(parts), sealed.seal)).toEqual([{ part, fault }])
})

test('a second part of the same name is one too many', async () => {
  const parts = await unpack(sealed.bytes)
  parts.push(['file.pdf', parts[1]![1]])
  expect(await verifyArchive(await pack(parts), sealed.seal)).toEqual([{ part: 'file.pdf', fault: 'added' }])
})

test('another list, or something that is no archive, is found', async () => {
  const parts = await unpack(sealed.bytes)
  parts[0]![1] = Buffer.from(parts[0]![1].toString().replace('第51号', '第52号'))
  expect(await verifyArchive(await pack(parts), sealed.seal)).toEqual([{ part: 'manifest.json', fault: 'manifest' }])
  expect(await verifyArchive(await pack(parts.slice(1)), sealed.seal)).toEqual([
    { part: 'manifest.json', fault: 'manifest' },
  ])
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), sealed.bytes.subarray(0, 5000)])
    expect(await verifyArchive(bytes, sealed.seal)).toEqual([{ part: 'archive.zip', fault: 'unreadable' }])
})

test('the seal stands on a back cover that is printed afterwards', async () => {
  const { documents: printed } = await bindFile(documents, FULL, sealed.seal)
  const words = readPdf(printed.at(-1)!.pdf).map(textOf).join('').replace(/\s/g, '')
  expect(words).toContain(sealed.seal)
})
