// Looks every second for calls that are due. Each receiver has a lane of its own, so that a slow one keeps no other waiting.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { type House, perform } from '#kernel/door.ts'
import { isIsolated } from '#kernel/isolation.ts'
import { eachDistrict, keepLooking } from '#kernel/keep-looking.ts'
import { inScope } from '#kernel/scope.ts'
import { type CallOptions, callOut, usualCall } from '#kernel/sending/call-out.ts'
import { dueWork } from './delivery-store.ts'
import { claim, erase, settle } from './operations/calling.ts'
import { spread } from './operations/spread.ts'
import { KEPT_DAYS } from './personal.ts'

const DAY_MS = 86_400_000
/** So many calls to one receiver at a time; together they are answered well within the lease of a try. */
const AT_ONCE = 4

type Taken = OutputOf<(typeof claim)['signature']>['calls'][number]

async function deliver(house: House, tenant: string, one: Taken, options: CallOptions): Promise<void> {
  const { url, headers, body, inside } = one
  const called =
    inside === null
      ? { status: 0, answer: '', fault: 'notAllowed' as const }
      : await callOut({ url, headers, body, inside }, options)
  await perform(house, settle, machine(tenant, 'callback'), {
    ...{ id: one.id, no: one.no, fault: called.fault, answer: called.answer },
    status: called.status || null,
  })
}

/** All that is due for one receiver; returns how many tries were made. */
export async function callReceiver(
  house: House,
  tenant: string,
  receiver: string,
  options: CallOptions = usualCall,
): Promise<number> {
  let tries = 0
  for (;;) {
    const { calls, failing } = await perform(house, claim, machine(tenant, 'callback'), { receiver, most: AT_ONCE })
    await Promise.all(calls.map((one) => deliver(house, tenant, one, options)))
    tries += calls.length
    if (failing || calls.length === 0) return tries
  }
}

/** Writes the calls that wait to be written, and says for which receivers something is due. */
export async function lookForCalls(house: House, tenant: string): Promise<readonly string[]> {
  const linli = machine(tenant, 'callback')
  const now = clock.now()
  const old = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
  const ask = () => inScope(house.db, linli, (tx) => dueWork(tx, tenant, now, old))
  let due = await ask()
  if (due?.old) while ((await perform(house, erase, linli, {})).erased > 0);
  if (due?.moves) {
    while ((await perform(house, spread, linli, {})).more);
    due = await ask()
  }
  if (!due?.receivers.length || (await inScope(house.db, linli, isIsolated))) return []
  return due.receivers
}

export function startCalling(house: House, options: CallOptions = usualCall): { stop(): Promise<void> } {
  const lanes = new Map<string, Promise<void>>()
  const loop = keepLooking(house, 'callbacks', async () => {
    // After a long step of the clock nothing is sent by time alone until it has stood for a while.
    if (!clock.isSettled()) return
    await eachDistrict(house, async (tenant) => {
      for (const receiver of await lookForCalls(house, tenant)) {
        if (lanes.has(receiver)) continue
        const lane = callReceiver(house, tenant, receiver, options)
          .then(
            () => {},
            (error: unknown) => house.watch.failed('callbacks', error),
          )
          .finally(() => lanes.delete(receiver))
        lanes.set(receiver, lane)
      }
    })
  })
  return {
    async stop() {
      await loop.stop()
      await Promise.all(lanes.values())
    },
  }
}
