// Looks for reminders whose day has come. Any number of processes may look: each file is told of under its lock.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { type House, perform } from '#kernel/door.ts'
import { eachDistrict, keepLooking } from '#kernel/keep-looking.ts'
import { remind, toRemind } from './operations/reminding.ts'

/** Says what is due in every district; answers how many were told. */
export async function sweepMediations(house: House): Promise<number> {
  let told = 0
  await eachDistrict(house, async (tenant) => {
    const linli = machine(tenant, 'mediation')
    for (;;) {
      const { due } = await perform(house, toRemind, linli, {})
      if (due.length === 0) return
      for (const one of due) if ((await perform(house, remind, linli, one)).account) told++
    }
  })
  return told
}

export const startReminding = (house: House): { stop(): Promise<void> } =>
  keepLooking(house, 'mediations', async () => {
    // After a long step of the clock nobody is reminded until it has stood for a while.
    if (clock.isSettled()) await sweepMediations(house)
  })
