// Limits as strangers meet them: what is asked, what is refused, and who still comes in while others try.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProxies } from '#kernel/guard/address.ts'
import { openGuard } from '#kernel/guard/admission.ts'
import { openCounters } from '#kernel/guard/counters.ts'
import { deviceMark } from '#kernel/guard/device.ts'
import { evenly } from '#kernel/guard/evenly.ts'
import { type Gate, openGate } from '#kernel/guard/gate.ts'
import { LIMITS, type Raised } from '#kernel/guard/limits.ts'
import { openPasses } from '#kernel/guard/pass.ts'
import { openRoom } from '#kernel/guard/room.ts'
import { account } from '#modules/account/contract.ts'
import { openStreet, type Street } from '../street.ts'
import { openWeb, type TestWeb } from '../web.ts'
import { solved } from './solver.ts'

const PLACE = '清荷苑3号楼2单元'
let street: Street
let code: string
beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf(PLACE)
})
afterAll(() => street.close())

const gateOf = (limits: Raised = {}): Gate =>
  openGate({ ...street.house }, { proxies: readProxies('10.9.0.0/16'), limits, refusalMs: 0 })
const webOf = (gate: Gate): TestWeb => openWeb({ ...street.opened, gate })

let count = 0
/** An address that nobody was counted by yet. */
const address = () => `203.0.113.${++count}`
const clean = () => street.owner.query('delete from rate_limit')

/** As many passwords are looked at as come. */
const HASHING: Raised = { signInProcess: 1e6, signInStrangers: 1e6 }

type Told = { code: string; message: string; details: { seconds: number; challenge: never; ticket: string } }
const report = (web: TestWeb, from: string, more: { key?: string; pass?: string; code?: string } = {}) =>
  web.ask(
    '/api/matter.report',
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(more.key && { 'idempotency-key': more.key }),
        ...(more.pass && { 'linli-pass': more.pass }),
      },
      body: JSON.stringify({ code: more.code ?? code, words: '楼道灯不亮' }),
    },
    from,
  )
const signIn = (web: TestWeb, login: string, password: string, from: string, cookie = '') =>
  web.ask(
    '/api/account.signIn',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify({ login, password }),
    },
    from,
  )

describe('anonymous reports', () => {
  test('on a quiet day nobody is asked for anything', async () => {
    await clean()
    const web = webOf(gateOf())
    for (let n = 0; n < 10; n++) expect((await report(web, address())).status).toBe(200)
  })

  test('one address: work is asked for above ten, refused only far above; the next address is served', async () => {
    await clean()
    const web = webOf(gateOf({ intakeAddress: 20, intakeCode: 1_000 }))
    const from = address()
    const first = await report(web, from)
    expect(first.status).toBe(200)
    const asked = await report(web, from)
    expect(asked.status).toBe(429)
    expect(asked.headers.get('retry-after')).toBe('20')
    const told = (await asked.json()) as Told
    expect(told.code).toBe('door.proofNeeded')
    expect((await report(web, from, { pass: await solved(told.details.challenge) })).status).toBe(200)
    for (let n = 3; n < 20; n++) await report(web, from)
    const refused = await report(web, from, { pass: await solved(told.details.challenge) })
    expect([refused.status, ((await refused.json()) as Told).code]).toEqual([429, 'door.tooMany'])
    expect((await report(web, address())).status).toBe(200)
  })

  test('a pass is good once, for one code, and again for the very same command', async () => {
    await clean()
    // Seven where a hundred is usual: two without being asked.
    const web = webOf(gateOf({ intakeCode: 7 }))
    const other = await street.codeOf('清荷苑4号楼1单元').catch(() => undefined)
    for (let n = 0; n < 2; n++) await report(web, address())
    const { challenge } = ((await (await report(web, address())).json()) as Told).details
    const pass = await solved(challenge)
    const one = await report(web, address(), { pass, key: 'once-0001' })
    expect(one.status).toBe(200)
    const again = await report(web, address(), { pass, key: 'once-0001' })
    expect([again.status, await again.text()]).toEqual([200, await one.text()])
    expect((await report(web, address(), { pass, key: 'once-0002' })).status).toBe(429)
    if (other) {
      for (let n = 0; n < 2; n++) await report(web, address(), { code: other })
      expect((await report(web, address(), { code: other, pass, key: 'once-0003' })).status).toBe(429)
    }
    const changed = await solved(challenge, 1)
    expect((await report(web, address(), { pass: changed })).status).toBe(429)
  })

  test('two processes count together; bite: counted by each for itself twice as many pass', async () => {
    const passing = async (table?: typeof LIMITS) => {
      await clean()
      const both = [1, 2].map(() => openCounters(street.opened.db, street.house.keys, { signInLogin: 4 }, table))
      let passed = 0
      for (let n = 0; n < 12; n++) if (!(await both[n % 2]!.take('signInLogin', 'somebody')).over) passed++
      return passed
    }
    expect(await passing()).toBe(4)
    expect(await passing({ ...LIMITS, signInLogin: { ...LIMITS.signInLogin, shared: false as never } })).toBe(8)
  })
})

