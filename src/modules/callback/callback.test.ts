// Stories of a system that is called: signed, in order, again after a failure, never twice unasked, seen by its administrator.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { ADMIN, addReceiver, later, look, reported } from '#test/callback/calls.ts'
import { isSigned, ok, openReceiver, type Receiver, says } from '#test/callback/receiver.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { callback } from './contract.ts'
import { nextTry, PAUSES_S } from './operations/calling.ts'

let street: Street
let receiver: Receiver
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())
beforeEach(async () => {
  receiver = await openReceiver()
  setClock('2026-11-18', '09:06')
})
afterEach(async () => {
  await receiver.close()
  const { receivers } = await admin().do(callback.receivers, {})
  for (const { id, state } of receivers) if (state !== 'ended') await admin().do(callback.end, { id })
  await street.owner.query('delete from callback_move')
})

const admin = () => street.as(ADMIN)
type Body = { type: string; timestamp: string; data: Record<string, Record<string, unknown>> }
const bodies = () => receiver.got.map((one) => JSON.parse(one.body) as Body)
const types = () => bodies().map((one) => one.type)
const list = async (id: string) => (await admin().do(callback.deliveries, { receiver: id })).deliveries
/** What the administrator finds in his inbox. */
const told = async () =>
  (
    await street.owner.query<{ kind: string }>(
      'select n.kind from notice n join account a on a.id = n.account_id where a.login = $1',
      [ADMIN],
    )
  ).rows.map(({ kind }) => kind)
const about = async (id: string) => (await admin().do(callback.receivers, {})).receivers.find((one) => one.id === id)!

test('a matter moves, each move is told in order, signed, with what Open311 shows and no more', async () => {
  const { id, secret } = await addReceiver(street, receiver.url)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const one = await reported(street)
  const xiaolan = street.as('zhouxiaolan')
  later(60)
  await xiaolan.do(matter.take, { id: one.id })
  later(60)
  await xiaolan.do(matter.answer, { id: one.id, said: '请再忍一晚', via: 'phone' })
  await look(street)
  expect(types()).toEqual(['matter.reported', 'matter.taken', 'matter.answered'])
  expect(receiver.got.every((got) => isSigned(got, secret))).toBe(true)
  expect(isSigned({ ...receiver.got[0]!, body: `${receiver.got[0]!.body} ` }, secret)).toBe(false)
  expect(receiver.got[0]!.headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-timestamp': '1794964080',
  })
  const [told, taken, answered] = bodies()
  expect(told).toMatchObject({ timestamp: '2026-11-18T01:06:00Z' })
  expect(told!.data).toMatchObject({ jurisdiction_id: '990101', service_request_id: one.no })
  expect(taken!.data.update).toMatchObject({ status: 'open', description: '正在办理。', media_url: null })
  expect(taken!.data.request).toMatchObject({ service_request_id: one.no, service_code: '0305', media_url: null })
  expect(answered!.data.update).toBeNull()
  expect(await about(id)).toMatchObject({ failures: 0, waiting: 0, lastSentAt: '2026-11-18T01:08:00.000Z' })
  expect((await list(id)).map(({ state, status }) => [state, status])).toEqual([
    ['sent', 204],
    ['sent', 204],
    ['sent', 204],
  ])
})

test('the update that is told is the one that polling finds, under the same id', async () => {
  await addReceiver(street, receiver.url, ['matter.taken'])
  const one = await reported(street)
  await street.as('zhouxiaolan').do(matter.take, { id: one.id })
  await look(street)
  const { rows } = await street.owner.query(`select id from matter_step where matter_id = $1 and move = 'take'`, [
    one.id,
  ])
  expect(bodies().map(({ data }) => data.update?.update_id)).toEqual([rows[0].id])
})

test('what is not public, and what nobody asked for, is told to nobody', async () => {
  await addReceiver(street, receiver.url, ['matter.closed'])
  await reported(street)
  await look(street)
  await addReceiver(street, `${receiver.url}2`)
  await reported(street, '隔壁常有打骂声', '0304')
  await look(street)
  expect(types()).toEqual([])
  const { rows } = await street.owner.query('select count(*)::int as n from callback_move')
  expect(rows[0].n).toBe(0)
})

test('while nobody is to be called, a move leaves nothing', async () => {
  await reported(street)
  const { rows } = await street.owner.query('select count(*)::int as n from callback_move')
  expect(rows[0].n).toBe(0)
})

