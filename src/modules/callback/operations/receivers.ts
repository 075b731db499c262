// Whom callbacks go to: given, changed, paused and ended by the administrator; a secret is shown once.
import type { z } from 'zod'
import { holds } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId, newSecret } from '#kernel/ids.ts'
import { isIsolated } from '#kernel/isolation.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { secretOf } from '#kernel/sending/signature.ts'
import { callback } from '../contract.ts'
import { insertDeliveries, parkAll } from '../delivery-store.ts'
import { EVENTS, TRIAL } from '../events.ts'
import { trialBody } from '../payload.ts'
import {
  allowedBy,
  hostOf,
  hostsOf,
  insertReceiver,
  lockReceiver,
  type ReceiverRow,
  receiversOf,
  sealSecret,
  setReceiver,
} from '../store.ts'
import { callbackProblems } from '../words.ts'
import { keepers } from './hosts.ts'

/** After a new secret was given the old one signs besides for a day. */
const OLD_MS = 86_400_000

export const receivers = operation(callback.receivers, {
  permit: [holds('system_admin')],
  async run({ tx, actor, now }) {
    const [rows, hosts, isolated] = await Promise.all([
      receiversOf(tx, actor.tenant),
      hostsOf(tx, actor.tenant),
      isIsolated(tx),
    ])
    return {
      receivers: rows.map((row) => ({
        ...{ id: row.id, owner: row.owner, contact: row.contact, url: row.url, lang: row.lang, events: row.events },
        ...{ state: row.state, allowed: allowedBy(hosts, row.url) !== undefined, failures: row.failures },
        failingSince: row.failing_since?.toISOString() ?? null,
        lastSentAt: row.last_sent_at?.toISOString() ?? null,
        oldUntil: row.old_until && row.old_until > now ? row.old_until.toISOString() : null,
        ...{ waiting: row.waiting, parked: row.parked, madeAt: row.made_at.toISOString(), version: row.version },
      })),
      hosts: hosts.map(({ id, host, port, inside, reason, made_at }) => ({
        ...{ id, host, port, inside, reason, madeAt: made_at.toISOString() },
      })),
      events: EVENTS.map(({ code, zh, en }) => ({ code, zh, en })),
      isolated,
      can: keepers.allows(actor, undefined) ? ['add', 'change', 'allowHost', 'replay'] : [],
    }
  },
})

type Wanted = Pick<z.output<typeof callback.add.input>, 'url' | 'events'>

/** The address as it is called, and the events each once; refuses what is not on the lists. */
async function checked(tx: Tx, tenant: string, { url, events }: Wanted) {
  const to = new URL(url)
  if (to.username || to.password || to.hash) throw new Problem(callbackProblems.wrongUrl)
  const hosts = await hostsOf(tx, tenant)
  if (!allowedBy(hosts, to.href)) {
    const { host, port } = hostOf(to.href)
    const listed = hosts.some((one) => one.host === host && one.port === port)
    if (listed) throw new Problem(callbackProblems.wrongUrl)
    throw new Problem(callbackProblems.hostNotAllowed, { host: `${host}:${port}` })
  }
  const unknown = events.find((event) => !EVENTS.some(({ code }) => code === event))
  if (unknown) throw new Problem(callbackProblems.noEvent, { event: unknown })
  return { url: to.href, events: EVENTS.flatMap(({ code }) => (events.includes(code) ? [code] : [])) }
}

async function lockLive(tx: Tx, tenant: string, id: string): Promise<ReceiverRow> {
  const row = await lockReceiver(tx, tenant, id)
  if (!row) throw new Problem(doorProblems.missing)
  if (row.state === 'ended') throw new Problem(callbackProblems.ended)
  return row
}

export const add = operation(callback.add, {
  permit: [keepers],
  async run({ input, actor, tx, now, keys, write }) {
    const { owner, contact, lang } = input
    const row = { tenant_id: actor.tenant, id: newId() }
    const secret = secretOf(newSecret())
    const wanted = await checked(tx, actor.tenant, input)
    const sealed = sealSecret(keys, row, secret)
    write(insertReceiver({ ...row, owner, contact, lang, ...wanted, secret: sealed, made_by: actor.id }, now))
    return { id: row.id, secret }
  },
})

export const change = operation(callback.change, {
  permit: [keepers],
  async run({ input, actor, tx, now, write }) {
    const row = await lockLive(tx, actor.tenant, input.id)
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    const { owner, contact, lang } = input
    write(setReceiver(row, { owner, contact, lang, ...(await checked(tx, actor.tenant, input)) }, now))
    return { done: true } as const
  },
})

export const renew = operation(callback.renew, {
  permit: [keepers],
  async run({ input, actor, tx, now, keys, write }) {
    const row = await lockLive(tx, actor.tenant, input.id)
    const secret = secretOf(newSecret())
    const oldUntil = new Date(now.getTime() + OLD_MS)
    const old = { old_secret: row.secret, old_until: oldUntil }
    write(setReceiver(row, { secret: sealSecret(keys, row, secret), ...old }, now))
    return { secret, oldUntil: oldUntil.toISOString() }
  },
})

export const pause = operation(callback.pause, {
  permit: [keepers],
  async run({ input, actor, tx, now, write }) {
    const row = await lockLive(tx, actor.tenant, input.id)
    write(setReceiver(row, { state: 'paused' }, now))
    return { done: true } as const
  },
})

export const resume = operation(callback.resume, {
  permit: [keepers],
  async run({ input, actor, tx, now, write }) {
    const row = await lockLive(tx, actor.tenant, input.id)
    write(setReceiver(row, { state: 'on', failures: 0, failing_since: null }, now))
    return { done: true } as const
  },
})

export const end = operation(callback.end, {
  permit: [keepers],
  async run({ input, actor, tx, now, write }) {
    const row = await lockReceiver(tx, actor.tenant, input.id)
    if (!row) throw new Problem(doorProblems.missing)
    write(setReceiver(row, { state: 'ended', secret: null, old_secret: null, old_until: null }, now))
    write(parkAll(actor.tenant, row.id, now))
    return { done: true } as const
  },
})

export const test = operation(callback.test, {
  permit: [keepers],
  async run({ input, actor, tx, now, write }) {
    const row = await lockLive(tx, actor.tenant, input.id)
    if (row.state !== 'on') throw new Problem(callbackProblems.notOn)
    const delivery = { tenant_id: actor.tenant, id: newId(), receiver_id: row.id, matter_id: null, no: null }
    write(insertDeliveries([{ ...delivery, event: TRIAL, at: now, body: trialBody(now) }], now))
    return { delivery: delivery.id }
  },
})
