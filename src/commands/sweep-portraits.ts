// Grids in which somebody has changed are counted anew in the background, so that a portrait need not wait for it.
import { machine } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { eachDistrict } from '#kernel/keep-looking.ts'
import { countPortraits } from '#modules/register/index.ts'
import type { Opened } from './open-house.ts'

/** After a whole city has come in there are thousands: no more than so many commands in one round. */
const MOST = 40

export const sweepPortraits = ({ house }: Opened): Promise<void> =>
  eachDistrict(house, async (tenant) => {
    for (let turn = 0; turn < MOST; turn++) {
      const { opened, counted } = await perform(house, countPortraits, machine(tenant, 'portraits'), {})
      if (opened + counted === 0) return
    }
  })