test('a failure is tried again after growing pauses, later news of the same matter waits behind it, other matters do not', async () => {
  const { id } = await addReceiver(street, receiver.url)
  const one = await reported(street)
  receiver.answer = says(500, `busy ${'x'.repeat(3_000)}\u0000`)
  await look(street)
  await street.as('zhouxiaolan').do(matter.take, { id: one.id })
  later(1)
  await look(street)
  expect(receiver.got).toHaveLength(1)
  receiver.answer = ok
  const other = await reported(street)
  await look(street)
  expect(bodies().map(({ data }) => data.service_request_id)).toEqual([one.no, other.no])
  later(6)
  await look(street)
  expect(types()).toEqual(['matter.reported', 'matter.reported', 'matter.reported', 'matter.taken'])
  const [first, , again] = receiver.got
  expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id'])
  expect(again!.body).toBe(first!.body)
  const failed = (await list(id)).find(({ no, event }) => no === one.no && event === 'matter.reported')!
  const { log, body } = await admin().do(callback.delivery, { id: failed.id })
  expect(body).toBe(first!.body)
  expect(log.map(({ no, result, status }) => [no, result, status])).toEqual([
    [2, 'sent', 204],
    [1, 'failed', 500],
  ])
  expect(log[1]!.answer).toHaveLength(1_024)
})

test('after two days of trying it is parked, the administrator is told, and sends it again', async () => {
  const { id } = await addReceiver(street, receiver.url)
  const one = await reported(street)
  receiver.answer = says(503)
  await look(street)
  for (const pause of PAUSES_S) {
    later(Math.ceil(pause * 1.1) + 1)
    await look(street)
  }
  expect(receiver.got).toHaveLength(PAUSES_S.length + 1)
  later(200_000)
  await look(street)
  expect(receiver.got).toHaveLength(PAUSES_S.length + 1)
  const [parked] = await list(id)
  expect(parked).toMatchObject({ state: 'parked', tries: 9, fault: 'refused', status: 503, nextAt: null })
  expect(await told()).toContain('callback.parked')
  receiver.answer = ok
  await admin().do(callback.replay, { id: parked!.id })
  await expect(admin().do(callback.replay, { id: parked!.id })).rejects.toThrow('callback.onItsWay')
  await look(street)
  expect(receiver.got.at(-1)!.headers['webhook-id']).toBe(parked!.id)
  expect(bodies().at(-1)!.data.service_request_id).toBe(one.no)
  expect((await list(id))[0]).toMatchObject({ state: 'sent', tries: 10 })
})

test('all that was parked since an instant goes again', async () => {
  const { id } = await addReceiver(street, receiver.url, ['matter.reported'])
  await reported(street)
  later(60)
  const since = '2026-11-18T01:07:00.000Z'
  await reported(street)
  await reported(street)
  await look(street, { reach: () => 'never' })
  await street.owner.query(`update callback_delivery set state = 'parked', next_at = null where receiver_id = $1`, [id])
  expect(await admin().do(callback.replayFailed, { receiver: id, since })).toEqual({ count: 2 })
  await look(street)
  expect(receiver.got).toHaveLength(2)
})

test('pauses grow and are never all alike', () => {
  const now = new Date('2026-11-18T01:00:00Z')
  const pauses = ['0000', 'ffff'].map((end) =>
    PAUSES_S.map((_, at) => (nextTry(at + 1, `0-${end}`, now)!.getTime() - now.getTime()) / 1_000),
  )
  expect(pauses[0]).toEqual(PAUSES_S.map((one) => one * 0.9))
  expect(pauses[1]).toEqual(PAUSES_S.map((one) => Math.round(one * 1100) / 1000))
  expect(nextTry(PAUSES_S.length + 1, '0-0000', now)).toBeUndefined()
})

test('a long row of failures switches it off, visibly; nothing is lost, and switched on it goes on', async () => {
  const { id } = await addReceiver(street, receiver.url, ['matter.reported'])
  receiver.answer = says(500)
  for (let at = 0; at < 6; at++) await reported(street)
  for (let at = 0; at < 26; at++) {
    await look(street)
    later(20 * 60)
  }
  expect(await about(id)).toMatchObject({ state: 'on', failingSince: '2026-11-18T01:06:00.000Z' })
  later(86_400)
  await look(street)
  expect((await about(id)).state).toBe('off')
  expect(await told()).toContain('callback.off')
  const { length } = receiver.got
  await reported(street)
  later(86_400)
  await look(street)
  expect(receiver.got).toHaveLength(length)
  expect((await about(id)).waiting).toBe(7)
  receiver.answer = ok
  await admin().do(callback.resume, { id })
  later(86_400)
  await look(street)
  expect(await about(id)).toMatchObject({ state: 'on', waiting: 0, failures: 0 })
})

test('410 Gone switches it off at once; a redirect is not followed', async () => {
  const { id } = await addReceiver(street, receiver.url)
  await reported(street)
  receiver.answer = says(307, '', { location: `${receiver.url}/elsewhere` })
  await look(street)
  expect(receiver.got.map(({ path }) => path)).toEqual(['/hook'])
  expect((await list(id))[0]).toMatchObject({ fault: 'redirect', status: 307, state: 'failed' })
  receiver.answer = says(410)
  later(10)
  await look(street)
  expect((await about(id)).state).toBe('off')
})

