// Looks through a whole backup before anything is done with it: its manifest, every frame of every part, every stored file.
import path from 'node:path'
import type { Keys } from '../crypto.ts'
import { Damaged, readPart } from './frames.ts'
import { linesOf } from './lines.ts'
import { FILES, fileOfPart, type Manifest, type Part, readManifest } from './manifest.ts'
import { readListed, type StoredFile } from './stored-files.ts'
import type { Progress } from './take.ts'

const NEWLINE = 10

export type Checked = {
  readonly folder: string
  readonly manifest: Manifest
  part(name: string): Part | undefined
  /** The blocks of a part, as they were written. */
  read(part: Part): AsyncGenerator<Buffer>
  files(): AsyncGenerator<StoredFile>
}

function rowsIn(block: Buffer): number {
  let rows = 0
  for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) rows++
  return rows
}

/**
 * Reads everything once; throws Damaged naming the first thing that is not as it was written, or an error naming the
 * root key. Every frame is sealed for its place, so what passes holds the very rows that the manifest counts.
 */
export async function checkBackup(
  folder: string,
  keys: Keys,
  signal: AbortSignal,
  step: (progress: Progress) => void,
): Promise<Checked> {
  const manifest = await readManifest(folder, keys)
  const frames = keys.frames(`backup ${manifest.id}`, manifest.keyVersion)
  const part = (name: string) => manifest.parts.find((one) => one.name === name)
  const read = (one: Part) => readPart(fileOfPart(folder, one), one.no, frames)
  async function* files(): AsyncGenerator<StoredFile> {
    const list = part(FILES)
    if (list) yield* linesOf<StoredFile>(read(list))
  }
  for (const one of manifest.parts) {
    let rows = 0
    for await (const block of read(one)) {
      signal.throwIfAborted()
      rows += rowsIn(block)
      step({ what: one.name, rows: 0, bytes: block.length })
    }
    if (rows !== one.rows)
      throw new Damaged(`${fileOfPart(folder, one)}: holds ${rows} rows, the manifest says ${one.rows}`)
  }
  for await (const listed of files()) {
    signal.throwIfAborted()
    const bytes = await readListed(path.join(folder, 'files'), listed)
    step({ what: FILES, rows: 0, bytes: bytes.length })
  }
  return { folder, manifest, part, read, files }
}
