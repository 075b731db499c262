// The two halves of a call, each a transaction of its own: a try is written down before anything leaves, its outcome after.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { contract, Id, Instant, personal } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { isIsolated } from '#kernel/isolation.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { signedHeaders } from '#kernel/sending/signature.ts'
import { sendNotice } from '#modules/notice/index.ts'
import { FAULTS } from '../contract.ts'
import {
  beginTry,
  type DeliveryRow,
  endTry,
  eraseOld,
  holdAll,
  lockDelivery,
  lockDue,
  setDelivery,
} from '../delivery-store.ts'
import { KEPT_DAYS } from '../personal.ts'
import {
  allowedBy,
  hostsOf,
  keepersOf,
  lockReceiver,
  noteReceiver,
  type ReceiverRow,
  receiverById,
  secretsOf,
} from '../store.ts'

const SECOND_MS = 1_000
const DAY_MS = 86_400_000
/** Longer than any answer is waited for (10 s): whoever has not settled by then has died. */
export const LEASE_MS = 60 * SECOND_MS
/** After the first try, the second, and so on; behind the last it is parked. */
export const PAUSES_S = [5, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400] as const
/** Somebody who has answered nothing right for so long and so often is not there any more. */
const OFF_FAILURES = 20
const OFF_AFTER_MS = DAY_MS
/** “Gone”: the receiver asks not to be called any more (RFC 9110, 15.5.11). */
const GONE = 410

const signatures = contract('callback', {
  claim: {
    kind: 'command',
    summary: { zh: '取出该发的回调', en: 'Take the calls that are due' },
    input: z.strictObject({ receiver: Id, most: z.number().int().min(1).max(20) }),
    output: z.object({
      calls: z.array(
        z.object({
          id: Id,
          no: z.number(),
          url: z.string(),
          /** Null: its host is not on the list any more. */
          inside: z.boolean().nullable(),
          headers: z.record(z.string(), z.string()),
          body: z.string(),
        }),
      ),
      /** It fails again and again: one try at a time is enough to see whether it is back. */
      failing: z.boolean(),
    }),
  },
  settle: {
    kind: 'command',
    summary: { zh: '记下回调的结果', en: 'Note what came of a call' },
    input: z.strictObject({
      id: Id,
      no: z.number().int(),
      status: z.number().int().nullable(),
      fault: z.enum(FAULTS).nullable(),
      answer: personal('callback.answer', z.string().max(2_000)),
    }),
    output: z.object({ state: z.string() }),
  },
  erase: {
    kind: 'command',
    summary: { zh: '删掉早先的回调记录', en: 'Take old calls away' },
    input: z.strictObject({}),
    output: z.object({ erased: z.number() }),
  },
  hold: {
    kind: 'command',
    summary: { zh: '恢复前就在等的回调不再发', en: 'Park calls that waited before a restore' },
    input: z.strictObject({ before: Instant }),
    output: z.object({ held: z.number() }),
  },
})

/** Failing so often in a row: others may be well, this one is looked at with less zeal. */
const MOST_FAILURES = 5
/** No more are on their way at once than may still fail; then one at a time tries whether it is back. */
const roomOf = ({ failures }: ReceiverRow) => Math.max(1, MOST_FAILURES - failures)

export const claim = operation(signatures.claim, {
  permit: [machineOnly],
  async run({ input, actor, tx, now, keys, write }) {
    const nothing = { calls: [], failing: false }
    if (await isIsolated(tx)) return nothing
    const receiver = await receiverById(tx, actor.tenant, input.receiver)
    if (receiver?.state !== 'on') return nothing
    const failing = receiver.failures >= MOST_FAILURES
    const rows = await lockDue(tx, actor.tenant, receiver.id, now, Math.min(input.most, roomOf(receiver)))
    const host = allowedBy(await hostsOf(tx, actor.tenant), receiver.url)
    const secrets = secretsOf(keys, receiver, now)
    const stamp = String(Math.floor(now.getTime() / SECOND_MS))
    const calls = rows.map((row) => {
      const no = row.tries + 1
      const next = new Date(now.getTime() + LEASE_MS)
      write(setDelivery(row, { state: 'sending', tries: no, since_try: row.since_try + 1, next_at: next }, now))
      write(beginTry(row, newId(), no, now))
      const headers = { 'content-type': 'application/json', 'user-agent': 'Linli' }
      return {
        ...{ id: row.id, no, url: receiver.url, inside: host?.inside ?? null, body: row.body },
        headers: { ...headers, ...signedHeaders(secrets, row.id, stamp, row.body) },
      }
    })
    return { calls, failing }
  },
})

