// A device that somebody has signed in on is known by a mark for his login alone: a crowd of guessers cannot shut him out.
import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../crypto.ts'
import { newName } from '../ids.ts'

const macOf = (keys: Keys, login: string, name: string) =>
  keys.mac('device', `${login.trim().toLowerCase()}\n${name}`).toString('base64url')

/** Made anew at each sign-in. It opens nothing: it only says whose tries are counted apart. */
export function deviceMark(keys: Keys, login: string): string {
  const name = newName()
  return `${name}.${macOf(keys, login, name)}`
}

/** The name of a device that this login has signed in on; undefined for a mark of another login or of nobody. */
export function knownDevice(keys: Keys, login: string, mark: string | undefined): string | undefined {
  const [name = '', mac = ''] = mark?.split('.') ?? []
  const right = Buffer.from(macOf(keys, login, name))
  const given = Buffer.from(mac)
  return given.length === right.length && timingSafeEqual(given, right) ? name : undefined
}
