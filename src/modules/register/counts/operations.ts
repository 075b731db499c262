// Counts of an area, from what is kept for each grid; and Linli comparing them with the rows.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { areaById } from '#modules/area/index.ts'
import { register } from '../contract.ts'
import { countsOf, SMALL, toldTogether } from '../portrait/shown.ts'
import { counts as mayCount, reads } from '../rights.ts'
import { countChange, countFaults, keptCounts, movedSince } from './store.ts'

const YEAR_MS = 365 * 86_400_000

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

type Moved = Awaited<ReturnType<typeof movedSince>>

/** By cause, as the months of the portrait are told: their sum must not tell a cause that is not. */
function movedBy(moved: Moved, way: 'in' | 'out', told: (n: number) => number | null) {
  const mine = moved.filter((one) => one.way === way)
  const n = toldTogether(
    mine.map((one) => one.n),
    told,
  )
  return mine.map(({ cause }, at) => ({ way, cause, n: n[at]! }))
}

export const counts = operation(register.counts, {
  permit: [mayCount],
  subject: areaNamed,
  async run({ subject, tx, actor, now }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const from = localDay(new Date(now.getTime() - YEAR_MS))
    const [kept, moved] = await Promise.all([
      keptCounts(tx, actor.tenant, span),
      movedSince(tx, actor.tenant, span, from),
    ])
    const clear = reads.allows(actor, subject!)
    const told = (n: number) => (clear || n === 0 || n >= SMALL ? n : null)
    return {
      counts: countsOf(kept, told).counts,
      moved: [...movedBy(moved, 'in', told), ...movedBy(moved, 'out', told)],
      movedFrom: from,
    }
  },
})

export const recount = operation(register.recount, {
  permit: [machineOnly],
  async run({ input, tx, actor }) {
    const faults = await countFaults(tx, actor.tenant)
    const mend = input.mend
      ? countChange(
          actor.tenant,
          faults.map((one) => ({ grid: one.grid_id, class: one.class, n: one.real - one.kept })),
        )
      : undefined
    if (mend) await tx.all(mend)
    return {
      faults: faults.map((one) => ({ gridId: one.grid_id, class: one.class, kept: one.kept, real: one.real })),
      mended: mend !== undefined,
    }
  },
})
