// Callbacks under trouble: a slow receiver beside a fast one, a kill between sending and noting, and two hundred calls without a word of anybody.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { perform } from '#kernel/door.ts'
import { usualCall } from '#kernel/sending/call-out.ts'
import { callback } from '#modules/callback/contract.ts'
import { callReceiver, lookForCalls, startCalling } from '#modules/callback/index.ts'
import { claim, settle } from '#modules/callback/operations/calling.ts'
import { CANARY, grow, phonesFrom } from '../open311/crowd.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { ADMIN, addReceiver, look, reported } from './calls.ts'
import { isSigned, openReceiver, type Receiver, says } from './receiver.ts'

let street: Street
let fast: Receiver
let slow: Receiver
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())
beforeEach(async () => {
  setClock('2026-11-18', '12:00')
  ;[fast, slow] = await Promise.all([openReceiver(), openReceiver()])
})
afterEach(async () => {
  await Promise.all([fast.close(), slow.close()])
  const { receivers } = await street.as(ADMIN).do(callback.receivers, {})
  for (const { id, state } of receivers) if (state !== 'ended') await street.as(ADMIN).do(callback.end, { id })
})

const CALLS = 8
const PATIENCE_MS = 2_000

test('a receiver that never answers holds nobody else; it would be noticed if they went one after the other', async () => {
  slow.answer = () => {}
  const { id: slowId } = await addReceiver(street, slow.url, ['matter.reported'])
  const { id: fastId } = await addReceiver(street, fast.url, ['matter.reported'])
  for (let at = 0; at < CALLS; at++) await reported(street)
  const options = { ...usualCall, patienceMs: PATIENCE_MS }
  const over = async () =>
    (await street.owner.query(`select 1 from callback_try where fault = 'timeout' limit 1`)).rows.length > 0
  const calling = startCalling(street.house, options)
  while (fast.got.length < CALLS) await new Promise((resolve) => setTimeout(resolve, 50))
  const before = await over()
  await calling.stop()
  expect(before).toBe(false)
  expect(new Set(fast.got.map(({ headers }) => headers['webhook-id'])).size).toBe(CALLS)
  expect(fast.got).toHaveLength(CALLS)

  await street.owner.query(`update callback_delivery set state = 'waiting', next_at = $1`, [clock.now()])
  fast.got.length = 0
  for (const id of [slowId, fastId]) {
    if (id === fastId) expect([await over(), fast.got.length]).toEqual([true, 0])
    await callReceiver(street.house, street.tenant, id, { ...usualCall, patienceMs: 300 })
  }
})

test('an address that fails is asked five times, then with one call at a time', async () => {
  fast.answer = says(503)
  const { id } = await addReceiver(street, fast.url, ['matter.reported'])
  for (let at = 0; at < 12; at++) await reported(street)
  const askedInOneLook = async () => {
    const before = fast.got.length
    await look(street)
    return fast.got.length - before
  }
  expect([await askedInOneLook(), await askedInOneLook(), await askedInOneLook()]).toEqual([5 + 1, 1, 1])
  // It would be noticed: whose failures nobody counts is asked for everything.
  const forget = () => street.owner.query('update callback_receiver set failures = 0 where id = $1', [id])
  await street.owner.query(`update callback_delivery set next_at = $1 where receiver_id = $2`, [clock.now(), id])
  await forget()
  fast.got.length = 0
  fast.answer = (response) => void forget().then(() => response.writeHead(503).end())
  await askedInOneLook()
  expect(fast.got.length).toBeGreaterThan(6)
})