test('a new secret: both sign for a day, then the new one alone', async () => {
  const { id, secret: old } = await addReceiver(street, receiver.url)
  const { secret, oldUntil } = await admin().do(callback.renew, { id })
  expect(oldUntil).toBe('2026-11-19T01:06:00.000Z')
  await admin().do(callback.test, { id })
  await look(street)
  later(86_401)
  await admin().do(callback.test, { id })
  await look(street)
  expect(types()).toEqual(['callback.test', 'callback.test'])
  expect(receiver.got.map((got) => [isSigned(got, old), isSigned(got, secret)])).toEqual([
    [true, true],
    [false, true],
  ])
  const { rows } = await street.owner.query('select secret from callback_receiver where id = $1', [id])
  expect(rows[0].secret.toString('latin1')).not.toContain(secret.slice(6, 20))
})

test('paused it waits, and is told of all of it afterwards; ended it is told of nothing more', async () => {
  const { id } = await addReceiver(street, receiver.url)
  await admin().do(callback.pause, { id })
  await expect(admin().do(callback.test, { id })).rejects.toThrow('callback.notOn')
  await reported(street)
  await look(street)
  expect(receiver.got).toHaveLength(0)
  await admin().do(callback.resume, { id })
  await look(street)
  expect(receiver.got).toHaveLength(1)
  await reported(street)
  await admin().do(callback.end, { id })
  await look(street)
  expect(receiver.got).toHaveLength(1)
  await expect(admin().do(callback.resume, { id })).rejects.toThrow('callback.ended')
})

test('a host that is not on the list, or was taken off it, is not called', async () => {
  const { id } = await addReceiver(street, receiver.url)
  const wanted = { owner: '某系统', contact: '0370-1', lang: 'zh' as const, events: ['matter.closed'] }
  const add = (url: string, events = wanted.events) => admin().do(callback.add, { ...wanted, url, events })
  await expect(add('https://elsewhere.example/hook')).rejects.toThrow('callback.hostNotAllowed')
  await expect(add(receiver.url.replace(/:\d+/, ':1'))).rejects.toThrow('callback.hostNotAllowed')
  await expect(add(receiver.url.replace('//', '//u:p@'))).rejects.toThrow('callback.wrongUrl')
  await expect(add(receiver.url, ['matter.read'])).rejects.toThrow('callback.noEvent')
  const allow = (host: string, inside = false) => admin().do(callback.allowHost, { host, inside, reason: '试验' })
  await expect(allow('https://x.example')).rejects.toThrow('callback.wrongHost')
  await expect(allow('0x7f000001')).rejects.toThrow('callback.hostInside')
  await expect(allow('169.254.169.254', true)).rejects.toThrow('callback.hostNever')
  await allow('Hooks.Example.COM')
  await expect(allow('hooks.example.com')).rejects.toThrow('callback.hostKnown')
  await expect(add('http://hooks.example.com:443/x')).rejects.toThrow('callback.wrongUrl')
  const { hosts } = await admin().do(callback.receivers, {})
  const mine = hosts.find(({ port }) => port === receiver.port)!
  await admin().do(callback.endHost, { id: mine.id })
  await reported(street)
  await look(street)
  expect(receiver.got).toHaveLength(0)
  expect((await list(id))[0]).toMatchObject({ state: 'failed', fault: 'notAllowed' })
  expect((await about(id)).allowed).toBe(false)
})

test('a restored system that was not released calls nobody', async () => {
  await addReceiver(street, receiver.url)
  await street.owner.query(
    `insert into restored (era, backup_id, taken_at, restored_at) values (99, gen_random_uuid(), now(), now())`,
  )
  await reported(street)
  await look(street)
  expect(receiver.got).toHaveLength(0)
  await street.owner.query('delete from restored where era = 99')
  await look(street)
  expect(receiver.got).toHaveLength(1)
})

test('calls are kept for thirty days', async () => {
  const { id } = await addReceiver(street, receiver.url)
  await reported(street)
  await look(street)
  later(29 * 86_400)
  await look(street)
  expect(await list(id)).toHaveLength(1)
  later(2 * 86_400)
  await look(street)
  expect(await list(id)).toHaveLength(0)
})

test('over https, to a name, with a certificate that is trusted; one that is not is refused', async () => {
  const secure = await openReceiver({ secure: true })
  try {
    const { id, secret } = await addReceiver(street, secure.url)
    await reported(street)
    await look(street)
    expect(secure.got).toHaveLength(0)
    expect((await list(id))[0]).toMatchObject({ fault: 'certificate', state: 'failed' })
    later(6)
    await look(street, { ca: secure.cert, resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
    expect(secure.got.map((got) => isSigned(got, secret))).toEqual([true])
  } finally {
    await secure.close()
  }
})
