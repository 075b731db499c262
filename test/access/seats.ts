// Writes accounts, posts and sessions past the door, many at once; who may make them through it is another question.
import { clock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import type { Street } from '#test/street.ts'

export type PostHeld = {
  readonly role: string
  /** Name of the area. */
  readonly area: string
  readonly from: string
  readonly to: string | null
  readonly ended: boolean
}

export type Seat = {
  readonly tenant: string
  readonly id: string
  readonly login: string
  /** Name of the area where the account is kept. */
  readonly home: string
  readonly posts: readonly PostHeld[]
  readonly session: string
  readonly token: string
}

const YEAR_MS = 365 * 86_400_000

/** Days are in Shanghai's calendar, sessions last a year from the clock's present, passwords are given as their hash. */
export async function writeSeats({ owner, house }: Street, seats: readonly Seat[], password: string): Promise<void> {
  const now = clock.now()
  const write = (text: string, rows: readonly object[], ...values: unknown[]) =>
    owner.query(text, [JSON.stringify(rows), now, ...values])
  await write(
    `insert into account (tenant_id, id, login, name, password, state, area_pos, made_at, changed_at)
     select x.tenant, x.id, x.login, x.home, $3, 'active', a.area_pos, $2, $2
     from jsonb_to_recordset($1) as x (tenant uuid, id uuid, login text, home text) join area a on a.tenant_id = x.tenant and a.name = x.home`,
    seats.map(({ tenant, id, login, home }) => ({ tenant, id, login, home })),
    password,
  )
  await write(
    `insert into post (tenant_id, id, account_id, role, area_id, from_on, to_on, ended_at, made_at)
     select x.tenant, x.id, x.account, x.role, a.id, x."from", x."to", case when x.ended then $2::timestamptz end, $2
     from jsonb_to_recordset($1) as x (tenant uuid, id uuid, account uuid, role text, area text, "from" date, "to" date, ended boolean)
       join area a on a.tenant_id = x.tenant and a.name = x.area`,
    seats.flatMap(({ tenant, id, posts }) => posts.map((post) => ({ tenant, id: newId(), account: id, ...post }))),
  )
  await write(
    `insert into session (tenant_id, id, account_id, kind, made_at, seen_at, ends_at)
     select x.tenant, x.session, x.id, 'web', $2, $2, $3 from jsonb_to_recordset($1) as x (tenant uuid, session uuid, id uuid)`,
    seats.map(({ tenant, id, session }) => ({ tenant, id, session })),
    new Date(now.getTime() + YEAR_MS),
  )
  await write(
    `insert into directory (key_hash, kind, tenant_id, subject_id, made_at)
     select decode(x.hash, 'hex'), 'session', x.tenant, x.session, $2 from jsonb_to_recordset($1) as x (hash text, tenant uuid, session uuid)`,
    seats.map(({ tenant, session, token }) => ({
      tenant,
      session,
      hash: house.directory.hash('session', token).toString('hex'),
    })),
  )
}
