// Terms whose end comes near. Any number of processes may look: each seat is told of under its lock.
import { machine } from '#kernel/access.ts'
import { type House, perform } from '#kernel/door.ts'
import { eachDistrict } from '#kernel/keep-looking.ts'
import { remindTerm, toRemind } from './operations/terms.ts'

/** Says what is due in every district; answers how many were told. What fails is found again with the next look. */
export async function sweepTerms(house: House): Promise<number> {
  let told = 0
  await eachDistrict(house, async (tenant) => {
    const linli = machine(tenant, 'committee')
    for (const mediatorId of (await perform(house, toRemind, linli, {})).due)
      if ((await perform(house, remindTerm, linli, { mediatorId })).account) told++
  })
  return told
}
