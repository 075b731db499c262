// A whole city's file over a slow line: it goes on while it moves, is counted by the megabyte, and leaves nothing when it breaks off.
import { readdirSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSpool } from '#kernel/files/spool.ts'
import { readProxies } from '#kernel/guard/address.ts'
import { openGate } from '#kernel/guard/gate.ts'
import type { Raised } from '#kernel/guard/limits.ts'
import { CONNECTIONS, type ConnectionBounds } from '#kernel/http/connections.ts'
import type { Server } from '#kernel/http/http.ts'
import { account } from '#modules/account/contract.ts'
import { register } from '#modules/register/contract.ts'
import { openStreet, type Street } from '../street.ts'
import { openWeb } from '../web.ts'

let street: Street
let areaId: string
let cookie: string
const servers: Server[] = []
beforeAll(async () => {
  street = await openStreet()
  areaId = (await street.as('chenjing').actor()).posts[0]!.areaId
  cookie = await cookieOf('chenjing')
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  await street.owner.query('delete from rate_limit')
})
afterAll(() => street.close())

async function cookieOf(login: string): Promise<string> {
  const { token } = (await (
    await openWeb(street.opened).post(account.signIn.name, { login, password: 'linli-demo' })
  ).json()) as { token: string }
  return `linli=${token}`
}

/** As in earnest, a hundred times quicker. */
const QUICK: ConnectionBounds = {
  ...CONNECTIONS,
  ...{ requestMs: 600, lookMs: 50, pace: { silentMs: 1_000, windowMs: 700, least: 3_000 } },
}

async function served(limits: Raised = {}, house = street.house): Promise<number> {
  const gate = openGate(house, { proxies: readProxies(''), limits, refusalMs: 0 })
  const server = await openWeb({ ...street.opened, house, gate }).serve({ bounds: QUICK })
  servers.push(server)
  return server.port
}

type Sent = {
  readonly out: ClientRequest
  /** What was answered; undefined where the line was cut. */
  readonly answer: Promise<{ status: number; code?: string; details?: { hours: number }; id?: string } | undefined>
  readonly isOver: () => boolean
}
type Sending = { length?: number; type?: string; as?: string; area?: string; operation?: string }

function begin(
  port: number,
  { length, type = 'application/octet-stream', as = cookie, area = areaId, operation }: Sending = {},
): Sent {
  const about = new URLSearchParams({ areaId: area, class: 'registered', name: '户籍人口.csv' })
  const headers = { cookie: as, 'content-type': type, ...(length ? { 'content-length': length } : {}) }
  const path = `/api/${operation ?? register.sendFile.name}?${about}`
  const out = request({ port, host: '127.0.0.1', path, method: 'POST', headers, agent: false })
  let over = false
  const answer = new Promise<Awaited<Sent['answer']>>((resolve) => {
    out.on('response', async (response) => {
      let text = ''
      for await (const piece of response) text += piece
      resolve({ status: response.statusCode!, ...(text ? JSON.parse(text) : {}) })
    })
    out.on('error', () => resolve(undefined)).on('close', () => resolve(undefined))
  })
  void answer.then(() => {
    over = true
  })
  out.flushHeaders()
  return { out, answer, isOver: () => over }
}

const spooled = () => {
  try {
    return readdirSync(street.house.spool.dir)
  } catch {
    return []
  }
}
const MB = (n: number) => Buffer.alloc(n * 1_000_000, 'a')
/** So many bytes at each beat, until all are gone or the line is. */
async function drip(sent: Sent, beats: number, bytes: number): Promise<void> {
  for (let beat = 0; beat < beats && !sent.isOver(); beat++) {
    sent.out.write(Buffer.alloc(bytes, 'b'))
    await pause(50)
  }
}
/** Nothing lies there that did not before, once the server has heard of the end. */
const nothingMore = (before: readonly string[]) => expect.poll(spooled, { timeout: 5_000 }).toEqual(before)

