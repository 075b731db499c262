// What each line about callbacks asks, and the address, call and host that it asks about.
import { callback } from '#modules/callback/contract.ts'
import type { Street } from '#test/street.ts'
import type { Ask } from './inputs.ts'

export type CallbackWorld = {
  readonly receiver: { readonly id: string; readonly version: number }
  readonly delivery: string
  readonly host: string
}

type Input = (ask: Ask) => Record<string, unknown>

const WANTED = {
  ...{ owner: '市热线小程序', contact: '0370-1234567', url: 'https://hooks.example.org/linli' },
  ...{ lang: 'zh' as const, events: ['matter.closed'] },
}

/** One address whose trial has failed for good. */
export async function callbacksThere(street: Street): Promise<CallbackWorld> {
  const admin = street.as('chengyizhou')
  const { id: host } = await admin.do(callback.allowHost, { host: 'hooks.example.org', reason: '试验' })
  // An administrator elsewhere may add the same address, once it is on the list of his own district.
  await street.owner.query(
    `insert into callback_host (tenant_id, id, host, port, inside, reason, made_by, made_at)
     select $1, gen_random_uuid(), host, port, inside, reason, made_by, made_at from callback_host where id = $2`,
    [street.otherTenant, host],
  )
  const { id } = await admin.do(callback.add, WANTED)
  const { delivery } = await admin.do(callback.test, { id })
  await street.owner.query(`update callback_delivery set state = 'parked', next_at = null where id = $1`, [delivery])
  return { receiver: { id, version: 1 }, delivery, host }
}

const nothing: Input = () => ({})
const receiver: Input = ({ world, id }) => ({ id: id(world.receiver.id) })
const delivery: Input = ({ world, id }) => ({ id: id(world.delivery) })

export const callbackInputs: Readonly<Record<string, Input>> = {
  'callback.receivers': nothing,
  'callback.add': () => WANTED,
  'callback.change': ({ world, id }) => ({ id: id(world.receiver.id), version: world.receiver.version, ...WANTED }),
  'callback.renew': receiver,
  'callback.pause': receiver,
  'callback.resume': receiver,
  'callback.end': receiver,
  'callback.test': receiver,
  'callback.deliveries': ({ world, id }) => ({ receiver: id(world.receiver.id) }),
  'callback.delivery': delivery,
  'callback.replay': delivery,
  'callback.replayFailed': ({ world, id }) => ({ receiver: id(world.receiver.id), since: '2026-01-01T00:00:00.000Z' }),
  'callback.allowHost': () => ({ host: 'other.example.org', reason: '试验' }),
  'callback.endHost': ({ world, id }) => ({ id: id(world.host) }),
  'callback.spread': nothing,
  'callback.claim': ({ world }) => ({ receiver: world.receiver.id, most: 1 }),
  'callback.settle': ({ world }) => ({ id: world.delivery, no: 1, status: 200, fault: null, answer: '' }),
  'callback.erase': nothing,
  'callback.hold': () => ({ before: '2026-01-01T00:00:00.000Z' }),
}