describe('where somebody comes from', () => {
  test('a stranger’s word on it counts for nothing, a trusted proxy’s does', async () => {
    await clean()
    const gate = gateOf()
    const said = (text: string) => new Headers({ 'x-forwarded-for': text })
    expect(gate.addressOf('198.51.100.7', said('1.2.3.4'))).toBe('198.51.100.7')
    expect(gate.addressOf('10.9.0.1', said('1.2.3.4'))).toBe('1.2.3.4')
    expect(gate.addressOf('10.9.0.1', said('9.9.9.9, 1.2.3.4, 10.9.3.3'))).toBe('1.2.3.4')
    expect(gate.addressOf('10.9.0.1', said('nonsense'))).toBe('10.9.0.1')
    expect(gate.addressOf('::ffff:10.9.0.1', said('[2001:db8:1:2::9]:443'))).toBe('2001:db8:1:2::/64')
    expect(gate.addressOf('2001:db8::1', said('1.2.3.4'))).toBe('2001:db8:0:0::/64')
    expect(gate.addressOf(undefined, said('1.2.3.4'))).toBeUndefined()
    expect(() => readProxies('10.0.0.0/40')).toThrow('LINLI_TRUSTED_PROXIES')
    expect(() => readProxies('proxy.local')).toThrow('LINLI_TRUSTED_PROXIES')
  })

  test('forged addresses do not multiply tries at a login', async () => {
    await clean()
    const web = webOf(gateOf(HASHING))
    const statuses = []
    for (let n = 0; n < 12; n++) statuses.push((await signIn(web, 'chenjing', 'wrong-password', address())).status)
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
    expect(statuses.slice(10)).toEqual([429, 429])
    // Bite: without the count of the login every address would bring its own tries.
    const open = webOf(gateOf({ signInLogin: 1e6, ...HASHING }))
    expect((await signIn(open, 'chenjing', 'wrong-password', address())).status).toBe(401)
    await street.owner.query('update account set failures = 0, locked_until = null')
  })
})

