// Seals the stored files anew under the newest version of the root key, one after the other, while they are being read.
import { open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Keys, versionOf } from '../crypto.ts'
import { writeWhole } from '../files/write-whole.ts'

async function* storedFiles(root: string): AsyncGenerator<{ file: string; name: string }> {
  for (const folder of await readdir(root).catch(() => []))
    for (const name of await readdir(path.join(root, folder)))
      if (!name.endsWith('.new')) yield { file: path.join(root, folder, name), name }
}

/** Undefined when it is gone meanwhile. */
async function versionOfFile(file: string): Promise<number | undefined> {
  const handle = await open(file, 'r').catch(() => undefined)
  if (!handle) return undefined
  try {
    return versionOf((await handle.read(Buffer.alloc(1), 0, 1, 0)).buffer)
  } finally {
    await handle.close()
  }
}

/** By version: how many files are sealed with it. */
export async function versionsOfFiles(root: string): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  for await (const { file } of storedFiles(root)) {
    const version = await versionOfFile(file)
    if (version !== undefined) found.set(version, (found.get(version) ?? 0) + 1)
  }
  return found
}

/** Resolves with how many were sealed anew, and which do not open and stay as they are. */
export async function sealFiles(
  root: string,
  keys: Keys,
  step: (files: number) => void,
): Promise<{ sealed: number; unreadable: string[] }> {
  const unreadable: string[] = []
  let sealed = 0
  for await (const { file, name } of storedFiles(root)) {
    const version = await versionOfFile(file)
    if (version === undefined || version === keys.version) continue
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) continue
    try {
      // A file is bound to its name.
      await writeWhole(file, keys.sealBytes(keys.openBytes(bytes, name), name))
      sealed++
      step(1)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code?.startsWith('E')) throw error
      unreadable.push(file)
    }
  }
  return { sealed, unreadable }
}