/** When it is tried again after so many tries, or undefined when that was the last; a tenth more or less, by its id. */
export function nextTry(tries: number, id: string, now: Date): Date | undefined {
  const pause = PAUSES_S[tries - 1]
  if (pause === undefined) return undefined
  const spread = 0.9 + (Number.parseInt(id.slice(-4), 16) / 0xffff) * 0.2
  return new Date(now.getTime() + Math.round(pause * spread * SECOND_MS))
}

type Settling = Context<z.output<typeof signatures.settle.input>, undefined>

/** Told to everybody who keeps the systems: a line of their inbox, folded while they have not read it. */
async function tellKeepers({ tx, actor, now, perform }: Settling, kind: string, { id }: ReceiverRow, row: DeliveryRow) {
  for (const { id: account } of await keepersOf(tx, actor.tenant, localDay(now)))
    await perform(sendNotice, {
      to: { account },
      kind,
      about: { kind: 'callback', id },
      said: { at: row.at.toISOString() },
    })
}

/** What a failed try does to the receiver: counted, and after a long row of them it is called no more. */
function failed({ input, now }: Settling, receiver: ReceiverRow) {
  const since = receiver.failing_since ?? now
  const failures = receiver.failures + 1
  const over = failures >= OFF_FAILURES && now.getTime() - since.getTime() >= OFF_AFTER_MS
  const off = receiver.state === 'on' && (input.status === GONE || over)
  return { set: { failures, failing_since: since, ...(off ? { state: 'off' as const } : {}) }, off }
}

async function after(context: Settling, row: DeliveryRow, receiver: ReceiverRow): Promise<DeliveryRow['state']> {
  const { input, now, write } = context
  const { status, fault } = input
  const end = { status, fault }
  if (fault === null) {
    write(setDelivery(row, { state: 'sent', next_at: null, ...end }, now))
    write(noteReceiver(receiver, { failures: 0, failing_since: null, last_sent_at: now }))
    return 'sent'
  }
  const next = nextTry(row.since_try, row.id, now)
  const state = next ? 'failed' : 'parked'
  const { set, off } = failed(context, receiver)
  write(setDelivery(row, { state, next_at: next ?? null, ...end }, now))
  write(noteReceiver(receiver, set))
  if (off) await tellKeepers(context, 'callback.off', receiver, row)
  else if (!next) await tellKeepers(context, 'callback.parked', receiver, row)
  return state
}

export const settle = operation(signatures.settle, {
  permit: [machineOnly],
  async run(context) {
    const { input, actor, tx, now, write, made } = context
    const { status, fault, answer } = input
    const row = await lockDelivery(tx, actor.tenant, input.id)
    const receiver = row && (await lockReceiver(tx, actor.tenant, row.receiver_id))
    if (!row || !receiver) return { state: 'gone' }
    made({ id: receiver.id, area_pos: 0, version: receiver.version })
    const result = fault === null ? 'sent' : fault === 'timeout' ? 'unknown' : 'failed'
    write(endTry(row, input.no, { result, status, fault, answer }, now))
    // A late outcome, after the row was taken again or ended: the try has it, the row keeps its own way.
    if (row.state !== 'sending' || row.tries !== input.no) return { state: row.state }
    return { state: await after(context, row, receiver) }
  },
})

export const erase = operation(signatures.erase, {
  permit: [machineOnly],
  async run({ actor, tx, now }) {
    return { erased: await eraseOld(tx, actor.tenant, new Date(now.getTime() - KEPT_DAYS * DAY_MS)) }
  },
})

export const hold = operation(signatures.hold, {
  permit: [machineOnly],
  async run({ input, actor, tx, now }) {
    return { held: (await holdAll(tx, actor.tenant, new Date(input.before), now)).length }
  },
})
