// The stored files in a backup: copied encrypted as they lie, listed with their hashes; put back without overwriting a good one.
import { createHash } from 'node:crypto'
import { link, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import { versionOf } from '../crypto.ts'
import { storedAt } from '../files/files.ts'
import { writeWhole } from '../files/write-whole.ts'
import { Damaged } from './frames.ts'

export type StoredFile = {
  readonly id: string
  readonly size: 'full' | 'small'
  readonly bytes: number
  readonly sha256: string
}

export type FileCount = { count: number; bytes: number; missing: number }

const AT_ONCE = 500
const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const readOr = async (file: string): Promise<Buffer | undefined> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** A stored file hardly ever changes, so a copy found equal in an earlier backup is linked instead of written again. */
async function keepOne(source: Buffer, earlier: string | undefined, target: string): Promise<void> {
  const before = earlier === undefined ? undefined : await readOr(earlier)
  if (before?.equals(source)) {
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    const linked = await link(earlier!, target).then(
      () => true,
      // Another disk, or one without links.
      () => false,
    )
    if (linked) return
  }
  await writeWhole(target, source)
}

/** Copies every file that a row of the snapshot names, and yields its line of the list. `earlier`: another backup's files. */
export async function* copyFiles(of: {
  readonly client: Client
  readonly from: string
  readonly into: string
  readonly earlier: string | undefined
  readonly count: FileCount
  /** Hears with which version of the root key each is sealed. */
  readonly sealedWith: (version: number) => void
}): AsyncGenerator<string> {
  await of.client.query('declare named no scroll cursor for select id from file order by right(id::text, 2), id')
  for (;;) {
    const { rows } = await of.client.query<{ id: string }>(`fetch ${AT_ONCE} from named`)
    if (rows.length === 0) break
    for (const { id } of rows)
      for (const size of ['full', 'small'] as const) {
        const bytes = await readOr(storedAt(of.from, id, size))
        if (!bytes) {
          // Voices have no small one.
          if (size === 'full') of.count.missing++
          continue
        }
        await keepOne(bytes, of.earlier && storedAt(of.earlier, id, size), storedAt(of.into, id, size))
        of.count.count++
        of.sealedWith(versionOf(bytes))
        of.count.bytes += bytes.length
        yield `${JSON.stringify({ id, size, bytes: bytes.length, sha256: sum(bytes) } satisfies StoredFile)}\n`
      }
  }
  await of.client.query('close named')
}

/** The bytes of one listed file. Throws Damaged when it is not there as it was listed. */
export async function readListed(folder: string, listed: StoredFile): Promise<Buffer> {
  const file = storedAt(folder, listed.id, listed.size)
  const bytes = await readOr(file)
  if (!bytes) throw new Damaged(`${file}: is missing`)
  if (bytes.length !== listed.bytes || sum(bytes) !== listed.sha256)
    throw new Damaged(`${file}: is not as it was written`)
  return bytes
}

/**
 * Puts listed files where the server looks for them. What lies there already and is equal stays; nothing is deleted, so
 * a restore that is broken off leaves the files of the old database whole. What no row names is swept later.
 */
export async function putFiles(
  folder: string,
  into: string,
  list: AsyncIterable<StoredFile>,
  step: (bytes: number) => void,
): Promise<void> {
  for await (const listed of list) {
    const bytes = await readListed(folder, listed)
    const target = storedAt(into, listed.id, listed.size)
    if (!(await readOr(target))?.equals(bytes)) await writeWhole(target, bytes)
    step(bytes.length)
  }
}
