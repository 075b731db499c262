// Who asks: an account for every role at every relation, with a session of its own, and those who have no account.
import type { Actor, Role } from '#kernel/access.ts'
import { anonymous, machine } from '#kernel/access.ts'
import { clock, localDay } from '#kernel/clock.ts'
import { identify } from '#kernel/identity.ts'
import { newId, newSecret } from '#kernel/ids.ts'
import { hashPassword } from '#modules/account/password.ts'
import { type Canaries, PASSWORD } from './canaries.ts'
import { type District, RELATIONS, type Relation } from './relations.ts'
import { STAFF, type StaffRole } from './roles.ts'
import type { World } from './subjects.ts'
import type { Street } from '#test/street.ts'

export type Caller = {
  readonly name: string
  readonly kind: 'staff' | 'anonymous' | 'resident' | 'reporter' | 'machine'
  readonly role?: StaffRole
  readonly relation?: Relation
  readonly district: District
  readonly actor: Actor
  /** Bearer token of a session, for asking over HTTP. */
  readonly token?: string
}

type Row = { id: string; login: string; role: StaffRole; relation: Relation; token: string; session: string }

const DAY_MS = 86_400_000
const day = (days: number) => localDay(new Date(clock.now().getTime() + days * DAY_MS))

/** Posts that hold nothing today: over since yesterday, ended, and not begun. The wider they reach, the worse if one counted. */
const SPENT = [
  { area: '第12网格', from: '2026-03-01', to: -1, ended: false },
  { area: '邻里街道', from: '2026-03-01', to: null, ended: true },
  { area: '邻里区', from: null, to: null, ended: false },
] as const

async function writeAccounts(street: Street, rows: readonly Row[], password: string): Promise<void> {
  const { owner, house } = street
  const districtOf = (row: Row) => (row.relation.district === '990101' ? street.tenant : street.otherTenant)
  const now = clock.now()
  await owner.query(
    `insert into account (tenant_id, id, login, name, password, state, area_pos, made_at, changed_at)
     select t, i, l, n, $5, 'active', a.area_pos, $6, $6 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as x (t, i, l, n)
       join area a on a.tenant_id = t and a.name = n`,
    [rows.map(districtOf), rows.map((row) => row.id), rows.map((row) => row.login), rows.map((row) => row.relation.area), password, now],
  )
  const posts = rows.flatMap((row) =>
    row.relation.running
      ? [{ row, area: row.relation.area, from: '2026-03-01', to: null, ended: null }]
      : SPENT.map((post) => ({ row, area: post.area, from: post.from ?? day(1), to: post.to && day(post.to), ended: post.ended ? now : null })),
  )
  await owner.query(
    `insert into post (tenant_id, id, account_id, role, area_id, from_on, to_on, ended_at, made_at)
     select t, i, who, r, a.id, f, u, e, $9 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[], $8::timestamptz[]) as x (t, i, who, r, n, f, u, e)
       join area a on a.tenant_id = t and a.name = n`,
    [
      posts.map(({ row }) => districtOf(row)),
      posts.map(() => newId()),
      posts.map(({ row }) => row.id),
      posts.map(({ row }) => row.role),
      posts.map((post) => post.area),
      posts.map((post) => post.from),
      posts.map((post) => post.to),
      posts.map((post) => post.ended),
      now,
    ],
  )
  const later = new Date(now.getTime() + 365 * DAY_MS)
  await owner.query(
    `insert into session (tenant_id, id, account_id, kind, made_at, seen_at, ends_at)
     select t, s, i, 'token', $4, $4, $5 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x (t, s, i)`,
    [rows.map(districtOf), rows.map((row) => row.session), rows.map((row) => row.id), now, later],
  )
  await owner.query(
    `insert into directory (key_hash, kind, tenant_id, subject_id, made_at)
     select h, 'session', t, s, $4 from unnest($1::bytea[], $2::uuid[], $3::uuid[]) as x (h, t, s)`,
    [rows.map((row) => house.directory.hash('session', row.token)), rows.map(districtOf), rows.map((row) => row.session), now],
  )
}

/** Every role at every relation: 180 accounts. Their tokens are canaries too. */
export async function castOf(street: Street, canaries: Canaries): Promise<readonly Caller[]> {
  const rows: Row[] = STAFF.flatMap((role) =>
    RELATIONS.map((relation) => ({
      id: newId(),
      login: `${role}.${relation.name.replaceAll(' ', '-')}`,
      role,
      relation,
      token: newSecret(),
      session: newId(),
    })),
  )
  await writeAccounts(street, rows, await hashPassword(PASSWORD))
  for (const row of rows) canaries.known(row.token, 'secret', { subject: row.id, district: row.relation.district })
  return Promise.all(
    rows.map(async ({ token, role, relation }) => {
      const actor = await identify(street.house, { secret: token, by: 'bearer' }, 'zh')
      if (actor.kind !== 'staff') throw new Error(`${role} at ${relation.name} is not known by his session`)
      return { name: `${role}, ${relation.name}`, kind: 'staff' as const, role, relation, district: relation.district, actor, token }
    }),
  )
}

/** Those without an account. A resident and a reporter as the door makes them from a code and a receipt. */
export function othersOf(world: World): readonly Caller[] {
  const { street, place, matters } = world
  const nobody = anonymous('zh')
  const { tenant } = street
  const there = { district: '990101' } as const
  return [
    { ...there, name: 'nobody signed in', kind: 'anonymous', actor: nobody },
    { ...there, name: 'resident', kind: 'resident', actor: { ...nobody, kind: 'resident', tenant, id: place.id } },
    {
      ...there,
      name: 'reporter by receipt',
      kind: 'reporter',
      actor: { ...nobody, kind: 'reporter', tenant, id: matters.reported.id, ids: [matters.reported.id] },
    },
    { ...there, name: 'Linli itself', kind: 'machine', actor: machine(tenant, 'test') },
  ]
}

/** An actor with posts of our choosing, for questions that one post cannot ask. */
export async function actorWith(street: Street, posts: readonly (readonly [role: Role, area: string])[]): Promise<Actor> {
  const { rows } = await street.owner.query<{ id: string; name: string; level: string; pos: string; end: string }>(
    `select id, name, level, area_pos as pos, area_end as "end" from area where tenant_id = $1 and name = any ($2)`,
    [street.tenant, posts.map(([, area]) => area)],
  )
  const held = posts.map(([role, name]) => {
    const area = rows.find((one) => one.name === name)!
    return { id: newId(), role, areaId: area.id, areaName: name, level: area.level, pos: Number(area.pos), end: Number(area.end), standsIn: false }
  })
  const { seenBy } = await import('#kernel/access.ts')
  const id = newId()
  return { kind: 'staff', id, tenant: street.tenant, name: 'test', lang: 'zh', posts: held, spans: seenBy(held), ids: [id] }
}
