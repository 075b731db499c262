// The list of what has ended: read while another process writes, and refused once it is cut or changed.
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKeys } from '../keys/keys.ts'
import { EndedListFault, openEndedList } from './ended-list.ts'

let folder: string
let listFile: string
const keys = () => openKeys(path.join(folder, 'root.key'))
const ended = (id: string) => ({
  tenant: 'demo',
  purpose: 'session',
  ids: [id],
  files: [],
  at: '2026-11-24T05:20:35.301Z',
})

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linli-ended-'))
  listFile = path.join(folder, 'ended.list')
})
afterEach(() => rm(folder, { recursive: true }))

/** Three lines, written by one process. */
async function threeLines() {
  const list = openEndedList(folder, keys())
  for (const id of ['a', 'b', 'c']) await list.append(ended(id))
  return list
}

async function idsOf(lines: AsyncIterable<{ readonly ids: readonly string[] }>): Promise<string[]> {
  const found: string[] = []
  for await (const { ids } of lines) found.push(...ids)
  return found
}

test('lines that another process appends while the list is read are no fault', async () => {
  const writing = await threeLines()
  const reading = openEndedList(folder, keys())
  const found: string[] = []
  for await (const { ids } of reading.after(undefined)) {
    if (found.length === 0) for (const id of ['d', 'e']) await writing.append(ended(id))
    found.push(...ids)
  }
  expect(found.slice(0, 3)).toEqual(['a', 'b', 'c'])
  expect(await idsOf(reading.after(undefined))).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a last line without its end counts for nothing and is written over', async () => {
  await threeLines()
  await appendFile(listFile, '{"tenant":"demo","purp')
  const list = openEndedList(folder, keys())
  expect(await idsOf(list.after(undefined))).toEqual(['a', 'b', 'c'])
  await list.append(ended('d'))
  expect(await idsOf(list.after(undefined))).toEqual(['a', 'b', 'c', 'd'])
})

test.each([
  ['cut at its end', (lines: string[]) => lines.slice(0, 2)],
  ['cut in its middle', (lines: string[]) => [lines[0]!, lines[2]!]],
  ['broken in its middle', (lines: string[]) => [lines[0]!, lines[1]!.slice(0, 20), lines[2]!]],
  ['changed', (lines: string[]) => [lines[0]!, lines[1]!.replace('"b"', '"x"'), lines[2]!]],
])('a list that was %s is refused', async (_, damage) => {
  const list = await threeLines()
  const lines = (await readFile(listFile, 'utf8')).trimEnd().split('\n')
  await writeFile(listFile, `${damage(lines).join('\n')}\n`)
  await expect(idsOf(list.after(undefined))).rejects.toThrow(EndedListFault)
})
