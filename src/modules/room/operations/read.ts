// Rooms for those at work.
import { type Actor, signedIn } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { room } from '../contract.ts'
import { canOf, keeps, spanOf } from '../rights.ts'
import { roomById, roomsWithin } from '../store.ts'
import { deskList, deskView } from '../view.ts'

const roomNamed = (input: { id: string }, tx: Tx, actor: Actor) => roomById(tx, actor.tenant, input.id)

export const list = operation(room.list, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const { area, span } = await spanOf(tx, actor, input.areaId)
    const rows = await roomsWithin(tx, actor.tenant, span)
    return {
      rooms: await deskList(tx, actor.tenant, rows, { can: canOf(actor), now }),
      can: (area ? keeps.allows(actor, area) : keeps.mayEver(actor)) ? ['add'] : [],
    }
  },
})

export const get = operation(room.get, {
  permit: [signedIn],
  sight: 'tenant',
  subject: roomNamed,
  run: ({ subject, tx, actor, now, url }) => deskView(tx, actor.tenant, subject!, { can: canOf(actor), now, url }),
})
