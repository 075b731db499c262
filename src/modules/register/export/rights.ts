// Who may carry a list out, and who is a second person for it: above the one who asks or beside the line, never below.
import { type Actor, covers, type Post, type Role, rule } from '#kernel/access.ts'
import { READERS } from '../rights.ts'
import type { ExportRow } from './store.ts'

/** From below to above; who stands in no line looks after everybody's data and answers to nobody in it. */
const LINE: readonly Role[] = [
  ...(['grid_worker', 'community_staff', 'community_head', 'subdistrict_staff', 'subdistrict_leader'] as const),
  ...(['district_leader'] as const),
]
const SECONDS: readonly Role[] = ['community_head', 'subdistrict_leader', 'district_leader', 'privacy_officer']
const TRACERS: readonly Role[] = ['privacy_officer', 'audit_admin']

/** His narrowest post over the area: the office that stands on the file. */
export const officeOf = (actor: Actor, pos: number): Post | undefined =>
  actor.posts
    .filter((post) => (READERS as readonly Role[]).includes(post.role) && covers(post, pos))
    .sort((a, b) => a.end - a.pos - (b.end - b.pos))[0]

const above = (post: Post, row: ExportRow): boolean =>
  SECONDS.includes(post.role) &&
  post.pos <= row.office_pos &&
  row.office_end <= post.end &&
  (post.role === 'privacy_officer' || LINE.indexOf(post.role) > LINE.indexOf(row.role as Role))

export const isSecond = (actor: Actor, row: ExportRow): boolean =>
  actor.id !== row.asked_by && actor.posts.some((post) => above(post, row))

export const seconds = rule<ExportRow>(`${SECONDS.join(', ')} of the area and above whoever asked`, isSecond, (actor) =>
  actor.posts.some((post) => SECONDS.includes(post.role)),
)

/** His own, while he still answers for the area. */
export const ownExport = rule<ExportRow>(
  'asked for it himself',
  (actor, row) => actor.id === row.asked_by && officeOf(actor, row.area_pos) !== undefined,
  (actor) => actor.posts.some((post) => (READERS as readonly Role[]).includes(post.role)),
)

const has = (roles: readonly Role[]) => (actor: Actor) => actor.posts.some((post) => roles.includes(post.role))
const tells = [...READERS, ...SECONDS.filter((role) => !(READERS as readonly Role[]).includes(role))]

export const seesExports = rule(tells.join(', '), has(tells), has(tells))
export const traces = rule(TRACERS.join(', '), has(TRACERS), has(TRACERS))

export const postsOf = (actor: Actor, which: 'second' | 'trace'): Post[] =>
  actor.posts.filter((post) => (which === 'second' ? SECONDS : TRACERS).includes(post.role))
