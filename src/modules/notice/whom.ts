// Who is meant by a saying, for all sayings of a round at once: people at work who may see what it is about, and nobody else.
import { opens, type Role } from '#kernel/access.ts'
import { holdersOf } from '#kernel/assignment.ts'
import { barredFrom } from '#kernel/barring.ts'
import { localDay } from '#kernel/clock.ts'
import { type Tx, together } from '#kernel/database.ts'
import { heldNow, roomOf, workersAtEach, workersFor } from '#modules/account/index.ts'
import { DESKS } from '#modules/matter/index.ts'

/** One person, an agency's clerks, the desk of one area, or whoever holds one of the roles at a place. */
export type Group =
  | { readonly account: string }
  | { readonly agency: string }
  | { readonly desk: string }
  | { readonly roles: readonly Role[]; readonly areaPos: number }

/** `kind`: said otherwise when it comes to these. */
export type Choice = { readonly groups: readonly Group[]; readonly kind?: string }

/** The first choice in which there is anybody. */
export type To = { readonly choices: readonly Choice[] }

/** A row that not everybody may see: its id, and where it lies. */
export type Guarded = { readonly id: string; readonly pos: number }

export type Meant = {
  readonly accounts: readonly { readonly id: string; readonly room: 'desk' | 'field'; readonly apart: boolean }[]
  readonly kind: string | undefined
}

type Wanted = { readonly to: To; readonly guard: Guarded | undefined; readonly without: readonly string[] }
type Post = Awaited<ReturnType<typeof heldNow>>[number]

const groupsOf = (wanted: readonly Wanted[]): Group[] =>
  wanted.flatMap(({ to }) => to.choices.flatMap(({ groups }) => groups))

/** The accounts of each group by what their posts say. */
async function membersOf(tx: Tx, tenant: string, groups: readonly Group[], day: string) {
  const places = groups.flatMap((one) => ('roles' in one ? [one] : []))
  const agencies = [...new Set(groups.flatMap((one) => ('agency' in one ? [one.agency] : [])))].sort()
  const areas = [...new Set(groups.flatMap((one) => ('desk' in one ? [one.desk] : [])))].sort()
  const positions = [...new Set(places.map(({ areaPos }) => areaPos))]
  const roles = [...new Set(places.flatMap((one) => one.roles))].sort()
  const [there, named] = await together([
    positions.length ? workersAtEach(tx, tenant, positions, roles, day) : [],
    agencies.length || areas.length
      ? workersFor(tx, tenant, { agencies, areas }, ['department_clerk', ...DESKS], day)
      : [],
  ])
  const at = Map.groupBy(there, ({ pos }) => pos)
  const ofAgency = Map.groupBy(named, ({ agency_id }) => agency_id)
  const atDesk = Map.groupBy(named, ({ area_id }) => area_id)
  return (group: Group): string[] => {
    if ('account' in group) return [group.account]
    if ('agency' in group) return (ofAgency.get(group.agency) ?? []).map(({ id }) => id)
    if ('desk' in group)
      return (atDesk.get(group.desk) ?? []).flatMap(({ id, agency_id }) => (agency_id === null ? [id] : []))
    return (at.get(group.areaPos) ?? []).flatMap(({ id, role }) => (group.roles.includes(role as Role) ? [id] : []))
  }
}

/** As the door would judge it now: by a post over its place, or because it was handed to him or to his agency. */
function seesBy(posts: readonly Post[], account: string, holders: ReadonlySet<string> | undefined, pos: number) {
  if (posts.some((post) => opens(post, pos))) return 'area'
  const handed =
    posts.length > 0 && [account, ...posts.flatMap(({ agency_id }) => agency_id ?? [])].some((one) => holders?.has(one))
  return handed ? 'handed' : undefined
}

/** Answers for each saying of a round who is meant: two rounds of questions, however many sayings there are. */
export async function findPeople(
  tx: Tx,
  tenant: string,
  wanted: readonly Wanted[],
  now: Date,
): Promise<(one: Wanted) => Meant> {
  const day = localDay(now)
  const members = await membersOf(tx, tenant, groupsOf(wanted), day)
  const accounts = [...new Set(groupsOf(wanted).flatMap(members))]
  const guarded = [...new Set(wanted.flatMap(({ guard }) => guard?.id ?? []))]
  const [held, handed, barred] = await together([
    accounts.length ? heldNow(tx, tenant, accounts, day) : [],
    guarded.length ? holdersOf(tx, tenant, guarded) : [],
    guarded.length ? barredFrom(tx, tenant, guarded) : [],
  ])
  const posts = Map.groupBy(held, ({ id }) => id)
  const holders = new Map(
    [...Map.groupBy(handed, ({ subject_id }) => subject_id)].map(
      ([id, rows]) => [id, new Set(rows.map(({ holder_id }) => holder_id))] as const,
    ),
  )
  const isBarred = (id: string, guard: Guarded | undefined) =>
    barred.some((one) => one.account_id === id && one.subject_id === guard?.id)
  return ({ to, guard, without }) => {
    for (const { groups, kind } of to.choices) {
      const found = [...new Set(groups.flatMap(members))].flatMap((id) => {
        const his = posts.get(id) ?? []
        const by = guard ? seesBy(his, id, holders.get(guard.id), guard.pos) : 'area'
        return by && !without.includes(id) && !isBarred(id, guard)
          ? [{ id, room: roomOf(his.map(({ role }) => role)), apart: by === 'handed' }]
          : []
      })
      if (found.length > 0) return { accounts: found, kind }
    }
    return { accounts: [], kind: undefined }
  }
}
