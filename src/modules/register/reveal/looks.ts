// For the privacy officer and those who lead: looks that are unlike a day's work, and the numbers of a day.
import { holds } from '#kernel/access.ts'
import { localDay, localInstant } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { COUNTED_ROLES, kindsOf, limitOf, mostFor } from './limits.ts'
import { limitRows, lookDays, writeLimit } from './store.ts'
import { LOOKS_BACK_DAYS, unusual } from './unusual.ts'

const OVERSEERS = ['privacy_officer', 'community_head', 'subdistrict_leader', 'district_leader'] as const
const oversees = holds(...OVERSEERS)
const setsLimits = holds('privacy_officer')

const DAY_MS = 86_400_000

type LookDays = Awaited<ReturnType<typeof lookDays>>

/** Days of one account, whichever of its posts it looked by. */
function byAccount(rows: LookDays): Map<string, LookDays> {
  const all = new Map<string, LookDays>()
  for (const row of rows) all.set(row.actor_id, [...(all.get(row.actor_id) ?? []), row])
  return all
}

export const looks = operation(register.looks, {
  permit: [oversees],
  async run({ tx, actor, now }) {
    const today = localDay(now)
    const from = localDay(new Date(now.getTime() - (LOOKS_BACK_DAYS - 1) * DAY_MS))
    const posts = actor.posts.filter((post) => (OVERSEERS as readonly string[]).includes(post.role))
    const [rows, limits] = await Promise.all([
      lookDays(tx, actor.tenant, localInstant(from), posts),
      limitRows(tx, actor.tenant),
    ])
    const accounts = [...byAccount(rows)]
    return {
      looks: accounts
        .map(([accountId, days]) => ({
          accountId,
          name: days[0]!.name,
          ...{ office: days[0]!.office, officeEn: days[0]!.office_en, role: days[0]!.role },
          reasons: unusual(days, today, mostFor(limits, days.map(({ role }) => role) as never, 'households')),
          days: days.map(({ day, households, purposes, beyond }) => ({ day, households, purposes, beyond })),
        }))
        .filter(({ reasons }) => reasons.length > 0),
      accounts: accounts.length,
      households: rows.reduce((sum, row) => sum + row.households, 0),
      from,
      to: today,
      limits: COUNTED_ROLES.flatMap((role) =>
        kindsOf(role).map((kind) => ({ role, kind, ...plain(limitOf(limits, role, kind)) })),
      ),
      can: setsLimits.mayEver(actor) ? ['setLimit'] : [],
    }
  },
})

const plain = ({ most, version }: { most: number; version: number }) => ({ most, version })

export const setLimit = operation(register.setLimit, {
  permit: [setsLimits],
  async run({ input, tx, actor, now, write }) {
    if (!kindsOf(input.role).includes(input.kind)) throw new Problem(doorProblems.missing)
    const { version } = limitOf(await limitRows(tx, actor.tenant), input.role, input.kind)
    if (version !== input.version) throw new Problem(doorProblems.changed)
    const row = { ...input, version: version + 1 }
    write(writeLimit(actor.tenant, row, now))
    return row
  },
})
