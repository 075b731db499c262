// Goal R8, short form: SMS and mail are off or slow while people report. The long one is test/long/providers.ts.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { perform } from '#kernel/door.ts'
import { SendProblem } from '#kernel/sending/send-problem.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { MOST_FAILURES, openBreaker, REST_MS } from '#modules/notice/breaker.ts'
import type { Senders } from '#modules/notice/senders.ts'
import { sendDue, spreadNotices } from '#modules/notice/sweep.ts'
import { openStreet, type Street, setClock } from '../street.ts'

let street: Street
let code: string
beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())

let asked: string[] = []
let sent: string[] = []
let behaviour: 'works' | 'off' | 'slow' = 'works'
/** Stands for thirty seconds: several times longer than any report may take. */
const SLOW_MS = 2_500
const take = async (ref: string) => {
  asked.push(ref)
  if (behaviour === 'slow') await pause(SLOW_MS)
  if (behaviour !== 'works') throw new SendProblem(behaviour === 'off' ? 'unreachable' : 'busy')
  sent.push(ref)
  return { id: ref }
}
const senders: Senders = {
  sms: { name: 'stub', send: (_to, _template, _values, { ref }) => take(ref) },
  mail: { name: 'stub', send: ({ ref }) => take(ref) },
}

beforeEach(async () => {
  asked = []
  sent = []
  behaviour = 'works'
  // In the evening a message waits for the morning.
  setClock('2026-11-18', '10:00')
  await street.owner.query(`update outbox set state = 'given_up', next_at = null where next_at is not null`)
})

const report = () => street.stranger.do(matter.report, { code, words: '楼道堆了纸箱', phone: '13800001234' })
/** Messages that wait: reporters are to be told that somebody takes their matter on. */
async function waiting(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { id } = await report()
    await street.as('zhouxiaolan').do(matter.take, { id })
  }
  await spreadNotices(street.house)
}
async function p95(count: number, one: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < count; n++) {
    const since = performance.now()
    await one()
    took.push(performance.now() - since)
  }
  return took.sort((a, b) => a - b)[Math.floor(count * 0.95)]!
}

describe('a provider that is off', () => {
  test('is asked five times, left alone, tried once, and gets everything once when it is back', async () => {
    await waiting(9)
    const breaker = openBreaker()
    const send = () => sendDue(street.house, senders, street.tenant, breaker)
    behaviour = 'off'
    await send()
    await send()
    expect(asked).toHaveLength(MOST_FAILURES)
    const rows = await street.owner.query(`select 1 from outbox where state = 'waiting' and next_at is not null`)
    expect(rows.rowCount).toBe(9 - MOST_FAILURES)
    clock.stand(new Date(clock.now().getTime() + REST_MS + 1_000))
    await send()
    expect(asked).toHaveLength(MOST_FAILURES + 1)
    clock.stand(new Date(clock.now().getTime() + 6 * 60_000))
    behaviour = 'works'
    await send()
    clock.stand(new Date(clock.now().getTime() + 6 * 60_000))
    await send()
    expect(sent).toHaveLength(9)
    expect(new Set(sent).size).toBe(9)
  })
})

describe('a provider that is slow', () => {
  test('holds up no report; bite: called before the answer, it would', async () => {
    const calm = await p95(20, report)
    await waiting(6)
    behaviour = 'slow'
    const sending = sendDue(street.house, senders, street.tenant)
    const meanwhile = await p95(20, report)
    await sending
    process.stdout.write(
      `providers: reports p95 ${calm.toFixed(0)} ms calm, ${meanwhile.toFixed(0)} ms while SMS is slow\n`,
    )
    expect(asked.length).toBeGreaterThan(0)
    expect(meanwhile).toBeLessThan(Math.max(500, 4 * calm))
    const op = operations.get('matter.report')!
    const slowed = {
      ...op,
      run: async (context: Parameters<typeof op.run>[0]) => {
        const answer = await op.run(context)
        await take('in the way').catch(() => {})
        return answer
      },
    }
    const actor = await street.stranger.actor()
    const bitten = await p95(1, () => perform(street.house, slowed, actor, { code, words: '楼道堆了纸箱' }))
    expect(bitten).toBeGreaterThan(Math.max(500, 4 * calm))
  })
})