describe('its pace', () => {
  test('three times as long as any other request may take, it arrives; other requests are cut off meanwhile', async () => {
    const port = await served()
    const before = spooled()
    const file = begin(port)
    const other = begin(port, { type: 'application/json', operation: 'register.batches' })
    await Promise.all([drip(file, 40, 1_000), drip(other, 40, 1_000)])
    expect(other.isOver()).toBe(true)
    expect([undefined, 408]).toContain((await other.answer)?.status)
    file.out.end()
    expect(await file.answer).toMatchObject({ status: 200, id: expect.any(String) })
    expect(spooled()).toHaveLength(before.length + 1)
  })

  test('it stops, or trickles: cut off, and nothing of it stays', async () => {
    const port = await served()
    const before = spooled()
    const [stops, trickles, leaves] = [begin(port), begin(port), begin(port)]
    for (const { out } of [stops, leaves]) out.write(MB(2))
    await expect.poll(() => spooled().length).toBe(before.length + 3)
    leaves.out.destroy()
    await drip(trickles, 100, 10)
    for (const sent of [stops, trickles]) expect([undefined, 408]).toContain((await sent.answer)?.status)
    await nothingMore(before)
  })
})

describe('its weight', () => {
  test('what a person may send in a day: refused before the first byte, told when again, and not counted', async () => {
    const port = await served({ sheetsPerson: 3 })
    const before = spooled()
    const far = begin(port, { length: 4_000_000 })
    expect(await far.answer).toMatchObject({ status: 429, code: 'door.tooMuch', details: { hours: 24 } })
    // Broken off after little, the rest of it may be sent by the next.
    const broken = begin(port, { length: 3_000_000 })
    broken.out.write(MB(1))
    await expect.poll(() => spooled().length).toBe(before.length + 1)
    broken.out.destroy()
    await nothingMore(before)
    const whole = begin(port, { length: 2_000_000 })
    whole.out.end(MB(2))
    expect(await whole.answer).toMatchObject({ status: 200 })
    const more = begin(port, { length: 1_000_000 })
    expect(await more.answer).toMatchObject({ status: 429 })
  })

  test('one who never says how much: counted as it comes; and from one address together', async () => {
    const before = spooled()
    const endless = begin(await served({ sheetsPerson: 20 }))
    for (let n = 0; n < 40 && !endless.isOver(); n++) {
      endless.out.write(MB(1))
      await pause(5)
    }
    expect([undefined, 429]).toContain((await endless.answer)?.status)
    expect(endless.isOver()).toBe(true)
    await nothingMore(before)
    await street.owner.query('delete from rate_limit')
    const port = await served({ sheetsAddress: 3 })
    const mine = begin(port, { length: 2_000_000 })
    mine.out.end(MB(2))
    expect(await mine.answer).toMatchObject({ status: 200 })
    const others = begin(port, { length: 2_000_000, as: await cookieOf('anxiaoya') })
    expect(await others.answer).toMatchObject({ status: 429, code: 'door.tooMuch' })
  })

  test('a disk that is nearly full takes none of it', async () => {
    const { keys, spool } = street.house
    const before = spooled()
    const full = openSpool(spool.dir, keys, Number.MAX_SAFE_INTEGER)
    const sent = begin(await served({}, { ...street.house, spool: full }))
    expect(await sent.answer).toMatchObject({ status: 507, code: 'door.full' })
    expect(spooled()).toEqual(before)
  })
})

test('whoever may not, or asks for what is not his, is refused, and nothing stays', async () => {
  const port = await served()
  const before = spooled()
  const wrong: [Sending, number][] = [
    [{ as: '' }, 401],
    [{ as: await cookieOf('xieanlan') }, 403],
    [{ area: 'nowhere' }, 400],
  ]
  // None of these sends a byte: they are told at once.
  for (const [sending, status] of wrong) expect(await begin(port, sending).answer).toMatchObject({ status })
  const elsewhere = begin(port, { area: '01890000-0000-7000-8000-000000000000' })
  elsewhere.out.end(MB(1))
  expect(await elsewhere.answer).toMatchObject({ status: 404 })
  expect(spooled()).toEqual(before)
})
