// Looks once a day in each district, and at once when a list was witnessed: seals, ends, draws up lists, destroys keys.
import { machine } from '#kernel/access.ts'
import { clock, localDay } from '#kernel/clock.ts'
import { type House, perform } from '#kernel/door.ts'
import { eachDistrict, keepLooking } from '#kernel/keep-looking.ts'
import { inScope } from '#kernel/scope.ts'
import { witnessedLists } from './destruction-store.ts'
import { begin, closeMonth, draw, endDue, endSigned, looked, settle } from './operations/ending.ts'

export type Swept = {
  readonly purpose: string
  readonly sealed: number
  readonly ended: number
  readonly due: number
  readonly held: number
}

/** Pages through an operation until it has seen everything. */
async function through<T extends { readonly after: string | null }>(
  ask: (after: string) => Promise<T>,
  see: (answer: T) => void,
) {
  for (let after: string | null = ''; after !== null; ) {
    const answer: T = await ask(after)
    see(answer)
    after = answer.after
  }
}

/** Lists that two have signed. */
export async function endWitnessed(house: House, tenant: string): Promise<void> {
  const linli = machine(tenant, 'retention')
  for (const { id } of await inScope(house.db, linli, (tx) => witnessedLists(tx, tenant)))
    while ((await perform(house, endSigned, linli, { id })).more);
}

/** Everything that is due in one district today. `despite`: although the last look was long ago by this clock. */
export async function sweepRetention(house: House, tenant: string, despite = false): Promise<Swept[]> {
  const linli = machine(tenant, 'retention')
  const { month: current } = await perform(house, begin, linli, { despite })
  const swept: Swept[] = []
  for (const { code: purpose, signed, sealed } of house.endings.all) {
    const sum = { purpose, sealed: 0, ended: 0, due: 0, held: 0 }
    if (sealed)
      await through(
        (after) => perform(house, settle, linli, { purpose, after }),
        (answer) => {
          sum.sealed += answer.sealed
        },
      )
    if (signed) {
      const { due, held } = await perform(house, draw, linli, { purpose })
      Object.assign(sum, { due, held })
    } else
      await through(
        (after) => perform(house, endDue, linli, { purpose, after }),
        (answer) => {
          sum.ended += answer.ended
          sum.held += answer.held
        },
      )
    // After what was due in them has ended: what is left under their keys is held, or open again.
    const months = sealed ? house.endings.months.months({ tenant, purpose }) : []
    for (const month of months.filter((one) => one < current)) {
      await through(
        (after) => perform(house, closeMonth, linli, { purpose, month, after }),
        () => {},
      )
      house.endings.months.destroy({ tenant, purpose }, month)
    }
    swept.push(sum)
  }
  await endWitnessed(house, tenant)
  const counts = swept.map(({ purpose, due, held, ended }) => ({ purpose, due, held, ended }))
  await perform(house, looked, linli, { counts })
  return swept
}

export function startRetention(house: House): { stop(): Promise<void> } {
  const seen = new Map<string, string>()
  return keepLooking(house, 'retention', async () => {
    // After a long step of the clock nothing ends by time alone until it has stood for a while.
    if (!clock.isSettled()) return
    await eachDistrict(house, async (tenant) => {
      const today = localDay(clock.now())
      if (seen.get(tenant) === today) return endWitnessed(house, tenant)
      await sweepRetention(house, tenant)
      seen.set(tenant, today)
    })
  })
}
