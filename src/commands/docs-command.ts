// `bin/linli docs`: on a database of its own, so that what is written never depends on somebody's data.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Config } from '#kernel/config.ts'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { migrate } from '#kernel/schema/migrate.ts'
import { writeDocs } from './docs.ts'

export async function docs(_: Config, say: (line: string) => void): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-docs-'))
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  try {
    await migrate(embedded.url)
    for (const name of await writeDocs(embedded.url)) say(name)
  } finally {
    await embedded.stop()
    await eraseEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
