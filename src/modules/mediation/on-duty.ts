// A committee that holds open files keeps somebody who mediates: the last one on duty leaves when another sits there.

import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import type { Reaction } from '#kernel/door.ts'
import { Problem } from '#kernel/problem.ts'
import { committeeOf, leavingDays, lockCommittee, mediatorsOf } from '#modules/committee/index.ts'
import { openFilesOf } from './store.ts'
import { mediationProblems } from './words.ts'

type Lock = (tx: Tx, tenant: string, committee: string) => Promise<unknown>

/**
 * On each day on which somebody leaves, somebody else sits. The row of the committee is locked first, so that of two who
 * leave at the same moment the second sees that the first is gone; taking a file in locks it, too (mediators.ts).
 */
export async function keepsSomebody(
  tx: Tx,
  tenant: string,
  committee: string,
  today: string,
  lock: Lock,
): Promise<void> {
  await lock(tx, tenant, committee)
  const files = await openFilesOf(tx, tenant, committee)
  if (files === 0) return
  for (const day of await leavingDays(tx, tenant, committee, today)) {
    const sitting = await mediatorsOf(tx, tenant, committee, day)
    if (!sitting.some((one) => one.active)) throw new Problem(mediationProblems.lastOnDuty, { count: files })
  }
}

/** `lock`: what stands between two who leave at once; a test shows what happens without. */
export const dutyReactions = (lock: Lock): readonly Reaction[] =>
  ['committee.leave', 'committee.changeSeat'].map((on) => ({
    on,
    run: async ({ tx, actor, now, input }) => {
      const { mediatorId } = input as { mediatorId: string }
      const committee = await committeeOf(tx, actor.tenant, mediatorId)
      if (committee) await keepsSomebody(tx, actor.tenant, committee, localDay(now), lock)
    },
  }))

export const onDuty = dutyReactions(lockCommittee)
