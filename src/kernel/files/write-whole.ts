// Writes a stored file so that it is there whole or not at all: beside its place first, on the disk, then under its name.
import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'

/** What a crash leaves is called `….new`, which the sweep of stored files takes away. */
export async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const half = `${file}.new`
  const handle = await open(half, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(half, file)
}
