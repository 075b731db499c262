// The owner's address for commands that work beneath the server: given, or the embedded database's, started for as long as it takes.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '#kernel/config.ts'
import { startEmbedded } from '#kernel/embedded/embedded.ts'

/** Whether LINLI_DATA holds an embedded database; starting it would otherwise make an empty one. */
export const hasEmbedded = (config: Config): boolean => existsSync(path.join(config.dataDir, 'keys/postgres.json'))

export async function withOwner<T>(
  config: Config,
  log: (line: string) => void,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  if (config.ownerUrl) return work(config.ownerUrl)
  if (config.appUrl)
    throw new Error(
      '这个命令要用属主账号：请设置 DATABASE_URL。\nThis command needs the owner’s login: set DATABASE_URL.',
    )
  const embedded = await startEmbedded({ dataDir: config.dataDir, log })
  try {
    return await work(embedded.url)
  } finally {
    await embedded.stop()
  }
}
