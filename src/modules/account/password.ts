// Passwords by Argon2id (RFC 9106; 19 MiB, two passes), and the second factor by TOTP (RFC 6238).
import { hash, verify } from '@node-rs/argon2'
import { Secret, TOTP } from 'otpauth'

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/** Of nobody's password: an unknown login takes as long as a known one. */
const NOBODYS = hashPassword('nobody has this password')

export async function passwordFits(stored: string | null, given: string): Promise<boolean> {
  const fits = await verify(stored ?? (await NOBODYS), given.normalize('NFKC'), COST).catch(() => false)
  return fits && stored !== null
}

const PERIOD = 30

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

const totpOf = (login: string, secret: string) =>
  new TOTP({ issuer: 'Linli', label: login, secret: Secret.fromBase32(secret), period: PERIOD })

/** For an authenticator app: the address behind its QR code. */
export const totpUri = (login: string, secret: string): string => totpOf(login, secret).toString()

/** The time step the code belongs to, one step of clock drift forgiven; undefined when it fits none or was used before. */
export function totpStep(secret: string, code: string, at: Date, lastUsed: number): number | undefined {
  const drift = totpOf('', secret).validate({ token: code, timestamp: at.getTime(), window: 1 })
  if (drift === null) return undefined
  const step = Math.floor(at.getTime() / 1000 / PERIOD) + drift
  return step > lastUsed ? step : undefined
}
