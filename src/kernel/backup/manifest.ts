// What a backup says of itself, under a keyed hash: which schema, which rows, which parts, and the key it was made with.
import { createHash, timingSafeEqual } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Keys, ProfileName } from '../crypto.ts'
import { Damaged } from './frames.ts'

const Count = z.number().int().min(0)

const Part = z.strictObject({
  /** Goes into the seal of each frame. */
  no: Count,
  /** A table, or `+jobs`, `+seals`, `+files`. */
  name: z.string(),
  /** Of a table: in the order of the rows. */
  columns: z.array(z.string()),
  rows: Count,
  /** See row-hash.ts. */
  hash: z.string(),
  bytes: Count,
  stored: Count,
})

const Manifest = z.strictObject({
  format: z.literal(1),
  id: z.uuid(),
  takenAt: z.iso.datetime(),
  /** Of the server it was taken from, for people. */
  postgres: z.string(),
  tenants: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  schema: z.array(z.strictObject({ name: z.string(), hash: z.string() })),
  era: Count,
  parts: z.array(Part),
  /** The stored files: how many, how large, and how many that a row names were not there. */
  files: z.strictObject({ count: Count, bytes: Count, missing: Count }),
  /** What the root key makes of a fixed word (key-check.ts): tells at once whether the right key is here. */
  keyCheck: z.string(),
  /** Whose frames these are; backups made before there was a choice say nothing. */
  crypto: z.enum(['aes', 'sm']).default('aes'),
  /** Of the root key: which sealed the frames, and which the rows and files in them need. */
  keyVersion: Count.default(1),
  keyVersions: z.array(Count).default([1]),
})

export type Manifest = z.output<typeof Manifest>
export type Part = z.output<typeof Part>

/** The lists that are no tables. */
export const JOBS = '+jobs'
export const SEALS = '+seals'
export const FILES = '+files'

export const keyCheckOf = (keys: Keys): string => keys.mac('key check', 'linli').toString('hex')

const partFile = (no: number, name: string) =>
  path.join('parts', `${String(no).padStart(3, '0')}-${name.replace('+', '')}`)

/** Where a part lies in the folder of its backup. */
export const fileOfPart = (folder: string, part: Pick<Part, 'no' | 'name'>): string =>
  path.join(folder, partFile(part.no, part.name))

const NAME = 'manifest.json'
const MAC = 'manifest.mac'

const sum = (text: Buffer) => createHash('sha256').update(text).digest('hex')
const macText = (text: Buffer, keys: Keys) =>
  `sha256 ${sum(text)}\nhmac ${keys.mac('backup manifest', text).toString('hex')}\n`

/** The last thing written: without it a folder is no backup. */
export async function writeManifest(folder: string, manifest: Manifest, keys: Keys): Promise<void> {
  const text = Buffer.from(`${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`)
  await writeFile(path.join(folder, NAME), text, { flag: 'wx', mode: 0o600, flush: true })
  await writeFile(path.join(folder, MAC), macText(text, keys), { flag: 'wx', mode: 0o600, flush: true })
}

/** For looking through a list of backups: what it says, unchecked; undefined when the folder holds none. */
export async function glanceAt(folder: string): Promise<Manifest | undefined> {
  try {
    return Manifest.parse(JSON.parse(await readFile(path.join(folder, NAME), 'utf8')))
  } catch {
    return undefined
  }
}

const missing = (file: string) => (error: NodeJS.ErrnoException) => {
  throw error.code === 'ENOENT' ? new Damaged(`${file}: is missing; this folder holds no whole backup`) : error
}

/** With which profile its parts were sealed, unchecked; undefined when the folder holds none. */
export const profileOf = async (folder: string): Promise<ProfileName | undefined> => (await glanceAt(folder))?.crypto

/** Before anything is replaced: what this backup holds must be readable afterwards. */
function refuseUnlessReadable(manifest: Manifest, keys: Keys): void {
  const missing = [manifest.keyVersion, ...manifest.keyVersions].filter((no) => !keys.versions.includes(no))
  if (missing.length === 0) return
  const named = [...new Set(missing)].join(', ')
  throw new Error(
    `这份备份要用第 ${named} 版根密钥，LINLI_KEY_FILE 里没有。请放回当时的密钥文件；版本已销毁的，这份备份再也打不开。\n` +
      `LINLI_KEY_FILE: this backup needs version ${named} of the root key. Put the key file of that time there; if it was destroyed, the backup opens no more.`,
  )
}

/** Throws Damaged when it was changed, and another error naming LINLI_KEY_FILE when it was made with another root key. */
export async function readManifest(folder: string, keys: Keys): Promise<Manifest> {
  const [file, macFile] = [path.join(folder, NAME), path.join(folder, MAC)]
  const text = await readFile(file).catch(missing(file))
  const said = await readFile(macFile).catch(missing(macFile))
  const honest = Buffer.from(macText(text, keys))
  if (said.length === honest.length && timingSafeEqual(said, honest)) {
    const manifest = Manifest.parse(JSON.parse(String(text)))
    refuseUnlessReadable(manifest, keys)
    return manifest
  }
  // Whole by its plain sum, and yet not by ours: it was made under another key, unless it was forged.
  const whole = said.toString().startsWith(`sha256 ${sum(text)}\n`)
  const other = whole && (await glanceAt(folder))?.keyCheck !== keyCheckOf(keys)
  if (other)
    throw new Error(
      '这份备份是用另一把根密钥做的。请把当时的密钥文件放到 LINLI_KEY_FILE。\n' +
        'LINLI_KEY_FILE: this backup was made with another root key. Put the key file of that system there.',
    )
  throw new Damaged(`${file}: is not as it was written`)
}
