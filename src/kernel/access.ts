// Who is asking, what he may see, and the named rules that let him through.
import type { Lang } from './words.ts'

/** The closed list of roles (docs/words.md). A post gives one of them in one area for a term. */
export const ROLES = [
  'resident',
  'reporter',
  'grid_worker',
  'building_head',
  'volunteer',
  'patrol_member',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'department_clerk',
  'mediator',
  'lawyer',
  'expert',
  'district_staff',
  'district_leader',
  'privacy_officer',
  'system_admin',
  'security_admin',
  'audit_admin',
  'machine',
] as const
export type Role = (typeof ROLES)[number]

/** Roles whose post opens the matters of its area. All others see only what is assigned to them by id. */
const SEES_ITS_AREA: ReadonlySet<Role> = new Set([
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'district_staff',
  'district_leader',
])

/** The three administrators keep each other in check: no account holds two of them, and none reads content. */
export const ADMINS: ReadonlySet<Role> = new Set(['system_admin', 'security_admin', 'audit_admin'])

/** An interval of the area tree: every position from `pos` to `end`. */
export type Span = { readonly pos: number; readonly end: number }

export type Post = Span & {
  readonly id: string
  readonly role: Role
  readonly areaId: string
  readonly areaName: string
  readonly level: string
  readonly standsIn: boolean
  /** The agency a department's clerk works for; null for every other post. */
  readonly agencyId: string | null
}

export type Actor = {
  /** `system`: another system that sends by a key of its own. */
  readonly kind: 'staff' | 'reporter' | 'resident' | 'system' | 'anonymous' | 'machine'
  /** Of the account, the reported matter, the scanned place, the key or the machine. */
  readonly id: string
  readonly tenant: string
  readonly name: string
  readonly lang: Lang
  readonly posts: readonly Post[]
  /** What his posts let him see, joined and sorted. */
  readonly spans: readonly Span[]
  /** Rows assigned to him one by one. */
  readonly ids: readonly string[]
  readonly sessionId?: string
  /** The token by which a program acts for him, and what it may ask (token.ts). None: he came himself. */
  readonly token?: { readonly id: string; readonly scopes: readonly string[] }
  /** The place whose printed code he scanned. */
  readonly place?: string
}

export const NOBODY = '00000000-0000-0000-0000-000000000000'

export const anonymous = (lang: Lang): Actor => ({
  kind: 'anonymous',
  id: NOBODY,
  tenant: '',
  name: '',
  lang,
  posts: [],
  spans: [],
  ids: [],
})

/** Linli itself at work: sweeps, imports from the command line, reactions. It acts in one tenant and sees all of it. */
export const machine = (tenant: string, name: string): Actor => ({
  kind: 'machine',
  id: NOBODY,
  tenant,
  name,
  lang: 'zh',
  posts: [],
  spans: [{ pos: 0, end: Number.MAX_SAFE_INTEGER }],
  ids: [],
})

/** Sorted intervals without overlap that cover exactly what the given ones cover. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.pos - b.pos)) {
    const last = joined.at(-1)
    if (last && span.pos <= last.end + 1)
      joined[joined.length - 1] = { pos: last.pos, end: Math.max(last.end, span.end) }
    else joined.push({ pos: span.pos, end: span.end })
  }
  return joined
}

export const seenBy = (posts: readonly Post[]): Span[] =>
  joinSpans(posts.filter((post) => SEES_ITS_AREA.has(post.role)))

/** Whether the post opens what lies there. */
export const opens = (post: Span & { readonly role: string }, pos: number): boolean =>
  SEES_ITS_AREA.has(post.role as Role) && covers(post, pos)

export const covers = (span: Span, pos: number): boolean => span.pos <= pos && pos <= span.end

/** A named reason to let someone through. The label is printed in the permission table. */
export type Rule<Subject = unknown> = {
  readonly label: string
  /** Whether it could ever hold for this actor, whatever the subject: decides refusal before a row is looked for. */
  readonly mayEver: (actor: Actor) => boolean
  readonly allows: (actor: Actor, subject: Subject) => boolean
}

export const rule = <Subject>(
  label: string,
  allows: Rule<Subject>['allows'],
  mayEver: Rule['mayEver'] = () => true,
): Rule<Subject> => ({
  label,
  allows,
  mayEver,
})

/** Anybody at all; the reason is printed. */
export const anyone = (reason: string): Rule => rule(`anyone: ${reason}`, () => true)

const staffMay = (actor: Actor) => actor.kind === 'staff'

/** Anybody signed in. */
export const signedIn = rule('signed in', staffMay, staffMay)

export const machineOnly = rule(
  'Linli itself',
  (actor) => actor.kind === 'machine',
  (actor) => actor.kind === 'machine',
)

export const systemOnly = rule(
  'another system, by its key',
  (actor) => actor.kind === 'system',
  (actor) => actor.kind === 'system',
)

/** Holds one of the roles in an area that covers the subject. */
export const works = (...roles: readonly Role[]): Rule<{ readonly area_pos: number }> =>
  rule(
    `${roles.join(', ')} of the area`,
    (actor, subject) => actor.posts.some((post) => roles.includes(post.role) && covers(post, subject.area_pos)),
    (actor) => actor.posts.some((post) => roles.includes(post.role)),
  )

/** Holds one of the roles anywhere; for subjects without an area. */
export const holds = (...roles: readonly Role[]): Rule => {
  const has = (actor: Actor) => actor.posts.some((post) => roles.includes(post.role))
  return rule(`${roles.join(', ')}`, has, has)
}

export const allOf = <Subject>(...rules: readonly Rule<Subject>[]): Rule<Subject> =>
  rule(
    rules.map((each) => each.label).join(' and '),
    (actor, subject) => rules.every((each) => each.allows(actor, subject)),
    (actor) => rules.every((each) => each.mayEver(actor)),
  )

/**
 * What the database is told about the actor for one transaction (set_scope in 0001_kernel.sql): the hull of his spans
 * and the gaps in it. Gaps and not spans, because a `not <@` is what the planner expects to be nearly always true.
 */
export function scopeOf(actor: Actor): readonly [tenant: string, lo: string, hi: string, gaps: string, ids: string] {
  const { spans } = actor
  const [first, last] = [spans[0], spans.at(-1)]
  const gaps = spans.slice(1).map((span, at) => `(${spans[at]!.end},${span.pos})`)
  return [
    actor.tenant,
    first ? String(first.pos) : '',
    last ? String(last.end) : '',
    `{${gaps.join(',')}}`,
    actor.ids.join(','),
  ]
}
