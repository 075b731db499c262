// Keys from the root key in a file. What is sealed carries the version that sealed it; a version unknown here is looked for in the file.
import { existsSync, statSync, unwatchFile, watchFile } from 'node:fs'
import { type Binding, type Blinded, type Keys, type ProfileName, versionOf } from '../crypto.ts'
import { aes } from './aes.ts'
import { lastOf, makeKeyFile, type Ring, readRing, ringOf } from './key-file.ts'
import type { Profile } from './profile.ts'
import { sm } from './sm.ts'

const BLIND = 16
/** How often a server looks whether the file has changed. */
export const LOOK_MS = 1_000

export const profiles: Readonly<Record<ProfileName, Profile>> = { aes, sm }

/** Purposes whose values are kept sealed beside the hash, so that a rotation can make the hash anew. */
const REMADE: ReadonlySet<Blinded> = new Set<Blinded>(['phone'])

const bound = (at: Binding) =>
  `${at.tenant}|${at.table}|${at.column}|${at.row}${at.seal === undefined ? '' : `|${at.seal}`}`

/** `again` is asked for the file as it is now, when a value of a version that is not known comes along. */
function keysOn(first: Ring, profile: Profile, again: () => Ring | undefined): { keys: Keys; look(): void } {
  let [ring, newest] = [first, lastOf(first.roots)]
  const made = new Map<string, Buffer>()
  const look = () => {
    const found = again()
    // Another system's file, or half of one: what was known goes on.
    if (!found?.hashes.equals(ring.hashes)) return
    ring = found
    newest = lastOf(ring.roots)
    made.clear()
  }
  const rootOf = (version: number): Buffer => {
    if (!ring.roots.has(version)) look()
    const root = ring.roots.get(version)
    if (root) return root
    throw new Error(`sealed with version ${version} of the root key, which LINLI_KEY_FILE does not hold`)
  }
  const key = (version: number, purpose: string) => {
    const name = `${version} ${purpose}`
    let found = made.get(name)
    if (!found) {
      const root = rootOf(version)
      made.set(name, (found = profile.derive(root, purpose)))
    }
    return found
  }
  const hashKey = (purpose: string) => {
    const name = `hash ${purpose}`
    let found = ring.kept.get(purpose) ?? made.get(name)
    if (!found) made.set(name, (found = profile.derive(ring.hashes, purpose)))
    return found
  }
  const seal = (plain: Buffer, purpose: string, context: string) =>
    profile.seal(key(newest, purpose), plain, context, newest)
  const open = (sealed: Buffer, purpose: string, context: string) =>
    profile.open(key(versionOf(sealed), purpose), sealed, context)
  const versions = () => [...ring.roots.keys()].reverse()
  const blinded = (secret: Buffer, value: string) => profile.mac(secret, value).subarray(0, BLIND)
  const blinds = (tenant: string, purpose: Blinded, value: string, of: readonly number[]) => {
    const name = `blind ${tenant} ${purpose}`
    if (!REMADE.has(purpose)) return [blinded(hashKey(name), value)]
    return of.map((version) => blinded(key(version, name), value))
  }
  const keys: Keys = {
    profile: profile.name,
    get version() {
      return newest
    },
    get versions() {
      return versions()
    },
    seal: (text, at) => seal(Buffer.from(text), `field ${at.tenant}`, bound(at)),
    open: (sealed, at) => open(sealed, `field ${at.tenant}`, bound(at)).toString(),
    sealBytes: (bytes, context) => seal(bytes, 'files', context),
    openBytes: (sealed, context) => open(sealed, 'files', context),
    frames: (stream, version = newest) => profile.frames(key(version, `frames ${stream}`)),
    mac: (purpose, value) => profile.mac(hashKey(`mac ${purpose}`), value),
    blind: (tenant, purpose, value) => blinds(tenant, purpose, value, [newest])[0]!,
    blinds: (tenant, purpose, value) => blinds(tenant, purpose, value, versions()),
    check: (version) => profile.mac(key(version, 'check'), 'linli'),
  }
  return { keys, look }
}

/** From what was read once; nothing is looked for. */
export const keysOf = (ring: Ring, profile: ProfileName = 'aes'): Keys =>
  keysOn(ring, profiles[profile], () => undefined).keys

export const keysFrom = (root: Buffer, profile: ProfileName = 'aes'): Keys =>
  keysOf(ringOf(root, profiles[profile]), profile)

export type FileKeys = {
  readonly keys: Keys
  /** From now on the newest version in the file seals, without a value of it having been met. */
  follow(): void
  stop(): void
}

/** The keys of a file, made now if there is none. */
export function openKeyFile(file: string, name: ProfileName = 'aes'): FileKeys {
  makeKeyFile(file)
  const profile = profiles[name]
  const again = () => {
    try {
      return existsSync(file) ? readRing(file, profile) : undefined
    } catch {
      return undefined
    }
  }
  let seen = statSync(file).mtimeMs
  const { keys, look } = keysOn(readRing(file, profile), profile, again)
  const changed = ({ mtimeMs }: { mtimeMs: number }) => {
    if (mtimeMs === seen) return
    seen = mtimeMs
    look()
  }
  return {
    keys,
    follow: () => void watchFile(file, { interval: LOOK_MS, persistent: false }, changed),
    stop: () => unwatchFile(file, changed),
  }
}

export const openKeys = (file: string, profile: ProfileName = 'aes'): Keys => openKeyFile(file, profile).keys
