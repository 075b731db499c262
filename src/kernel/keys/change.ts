// A new version of the root key, and the end of an old one: each is one new key file, and a row that says so.
import type { Client } from 'pg'
import { machine } from '../access.ts'
import { clock } from '../clock.ts'
import type { Keys } from '../crypto.ts'
import { txOn } from '../database.ts'
import { journalRow, writeJournal } from '../journal/journal.ts'
import { noteVersions } from '../key-check.ts'
import { formatRing, lastOf, readRing, withNewRoot, withoutRoot, writeSecret } from './key-file.ts'
import { keysOf, profiles } from './keys.ts'
import { heldBy, type Rotating, takeRotationLock } from './rotate.ts'

type Changing = Pick<Rotating, 'client' | 'keyFile'> & { readonly keys: Keys }

/** In the journal of every district, as a restore is: whoever looks after a year sees when its keys were changed. */
export async function noteInJournal(
  client: Client,
  act: 'new' | 'rotated' | 'retired',
  version: number,
): Promise<void> {
  const tx = txOn(client as never)
  const { rows } = await client.query<{ id: string; era: number }>(
    'select t.id, (select max(no) from era) as era from tenant t',
  )
  for (const { id, era } of rows) {
    const input = { act, version }
    const about = { subject: undefined, from: null, to: null, input }
    const actor = machine(id, 'bin/linli keys')
    await tx.all(writeJournal(journalRow({ operation: 'upkeep.keys', actor, at: clock.now(), era, ...about })))
  }
}

/** Resolves with the number of the new version. Servers seal with it within a second or two. */
export async function addVersion({ client, keys, keyFile }: Changing): Promise<number> {
  await takeRotationLock(client)
  const profile = profiles[keys.profile]
  const ring = withNewRoot(readRing(keyFile, profile))
  writeSecret(keyFile, formatRing(ring))
  await noteVersions(client, keysOf(ring, keys.profile), keyFile)
  await noteInJournal(client, 'new', lastOf(ring.roots))
  return lastOf(ring.roots)
}

const said = (zh: string, en: string) => new Error(`${zh}\n${en}`)

/** What must be true before a version may be destroyed; throws saying what is not. */
async function refuseUnlessEmpty(of: Changing & Pick<Rotating, 'sealed' | 'filesDir'>, version: number): Promise<void> {
  const { keys } = of
  if (version === keys.version)
    throw said(`第 ${version} 版正在使用，不能退役。`, `Version ${version} is in use and cannot be retired.`)
  if (!keys.versions.includes(version))
    throw said(`密钥文件里没有第 ${version} 版。`, `The key file holds no version ${version}.`)
  const held = (await heldBy(of)).filter((one) => one.version === version)
  if (held.length === 0) return
  const told = held.map((one) => `${one.what} ${one.n}`).join(', ')
  throw said(
    `还有内容用第 ${version} 版加密（${told}）。请先运行 bin/linli keys rotate。`,
    `Something is still sealed with version ${version} (${told}). Run bin/linli keys rotate first.`,
  )
}

/**
 * Destroys an old version: afterwards nothing opens that was sealed with it, backups of that time among it. `agreed`
 * throws unless two custodians agree; it is asked only when nothing else stands against it.
 */
export async function retireVersion(
  of: Changing & Pick<Rotating, 'sealed' | 'filesDir'>,
  version: number,
  agreed: () => Promise<void>,
): Promise<void> {
  await takeRotationLock(of.client)
  await refuseUnlessEmpty(of, version)
  await agreed()
  // The row first: a crash in between leaves a key that nobody needs, not rows that wait for a key.
  await of.client.query('update key_version set retired_at = $2 where no = $1', [version, clock.now()])
  await noteInJournal(of.client, 'retired', version)
  writeSecret(of.keyFile, formatRing(withoutRoot(readRing(of.keyFile, profiles[of.keys.profile]), version)))
}
