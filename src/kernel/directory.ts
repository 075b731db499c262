// Where a login, a session, a printed code or a receipt leads, before any tenant is known. Only keyed hashes are stored.
import type { Keys } from './crypto.ts'
import { type Database, k, type Statement, type Tx, txOn } from './database.ts'

export type DirectoryKind = 'login' | 'session' | 'code' | 'receipt' | 'invitation' | 'room' | 'open311' | 'slip'
export type Found = { readonly tenant: string; readonly subject: string }
/** `endsAt` is null for what leads somewhere until it is taken away. */
export type Led = Found & { readonly madeAt: Date; readonly endsAt: Date | null }

export type Directory = {
  find(kind: DirectoryKind, secret: string): Promise<Led | undefined>
  /** As `find`, within a transaction. */
  look(tx: Tx, kind: DirectoryKind, secret: string): Promise<Led | undefined>
  hash(kind: DirectoryKind, secret: string): Buffer
  /** The row that makes a secret lead to a subject, for the door to write. */
  entry(kind: DirectoryKind, secret: string, to: Found, at: Date, endsAt?: Date): Statement<unknown>
  /** After this the secret leads nowhere. */
  end(kind: DirectoryKind, secret: string): Statement<unknown>
}

export function openDirectory(db: Database, keys: Keys): Directory {
  const hash = (kind: DirectoryKind, secret: string) => keys.mac(`directory ${kind}`, secret)
  const lookUp = (kind: DirectoryKind, secret: string) =>
    k
      .selectFrom('directory')
      .select(['tenant_id as tenant', 'subject_id as subject', 'made_at as madeAt', 'ends_at as endsAt'])
      .where('key_hash', '=', hash(kind, secret))
      .where('kind', '=', kind)
  return {
    hash,
    async find(kind, secret) {
      const client = await db.pool.connect()
      try {
        return await txOn(client).first(lookUp(kind, secret))
      } finally {
        client.release()
      }
    },
    look: (tx, kind, secret) => tx.first(lookUp(kind, secret)),
    entry: (kind, secret, to, at, endsAt) =>
      k.insertInto('directory').values({
        key_hash: hash(kind, secret),
        kind,
        tenant_id: to.tenant,
        subject_id: to.subject,
        made_at: at,
        ends_at: endsAt ?? null,
      }),
    end: (kind, secret) => k.deleteFrom('directory').where('key_hash', '=', hash(kind, secret)),
  }
}
