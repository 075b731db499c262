// The same ways without what stands between two at once: each must be seen to break its rule.

import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { committeeById } from '#modules/committee/index.ts'
import { dutyReactions, onDuty } from '#modules/mediation/on-duty.ts'
import { mostFor } from '#modules/register/reveal/limits.ts'
import { limitRows, spend, spentOn } from '#modules/register/reveal/store.ts'
import { destructionById } from '#modules/retention/destruction-store.ts'
import type { Street } from '../street.ts'
import { usualWays, type Ways } from './pairs.ts'

export function unlockedWays(street: Street): Ways {
  const usual = usualWays(street)
  const { house, sign, witness } = usual
  const byId = (input: { id: string }, tx: Tx, actor: Actor) => destructionById(tx, actor.tenant, input.id)
  const others = house.reactions.filter((one) => !onDuty.includes(one))
  return {
    house: { ...house, reactions: [...others, ...dutyReactions(committeeById)] },
    sign: { ...sign, subject: byId },
    witness: { ...witness, subject: byId },
    signSlowly: (others) => ({
      ...sign,
      subject: async (input, tx, actor) => {
        const row = await byId(input, tx, actor)
        await others.catch(() => {})
        return row
      },
    }),
    // Read, compared and then written, as if nobody else could come between.
    spend: async (tx, actor, now) => {
      const most = mostFor(
        await limitRows(tx, actor.tenant),
        actor.posts.map(({ role }) => role),
        'numbers',
      )
      const spent = await spentOn(tx, actor.tenant, actor.id, localDay(now), 'numbers')
      if (spent >= most) throw new Error('used up')
      await spend(tx, actor.tenant, actor.id, localDay(now), 'numbers', 1)
    },
  }
}
