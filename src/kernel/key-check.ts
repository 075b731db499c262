// Holds keys and algorithms against the database they were first used with: a wrong or lost key must not go unnoticed until a name is read.
import { existsSync } from 'node:fs'
import { clock } from './clock.ts'
import type { Keys, ProfileName } from './crypto.ts'
import type { Database } from './database.ts'
import { type FileKeys, openKeyFile, openKeys } from './keys/keys.ts'

type Known = { readonly mac: Buffer; readonly profile: ProfileName }
type KnownVersion = { readonly no: number; readonly mac: Buffer; readonly retired_at: Date | null }

/** Of a connection, the owner's or the server's. */
type Asked = { query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }> }

const knownOf = async (on: Asked): Promise<Known | undefined> =>
  (await on.query<Known>('select mac, profile from key_check where id = 1')).rows[0]

/** The keys of a file that must be there: a backup or a restore never makes a key. */
export function keysIn(file: string, profile: ProfileName): Keys {
  if (existsSync(file)) return openKeys(file, profile)
  throw new Error(
    `LINLI_KEY_FILE：${file} 不在。请先放好当时系统的根密钥文件（权限 0600）。\n` +
      `LINLI_KEY_FILE: ${file} is not there. Put the root key of that system in its place first (mode 0600).`,
  )
}

/** What was begun with one profile is not gone on with under the other. `wish`: as LINLI_CRYPTO says, if it says anything. */
export function profileFor(begun: ProfileName | undefined, wish: ProfileName | undefined): ProfileName {
  if (begun && wish && begun !== wish)
    throw new Error(
      `LINLI_CRYPTO：数据是用 ${begun} 加密的，设置却是 ${wish}。两套算法不能混用，请改回 ${begun}。\n` +
        `LINLI_CRYPTO: the data is sealed with ${begun}, and the setting says ${wish}: mixing profiles refused. Set it to ${begun}.`,
    )
  return begun ?? wish ?? 'aes'
}

/** With which profile a database was begun; undefined before its first start. One that is not yet up to date has the first. */
export async function profileIn(on: Asked): Promise<ProfileName | undefined> {
  const { rows } = await on.query<{ profile: ProfileName }>(
    `select coalesce(to_jsonb(c) ->> 'profile', 'aes') as profile from key_check c where id = 1`,
  )
  return rows[0]?.profile
}

/** Every version that may be found in a row is in the file and is the one it was; those that are new in the file are noted. */
export async function noteVersions(on: Asked, keys: Keys, file: string): Promise<void> {
  const ask = async () => (await on.query<KnownVersion>('select no, mac, retired_at from key_version order by no')).rows
  const before = await ask()
  for (const no of keys.versions.filter((one) => !before.some((row) => row.no === one)))
    await on.query('insert into key_version (no, mac, made_at) values ($1, $2, $3) on conflict (no) do nothing', [
      ...[no, keys.check(no), clock.now()],
    ])
  for (const { no, mac, retired_at } of await ask()) {
    const isHere = keys.versions.includes(no)
    if (!isHere && !retired_at)
      throw new Error(
        `LINLI_KEY_FILE：${file} 里没有第 ${no} 版根密钥，数据库里还有用它加密的内容。请取回完整的文件。\n` +
          `LINLI_KEY_FILE: ${file} lacks version ${no} of the root key, and rows are sealed with it. Put the whole file back.`,
      )
    if (isHere && !keys.check(no).equals(mac))
      throw new Error(
        `LINLI_KEY_FILE：${file} 里的第 ${no} 版不是这个数据库的密钥。\n` +
          `LINLI_KEY_FILE: version ${no} in ${file} is not the key that this database is encrypted with.`,
      )
    if (retired_at && no === keys.version)
      throw new Error(
        `LINLI_KEY_FILE：${file} 最新的是第 ${no} 版，它已经退役。请换上现在的文件。\n` +
          `LINLI_KEY_FILE: the newest in ${file} is version ${no}, which is retired. Put the present file there.`,
      )
  }
}

/**
 * The keys of `file`, made now if neither file nor database has any. Throws naming LINLI_KEY_FILE or LINLI_CRYPTO when
 * they do not belong together.
 */
export async function keysFor(db: Database, file: string, wish: ProfileName | undefined): Promise<FileKeys> {
  const before = await knownOf(db.pool)
  if (!existsSync(file) && before)
    throw new Error(
      `LINLI_KEY_FILE：${file} 不见了，而数据库是用它加密的。请从保管处取回这个文件。\n` +
        `LINLI_KEY_FILE: ${file} is gone, and this database is encrypted with it. Put the file back from where you keep its copy.`,
    )
  const profile = profileFor(before?.profile, wish)
  const opened = openKeyFile(file, profile)
  const mac = opened.keys.mac('key check', 'linli')
  await db.pool.query('insert into key_check (id, mac, profile) values (1, $1, $2) on conflict (id) do nothing', [
    ...[mac, profile],
  ])
  const known = (await knownOf(db.pool))!
  // Two first starts at once, each with its own wish.
  profileFor(known.profile, profile)
  if (!known.mac.equals(mac))
    throw new Error(
      `LINLI_KEY_FILE：${file} 不是这个数据库的密钥。\n` +
        `LINLI_KEY_FILE: ${file} is not the key that this database is encrypted with.`,
    )
  await noteVersions(db.pool, opened.keys, file)
  return opened
}
