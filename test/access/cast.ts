// Who asks: an account for every role at every relation, with a session of its own, and those who have no account.
import { type Actor, anonymous, machine } from '#kernel/access.ts'
import { clock, localDay } from '#kernel/clock.ts'
import { identify } from '#kernel/http/identity.ts'
import { newId, newSecret } from '#kernel/ids.ts'
import { hashPassword } from '#modules/account/password.ts'
import type { Street } from '#test/street.ts'
import { type Canaries, PASSWORD } from './canaries.ts'
import { STAFF, type StaffRole } from './expected/roles.ts'
import { type District, RELATIONS, type Relation } from './relations.ts'
import { type PostHeld, type Seat, writeSeats } from './seats.ts'
import type { World } from './subjects.ts'

export type Caller = {
  readonly name: string
  readonly kind: 'staff' | 'anonymous' | 'resident' | 'reporter' | 'system' | 'machine'
  readonly role?: StaffRole
  readonly relation?: Relation
  readonly district: District
  readonly actor: Actor
  /** Bearer token of a session, for asking over HTTP. */
  readonly token?: string
}

const DAY_MS = 86_400_000
const SINCE = '2026-03-01'
const day = (days: number) => localDay(new Date(clock.now().getTime() + days * DAY_MS))

/** Posts that hold nothing today: over since yesterday, ended, not begun. The wider they reach, the worse if one counted. */
const spentPosts = (role: StaffRole): PostHeld[] => [
  { role, area: '第12网格', from: SINCE, to: day(-1), ended: false },
  { role, area: '邻里街道', from: SINCE, to: null, ended: true },
  { role, area: '邻里区', from: day(1), to: null, ended: false },
]

const seatOf = (street: Street, role: StaffRole, { name, district, area, running }: Relation): Seat => ({
  tenant: district === '990101' ? street.tenant : street.otherTenant,
  id: newId(),
  login: `${role}.${name.replaceAll(' ', '-')}`,
  home: area,
  posts: running ? [{ role, area, from: SINCE, to: null, ended: false }] : spentPosts(role),
  session: newId(),
  token: newSecret(),
})

/** Every role at every relation: 180 accounts. Their tokens are canaries too. */
export async function castOf(street: Street, canaries: Canaries): Promise<readonly Caller[]> {
  const rows = STAFF.flatMap((role) =>
    RELATIONS.map((relation) => ({ role, relation, seat: seatOf(street, role, relation) })),
  )
  await writeSeats(
    street,
    rows.map(({ seat }) => seat),
    await hashPassword(PASSWORD),
  )
  return Promise.all(
    rows.map(async ({ role, relation, seat }): Promise<Caller> => {
      const { district } = relation
      canaries.known(seat.token, 'secret', { subject: seat.id, district })
      const actor = await identify(street.house, { secret: seat.token, by: 'bearer' }, 'zh')
      if (actor.id !== seat.id) throw new Error(`${seat.login} is not known by his session`)
      return { name: `${role}, ${relation.name}`, kind: 'staff', role, relation, district, actor, token: seat.token }
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
    {
      ...there,
      name: 'another system',
      kind: 'system',
      actor: { ...nobody, kind: 'system', tenant, id: world.systemKey, ids: [newId()] },
    },
    { ...there, name: 'Linli itself', kind: 'machine', actor: machine(tenant, 'test') },
  ]
}