test('killed after sending and before noting: it is sent again under the same id, and arrives', async () => {
  const { id, secret } = await addReceiver(street, fast.url, ['matter.reported'])
  await reported(street)
  // The child goes by the real time.
  clock.stand(undefined)
  await lookForCalls(street.house, street.tenant)
  await street.owner.query(
    `update callback_delivery set next_at = made_at - interval '1 year' where receiver_id = $1`,
    [id],
  )
  const { dataDir } = inject('database')
  const child = spawn(process.execPath, [
    path.join(import.meta.dirname, 'caller.ts'),
    dataDir,
    street.appUrl,
    street.tenant,
    id,
  ])
  fast.answer = () => child.kill('SIGKILL')
  await once(child, 'close')
  expect(fast.got).toHaveLength(1)
  const rowOf = async () =>
    (await street.owner.query('select state, tries, next_at from callback_delivery where receiver_id = $1', [id]))
      .rows[0]
  const lease = await rowOf()
  expect(lease).toMatchObject({ state: 'sending', tries: 1 })
  fast.answer = (response) => response.writeHead(200).end()
  clock.stand(new Date(lease.next_at.getTime() - 1_000))
  await look(street)
  expect(fast.got).toHaveLength(1)
  clock.stand(new Date(lease.next_at.getTime() + 1_000))
  await look(street)
  expect(fast.got).toHaveLength(2)
  expect(fast.got[1]!.headers['webhook-id']).toBe(fast.got[0]!.headers['webhook-id'])
  expect(fast.got.every((got) => isSigned(got, secret))).toBe(true)
  expect(await rowOf()).toMatchObject({ state: 'sent', tries: 2 })
})

test('it would be noticed: who notes before he sends loses it', async () => {
  const { id } = await addReceiver(street, fast.url, ['matter.reported'])
  await reported(street)
  await lookForCalls(street.house, street.tenant)
  const linli = machine(street.tenant, 'test')
  const { calls } = await perform(street.house, claim, linli, { receiver: id, most: 1 })
  const [one] = calls
  await perform(street.house, settle, linli, { id: one!.id, no: one!.no, status: 200, fault: null, answer: '' })
  clock.stand(new Date(clock.now().getTime() + 3_600_000))
  await look(street)
  expect(fast.got).toHaveLength(0)
})

test('of two hundred calls none has a name, a phone, a word or an exact point', async () => {
  await addReceiver(street, fast.url)
  await grow(street, 380, { until: clock.now(), days: 30, first: 300_000 })
  const { rowCount } = await street.owner.query(
    `insert into callback_move (tenant_id, id, matter_id, move, at)
     select s.tenant_id, gen_random_uuid(), s.matter_id, s.move, s.at from matter_step s join matter m on m.tenant_id = s.tenant_id and m.id = s.matter_id
     where s.tenant_id = $1 and m.no ~ '^LL-2026-3\\d{5}$' and s.move in ('report', 'take', 'answer', 'dispatch', 'finish', 'verify', 'rate', 'dispute', 'withdraw', 'merge') limit 400`,
    [street.tenant],
  )
  expect(rowCount).toBe(400)
  await look(street)
  // A signature is Base64 of no word, and may spell anything.
  const texts = fast.got.map(
    ({ body, headers }) => `${body}\n${JSON.stringify({ ...headers, 'webhook-signature': '' })}`,
  )
  expect(texts.length).toBeGreaterThanOrEqual(200)
  const leaked = (list: readonly string[]) =>
    [CANARY, phonesFrom(300_000), '115.60000001', '34.40000001', '/r/'].filter((one) =>
      list.some((text) => text.includes(one)),
    )
  expect(leaked(texts)).toEqual([])
  const { rows: hidden } = await street.owner.query<{ no: string }>(
    `select m.no from matter m join matter_kind k on k.tenant_id = m.tenant_id and k.code = m.kind where m.tenant_id = $1 and not k.public`,
    [street.tenant],
  )
  const told = new Set(fast.got.map(({ body }) => JSON.parse(body).data.service_request_id))
  expect(hidden.length).toBeGreaterThan(20)
  expect(hidden.filter(({ no }) => told.has(no))).toEqual([])
  // It would be noticed: the words of one of them in its line.
  const [first] = fast.got.map(({ body }) => JSON.parse(body))
  const { rows } = await street.owner.query('select words from matter where no = $1', [first.data.service_request_id])
  first.data.request.description = rows[0].words
  expect(leaked([JSON.stringify(first)])).toEqual([CANARY])
})
