// What was sent: the list, one call with every try, and sending again.
import { holds } from '#kernel/access.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { callback } from '../contract.ts'
import {
  type DeliveryRow,
  deliveryById,
  listDeliveries,
  lockDelivery,
  setDelivery,
  triesOf,
  unpark,
} from '../delivery-store.ts'
import { lockReceiver, receiverById } from '../store.ts'
import { callbackProblems } from '../words.ts'
import { keepers } from './hosts.ts'

const shown = (row: DeliveryRow) => ({
  ...{ id: row.id, receiver: row.receiver_id, no: row.no, event: row.event, at: row.at.toISOString() },
  ...{ state: row.state, tries: row.tries, nextAt: row.next_at?.toISOString() ?? null },
  ...{ status: row.status, fault: row.fault as Fault, changedAt: row.changed_at.toISOString() },
})
type Fault = 'unreachable' | null

export const deliveries = operation(callback.deliveries, {
  permit: [holds('system_admin')],
  async run({ input, tx, actor }) {
    const { receiver, state, limit } = input
    if (!(await receiverById(tx, actor.tenant, receiver))) throw new Problem(doorProblems.missing)
    const after = input.after ? await deliveryById(tx, actor.tenant, input.after) : undefined
    const rows = await listDeliveries(tx, actor.tenant, receiver, { state, after, limit })
    const page = rows.slice(0, limit)
    return { deliveries: page.map(shown), next: rows.length > limit ? page.at(-1)!.id : null }
  },
})

export const delivery = operation(callback.delivery, {
  permit: [holds('system_admin')],
  async run({ input, tx, actor }) {
    const row = await deliveryById(tx, actor.tenant, input.id)
    if (!row) throw new Problem(doorProblems.missing)
    const tries = await triesOf(tx, actor.tenant, row.id)
    const over = row.state === 'parked' || row.state === 'sent'
    return {
      ...shown(row),
      body: row.body,
      log: tries.map(({ no, at, ended_at, result, status, fault, answer }) => ({
        ...{ no, at: at.toISOString(), endedAt: ended_at?.toISOString() ?? null, result, status },
        ...{ fault: fault as Fault, answer },
      })),
      can: over && keepers.allows(actor, undefined) ? ['replay'] : [],
    }
  },
})

export const replay = operation(callback.replay, {
  permit: [keepers],
  async run({ input, tx, actor, now, write }) {
    const row = await lockDelivery(tx, actor.tenant, input.id)
    if (!row) throw new Problem(doorProblems.missing)
    if (row.next_at) throw new Problem(callbackProblems.onItsWay)
    const receiver = await lockReceiver(tx, actor.tenant, row.receiver_id)
    if (receiver?.state !== 'on') throw new Problem(callbackProblems.notOn)
    write(setDelivery(row, { state: 'waiting', next_at: now, since_try: 0 }, now))
    return { done: true } as const
  },
})

export const replayFailed = operation(callback.replayFailed, {
  permit: [keepers],
  async run({ input, tx, actor, now }) {
    const receiver = await lockReceiver(tx, actor.tenant, input.receiver)
    if (!receiver) throw new Problem(doorProblems.missing)
    if (receiver.state !== 'on') throw new Problem(callbackProblems.notOn)
    const rows = await unpark(tx, actor.tenant, receiver.id, new Date(input.since), now)
    return { count: rows.length }
  },
})
