// Reminders whose day has come. Any number of processes may look: each file is told of under its lock.
import { machine } from '#kernel/access.ts'
import { type House, perform } from '#kernel/door.ts'
import { eachDistrict } from '#kernel/keep-looking.ts'
import { remind, toRemind } from './operations/reminding.ts'

/**
 * Says what is due in every district; answers how many were told. What fails keeps no other from its turn and is found
 * again with the next look; the first fault is thrown when all the others are done.
 */
export async function sweepMediations(house: House): Promise<number> {
  let told = 0
  await eachDistrict(house, async (tenant) => {
    const linli = machine(tenant, 'mediation')
    const faults: unknown[] = []
    for (const one of (await perform(house, toRemind, linli, {})).due)
      try {
        if ((await perform(house, remind, linli, one)).account) told++
      } catch (error) {
        faults.push(error)
      }
    if (faults.length > 0) throw faults[0]
  })
  return told
}
