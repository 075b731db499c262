// Holds the root key against the database it was first used with: a wrong or lost key must not go unnoticed until a name is read.
import { existsSync } from 'node:fs'
import { type Keys, openKeys } from './crypto.ts'
import type { Database } from './database.ts'

const knownMac = async (db: Database): Promise<Buffer | undefined> =>
  (await db.pool.query<{ mac: Buffer }>('select mac from key_check where id = 1')).rows[0]?.mac

/** The keys of a file that must be there: a backup or a restore never makes a key. */
export function keysIn(file: string): Keys {
  if (existsSync(file)) return openKeys(file)
  throw new Error(
    `LINLI_KEY_FILE：${file} 不在。请先放好当时系统的根密钥文件（权限 0600）。\n` +
      `LINLI_KEY_FILE: ${file} is not there. Put the root key of that system in its place first (mode 0600).`,
  )
}

/** The keys of `file`, made now if neither file nor database has any. Throws naming LINLI_KEY_FILE when they do not belong together. */
export async function keysFor(db: Database, file: string): Promise<Keys> {
  if (!existsSync(file) && (await knownMac(db)))
    throw new Error(
      `LINLI_KEY_FILE：${file} 不见了，而数据库是用它加密的。请从保管处取回这个文件。\n` +
        `LINLI_KEY_FILE: ${file} is gone, and this database is encrypted with it. Put the file back from where you keep its copy.`,
    )
  const keys = openKeys(file)
  const mac = keys.mac('key check', 'linli')
  await db.pool.query('insert into key_check (id, mac) values (1, $1) on conflict (id) do nothing', [mac])
  if (!(await knownMac(db))?.equals(mac))
    throw new Error(
      `LINLI_KEY_FILE：${file} 不是这个数据库的密钥。\n` +
        `LINLI_KEY_FILE: ${file} is not the key that this database is encrypted with.`,
    )
  return keys
}
