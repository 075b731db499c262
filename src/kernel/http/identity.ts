// Who sends a request: a session cookie of a page or a bearer token, turned into an actor by one statement.
import { type Actor, anonymous, type Post, seenBy } from '../access.ts'
import { clock, localDay } from '../clock.ts'
import type { House } from '../door.ts'
import { networkOf } from '../token.ts'
import type { Lang } from '../words.ts'

/** `__Host-` binds a cookie to this host and to https; plain http on the own machine cannot have it. */
export const cookieName = (url: string): string => (url.startsWith('https:') ? '__Host-linli' : 'linli')

/** As the session's cookie; it outlives the session. */
export const deviceCookieName = (url: string): string => `${cookieName(url)}-device`

export function readCookies(header: string | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim())
  }
  return cookies
}

export type Credential = { readonly secret: string; readonly by: 'cookie' | 'bearer' }

export function credentialOf(request: Request, url: string): Credential | undefined {
  const bearer = request.headers.get('authorization')?.match(/^Bearer ([\w-]{20,100})$/i)?.[1]
  if (bearer) return { secret: bearer, by: 'bearer' }
  const cookie = readCookies(request.headers.get('cookie')).get(cookieName(url))
  return cookie ? { secret: cookie, by: 'cookie' } : undefined
}

type SessionRow = {
  tenant_id: string
  session_id: string
  kind: 'web' | 'token'
  scopes: string[]
  used_on: string | null
  used_from: string
  account_id: string
  name: string
  name_en: string
  lang: Lang
  seen_at: Date
  posts: Post[]
  /** Rows assigned to the account or to the agencies he works for. */
  ids: string[]
}

/** The actor behind an account without a session: for the command line and the demo, on this machine only. */
export async function actorOf(house: House, tenant: string, account: string, lang?: Lang): Promise<Actor> {
  const { rows } = await house.db.pool.query<
    Omit<SessionRow, 'session_id' | 'kind' | 'scopes' | 'used_on' | 'used_from' | 'seen_at'>
  >('select * from find_account($1, $2, $3)', [tenant, account, localDay(clock.now())])
  const row = rows[0]
  if (!row) throw new Error(`no active account ${account}`)
  const { posts } = row
  return {
    kind: 'staff',
    id: row.account_id,
    tenant,
    name: row.name,
    lang: lang ?? row.lang,
    posts,
    spans: seenBy(posts),
    ids: [row.account_id, ...row.ids],
  }
}

const SEEN_EVERY_MS = 5 * 60_000

/**
 * The person behind a session, with the posts he holds today; anonymous when the session is gone.
 * `from` is the address the request came from, noted for tokens alone and without its last part.
 */
export async function identify(
  house: House,
  credential: Credential | undefined,
  lang: Lang | undefined,
  { asleep = false, from }: { asleep?: boolean; from?: string | undefined } = {},
): Promise<Actor> {
  const nobody = anonymous(lang ?? 'zh')
  if (!credential) return nobody
  // A session holds only by a clock that is sure: where the database cannot say what time it is, nobody is let in.
  if (clock.isDoubtful()) await house.lookAtClock()
  const now = clock.now()
  const { rows } = await house.db.pool.query<SessionRow>({
    name: 'find_session',
    text: 'select * from find_session($1, $2, $3)',
    values: [house.directory.hash('session', credential.secret), now, localDay(now)],
  })
  const row = rows[0]
  if (!row) return nobody
  const actor: Actor = {
    kind: 'staff',
    id: row.account_id,
    tenant: row.tenant_id,
    name: row.name,
    lang: lang ?? row.lang,
    posts: row.posts,
    spans: seenBy(row.posts),
    ids: [row.account_id, ...row.ids],
    sessionId: row.session_id,
    ...(row.kind === 'token' ? { token: { id: row.session_id, scopes: row.scopes } } : {}),
  }
  if (!asleep && row.kind === 'token') await touchToken(house, row, localDay(now), networkOf(from))
  if (!asleep && row.kind === 'web' && now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS)
    await touch(house, actor, now)
  return actor
}

/** Notes the day and the network a token was last used, when either is another than before. */
async function touchToken(house: House, row: SessionRow, day: string, place: string): Promise<void> {
  if (row.used_on === day && row.used_from === place) return
  await house.db.pool.query('select touch_token($1, $2, $3, $4)', [row.tenant_id, row.session_id, day, place])
}

/** Notes at most every five minutes that a session is in use; idle ones end by themselves (find_session). */
async function touch(house: House, actor: Actor, now: Date): Promise<void> {
  await house.db.pool.query('select touch_session($1, $2, $3)', [actor.tenant, actor.sessionId, now])
}