describe('signing in', () => {
  test('the owner comes in on a device of his own while the login is under attack; another device does not', async () => {
    await clean()
    const web = webOf(gateOf(HASHING))
    const first = await signIn(web, 'chenjing', 'linli-demo', address())
    expect(first.status).toBe(200)
    const mark = first.headers
      .getSetCookie()
      .find((one) => one.startsWith('linli-device='))!
      .split(';')[0]!
    for (let n = 0; n < 12; n++) await signIn(web, 'chenjing', 'wrong-password', address())
    expect((await signIn(web, 'chenjing', 'linli-demo', address())).status).toBe(429)
    expect((await signIn(web, 'chenjing', 'linli-demo', address(), mark)).status).toBe(200)
    // Nor does that end the rest for strangers, nor is the mark good for another login.
    expect((await signIn(web, 'chenjing', 'linli-demo', address())).status).toBe(429)
    const forOther = []
    for (let n = 0; n < 11; n++)
      forOther.push((await signIn(web, 'zhouxiaolan', 'wrong-password', address(), mark)).status)
    expect(forOther.at(-1)).toBe(429)
    await street.owner.query('update account set failures = 0, locked_until = null')
  })

  test('known and unknown logins are counted alike', async () => {
    await clean()
    const web = webOf(gateOf(HASHING))
    const tries = async (login: string) => {
      const seen = []
      for (let n = 0; n < 12; n++) {
        const answer = await signIn(web, login, 'wrong-password', address())
        seen.push(`${answer.status} ${((await answer.json()) as Told).code}`)
      }
      return seen
    }
    expect(await tries('nobody-at-all')).toEqual(await tries('leiguoqing'))
    await street.owner.query('update account set failures = 0, locked_until = null')
  })

  test('a refusal comes at a full step of time, whatever it took; a sign-in at once; bite: without the step it tells', async () => {
    const STEP_MS = 300
    const took = async (stepMs: number, workMs: number, ends: 'well' | 'badly') => {
      const since = performance.now()
      const work = () => pause(workMs).then(() => (ends === 'well' ? undefined : Promise.reject(new Error('no'))))
      await evenly(stepMs, work).catch(() => {})
      return performance.now() - since
    }
    // Whatever else the machine does only ever makes an answer later.
    for (const workMs of [5, 60]) expect(await took(STEP_MS, workMs, 'badly')).toBeGreaterThan(STEP_MS - 2)
    expect(await took(STEP_MS, 5, 'well')).toBeLessThan(STEP_MS - 2)
    expect(await took(0, 5, 'badly')).toBeLessThan(STEP_MS - 2)
  })

  test('one address spraying over many logins is stopped; the next address signs in', async () => {
    await clean()
    const web = webOf(gateOf({ signInAddress: 20, ...HASHING }))
    const from = address()
    const statuses = []
    for (let n = 0; n < 24; n++) statuses.push((await signIn(web, `spray-${n}`, 'linli-demo', from)).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(4)
    expect((await signIn(web, 'zhouxiaolan', 'linli-demo', address())).status).toBe(200)
  })

  test('many strangers at once leave room for an owner on a device of his own; bite: without a part of his own they do not', async () => {
    const { keys } = street.house
    const anybody = await street.stranger.actor()
    /** Of eight passwords a minute six are for strangers; or all. */
    const crowd = async (ofStrangers: number) => {
      await clean()
      const only = (most: number) => ({ most, seconds: 60, shared: false as never, why: '' })
      const table = { ...LIMITS, signInProcess: only(8), signInStrangers: only(ofStrangers) }
      const counters = openCounters(street.opened.db, keys, {}, table)
      const guard = openGuard({ counters, passes: openPasses(keys), keys, room: openRoom(undefined) })
      const ask = (login: string, device?: string) =>
        guard
          .admit(account.signIn, anybody, { login, device }, { address: address() }, async () => 'looked at')
          .catch(String)
      const strangers: string[] = []
      for (let n = 0; n < 12; n++) strangers.push(await ask(`crowd-${n}`))
      const owner = await ask('chenjing', deviceMark(keys, 'chenjing'))
      return [strangers.filter((told) => told === 'looked at').length, owner]
    }
    expect(await crowd(6)).toEqual([6, 'looked at'])
    expect(await crowd(1e6)).toEqual([8, 'Error: door.busy'])
  })

  test('an office behind one address signs in a hundred times', async () => {
    await clean()
    const web = webOf(gateOf({ signInAddress: 20, ...HASHING }))
    const from = address()
    for (let n = 0; n < 30; n++) expect((await signIn(web, 'zhouxiaolan', 'linli-demo', from)).status).toBe(200)
  })
})

describe('the rest', () => {
  test('receipts that lead nowhere are asked for only so often', async () => {
    const web = webOf(gateOf({ lookUpMiss: 5 }))
    const from = address()
    const statuses = []
    for (let n = 0; n < 7; n++) {
      const body = JSON.stringify({ receipt: `0000000000000000000${n}` })
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
      statuses.push((await web.ask('/api/matter.story', init, from)).status)
    }
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429])
  })

  test('requests of one address are bounded, in its language', async () => {
    const web = webOf(gateOf({ askedByAddress: 3 }))
    const from = address()
    const init = { headers: { 'accept-language': 'en' } }
    for (let n = 0; n < 3; n++) await web.ask('/api/openapi.json', init, from)
    const answer = await web.ask('/api/openapi.json', init, from)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(30)
    expect(((await answer.json()) as Told).message).toContain('Too many requests')
  })

  test('nobody reads out of the table who asked for what', async () => {
    await clean()
    await signIn(webOf(gateOf()), 'zhouxiaolan', 'not the password', '198.51.100.77')
    const { rows } = await street.owner.query<{ text: string }>('select r::text as text from rate_limit r')
    expect(rows.length).toBeGreaterThan(2)
    expect(rows.map(({ text }) => text).join()).not.toMatch(/198\.51|zhouxiaolan/)
  })
})
