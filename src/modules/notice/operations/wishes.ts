// How one wishes to be told: when the digest comes, whether by e-mail too, and when it is quiet.
import { type Actor, signedIn } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { notice } from '../contract.ts'
import { noticeRows } from '../kinds.ts'
import { emailAt, openEmail } from '../letter.ts'
import { maskAddress } from '../personal.ts'
import { nextDigest } from '../quiet.ts'
import { type WishRow, wishOf } from '../store.ts'
import { noticeProblems } from '../words.ts'

function toWishes(keys: Context['keys'], actor: Actor, row: WishRow | undefined) {
  return {
    digestAt: row?.digest_at ?? null,
    digestEmail: row?.digest_email ?? false,
    quiet: row?.quiet ?? ('usual' as const),
    quietFrom: row?.quiet_from ?? null,
    quietTo: row?.quiet_to ?? null,
    email: row?.email ? maskAddress(openEmail(keys, actor, { id: actor.id, email: row.email })) : null,
    version: row?.version ?? 0,
  }
}

export const wishes = operation(notice.wishes, {
  permit: [signedIn],
  async run({ actor, tx, keys }) {
    const [row, { rule }] = await Promise.all([wishOf(tx, actor.tenant, actor.id), noticeRows(tx, actor.tenant)])
    return { wishes: toWishes(keys, actor, row), rule }
  },
})

export const setWishes = operation(notice.setWishes, {
  permit: [signedIn],
  async run({ input, actor, tx, keys, now, made }) {
    const before = await wishOf(tx, actor.tenant, actor.id, true)
    if ((before?.version ?? 0) !== input.version) throw new Problem(doorProblems.changed)
    const hours = input.quiet === 'own'
    if (hours && (input.quietFrom === null || input.quietTo === null)) throw new Problem(noticeProblems.ownHours)
    const sealed = input.email ? keys.seal(input.email, emailAt(actor.tenant, actor.id)) : null
    const email = input.email === undefined ? (before?.email ?? null) : sealed
    if (input.digestEmail && !email) throw new Problem(noticeProblems.emailNeeded)
    const { rule } = await noticeRows(tx, actor.tenant)
    const set = {
      digest_at: input.digestAt,
      digest_email: input.digestEmail,
      quiet: input.quiet,
      quiet_from: hours ? input.quietFrom : null,
      quiet_to: hours ? input.quietTo : null,
      email,
      // What waits for a digest comes at the new time.
      digest_due: before?.digest_due ? nextDigest(now, input.digestAt ?? rule.digestAt, before.digest_on) : null,
      version: input.version + 1,
      changed_at: now,
    }
    const [saved] = await tx.all(
      k
        .insertInto('notice_wish')
        .values({ tenant_id: actor.tenant, account_id: actor.id, ...set })
        .onConflict((clash) => clash.columns(['tenant_id', 'account_id']).doUpdateSet(set))
        .returningAll(),
    )
    made({ id: actor.id, area_pos: actor.posts[0]?.pos ?? 0, version: set.version })
    return toWishes(keys, actor, saved)
  },
})
