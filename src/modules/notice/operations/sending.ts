// The two halves of sending, each a transaction of its own: a try is written down before anything leaves, its outcome after.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { contract, Id, Instant } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { isIsolated } from '#kernel/isolation.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { SEND_FAULTS } from '#kernel/sending/send-problem.ts'
import {
  addressOf,
  beginTry,
  endTry,
  eraseOut,
  holdOut,
  lockDue,
  lockOut,
  messageOf,
  type OutRow,
  setOut,
  unknownTries,
} from '../outbox-store.ts'
import { isStale } from '../own-code.ts'
import { ADDRESS_DAYS } from '../personal.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Longer than any provider is waited for (20 s): whoever has not answered by then has died. */
export const LEASE_MS = 3 * MINUTE_MS
/** After the first, second, third try and every one after. */
const AGAIN_MINUTES = [1, 5, 30, 120] as const
/** A message tried for a day is given up: nobody wants to read it the week after. */
const GIVE_UP_MS = DAY_MS
/** A try of unknown outcome is repeated once, so a receiver sees at most one message twice. */
const MOST_UNKNOWN = 2

const {
  claim: claimSignature,
  settle: settleSignature,
  erase: eraseSignature,
  hold: holdSignature,
} = contract('notice', {
  claim: {
    kind: 'command',
    summary: { zh: '取出该发的短信和邮件', en: 'Take what is due to be sent' },
    input: z.strictObject({
      most: z.number().int().min(1).max(100),
      channel: z.enum(['sms', 'email']).optional(),
    }),
    output: z.object({
      messages: z.array(
        z.object({
          id: Id,
          no: z.number(),
          channel: z.enum(['sms', 'email']),
          to: z.string(),
          subject: z.string(),
          text: z.string(),
          template: z.string(),
          values: z.record(z.string(), z.string()),
        }),
      ),
    }),
  },
  settle: {
    kind: 'command',
    summary: { zh: '记下发的结果', en: 'Note what came of a try' },
    input: z.strictObject({
      id: Id,
      no: z.number().int(),
      provider: z.string().max(20),
      outcome: z.union([z.strictObject({ sent: z.string().max(200) }), z.strictObject({ fault: z.enum(SEND_FAULTS) })]),
    }),
    output: z.object({ state: z.string() }),
  },
  hold: {
    kind: 'command',
    summary: { zh: '恢复前就在等的短信和邮件不再发', en: 'Give up what waited before a restore' },
    input: z.strictObject({ before: Instant }),
    output: z.object({ held: z.number() }),
  },
  erase: {
    kind: 'command',
    summary: { zh: '删掉早已发完的号码和内容', en: 'Erase addresses and texts of what was sent long ago' },
    input: z.strictObject({}),
    output: z.object({ erased: z.number() }),
  },
})

type Claiming = Context<{ most: number; channel?: OutRow['channel'] | undefined }, undefined>

const whyNot = ({ stale, lost, gone }: { stale: boolean; lost: boolean; gone: boolean }) => {
  if (stale) return 'overtaken'
  if (lost) return 'unknown'
  return gone ? 'withdrawn' : 'unreadable'
}

/** Takes one row; undefined when it cannot be sent any more. */
async function take({ tx, keys, now, write }: Claiming, row: OutRow) {
  const to = addressOf(keys, row)
  const message = messageOf(keys, row)
  const lost = row.state === 'sending' && (await unknownTries(tx, row)) >= MOST_UNKNOWN
  const stale = isStale(row, now)
  if (!to || !message || lost || stale) {
    const error = whyNot({ stale, lost, gone: !(row.address && row.message) })
    write(setOut(row, { state: 'given_up', next_at: null, error }, now))
    return undefined
  }
  const no = row.tries + 1
  write(setOut(row, { state: 'sending', tries: no, next_at: new Date(now.getTime() + LEASE_MS) }, now))
  write(beginTry(row, newId(), no, now))
  return { id: row.id, no, channel: row.channel, to, ...message }
}

export const claim = operation(claimSignature, {
  permit: [machineOnly],
  async run(context) {
    const { input, actor, tx, now } = context
    if (await isIsolated(tx)) return { messages: [] }
    const taken = []
    for (const row of await lockDue(tx, actor.tenant, now, input)) {
      const one = await take(context, row)
      if (one) taken.push(one)
    }
    return { messages: taken }
  },
})

type Outcome = z.output<typeof settleSignature.input>['outcome']

/** No answer, or one that says nothing: it may have left. */
const isUnknown = (outcome: Outcome) => 'fault' in outcome && ['timeout', 'badAnswer'].includes(outcome.fault)

/** When it is tried again after its `no`-th try, or undefined when a day is over. */
export function nextTry(no: number, since: Date, now: Date): Date | undefined {
  const minutes = AGAIN_MINUTES[Math.min(no, AGAIN_MINUTES.length) - 1]!
  const next = new Date(now.getTime() + minutes * MINUTE_MS)
  return next.getTime() - since.getTime() > GIVE_UP_MS ? undefined : next
}

async function after({ tx, now }: Pick<Context, 'tx' | 'now'>, row: OutRow, outcome: Outcome) {
  if ('sent' in outcome) return { state: 'sent', next_at: null, error: null, provider_id: outcome.sent } as const
  const over = { state: 'given_up', next_at: null, error: outcome.fault } as const
  if (outcome.fault === 'refused') return over
  // This try is not yet noted as answered, so it is among the unknown ones.
  if (isUnknown(outcome) && (await unknownTries(tx, row)) >= MOST_UNKNOWN) return { ...over, error: 'unknown' }
  const next = nextTry(row.tries, row.since, now)
  return next ? ({ state: 'failed', next_at: next, error: outcome.fault } as const) : over
}

export const settle = operation(settleSignature, {
  permit: [machineOnly],
  async run(context) {
    const { input, actor, tx, now, write, made } = context
    const { outcome } = input
    const row = await lockOut(tx, actor.tenant, input.id)
    if (!row) return { state: 'given_up' }
    const error = 'fault' in outcome ? outcome.fault : null
    const result = error === null ? 'sent' : isUnknown(outcome) ? 'unknown' : 'failed'
    made({ id: row.id, area_pos: 0, version: row.version + 1 })
    // A late answer, after the row was taken again or taken back: the try has its outcome, the row keeps its own way.
    const isCurrent = row.state === 'sending' && row.tries === input.no
    const set = isCurrent ? await after(context, row, outcome) : undefined
    write(endTry(row, input.no, { result, error }, now))
    if (set) write(setOut(row, { ...set, provider: input.provider }, now))
    return { state: set?.state ?? row.state }
  },
})

export const erase = operation(eraseSignature, {
  permit: [machineOnly],
  async run({ actor, tx, now }) {
    const rows = await eraseOut(tx, actor.tenant, new Date(now.getTime() - ADDRESS_DAYS * DAY_MS))
    return { erased: rows.length }
  },
})

export const hold = operation(holdSignature, {
  permit: [machineOnly],
  async run({ input, actor, tx, now }) {
    const rows = await holdOut(tx, actor.tenant, new Date(input.before), now)
    return { held: rows.length }
  },
})
