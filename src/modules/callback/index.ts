// The face of the callback module: its operations and tables, the row it leaves beside a move, and the lanes that send.
import type { Reaction } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import { endings } from './ending.ts'
import { CALLED_MOVES } from './events.ts'
import { claim, erase, hold, settle } from './operations/calling.ts'
import { allowHost, endHost } from './operations/hosts.ts'
import { deliveries, delivery, replay, replayFailed } from './operations/log.ts'
import { add, change, end, pause, receivers, renew, resume, test } from './operations/receivers.ts'
import { spread } from './operations/spread.ts'
import { putMove } from './store.ts'

export { hold as holdCalls } from './operations/calling.ts'
export { callReceiver, lookForCalls, startCalling } from './sweep.ts'

/** One row with the move, and no question: whoever reports does not wait until other systems have been called. */
const reactions: readonly Reaction[] = CALLED_MOVES.map((move) => ({
  on: `matter.${move}`,
  run: async ({ write, actor, subject, now }) => {
    if (subject) write(putMove({ tenant: actor.tenant, id: newId(), matter: subject.id, move, at: now }))
  },
}))

export const callbackModule = {
  name: 'callback',
  endings,
  operations: [
    receivers,
    add,
    change,
    renew,
    pause,
    resume,
    end,
    test,
    deliveries,
    delivery,
    replay,
    replayFailed,
    allowHost,
    endHost,
    spread,
    claim,
    settle,
    erase,
    hold,
  ],
  look: receivers,
  reactions,
  tables: ['callback_host', 'callback_receiver', 'callback_move', 'callback_delivery', 'callback_try'],
  sealed: [{ table: 'callback_receiver', row: 'id', columns: ['secret', { column: 'old_secret', boundAs: 'secret' }] }],
} as const
