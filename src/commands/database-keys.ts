// The keys of a database that is there, with the algorithms it was begun with; of a backup, with those it was made with.
import { profileOf } from '#kernel/backup/manifest.ts'
import { asOwner } from '#kernel/backup/owner.ts'
import type { Config } from '#kernel/config.ts'
import type { Keys } from '#kernel/crypto.ts'
import { keysIn, profileFor, profileIn } from '#kernel/key-check.ts'

type Settings = Pick<Config, 'keyFile' | 'crypto'>

export async function keysOfDatabase(config: Settings, ownerUrl: string): Promise<Keys> {
  const begun = await asOwner(ownerUrl, new AbortController().signal, profileIn)
  return keysIn(config.keyFile, profileFor(begun, config.crypto))
}

export const keysOfBackup = async (config: Settings, folder: string): Promise<Keys> =>
  keysIn(config.keyFile, profileFor(await profileOf(folder), config.crypto))
