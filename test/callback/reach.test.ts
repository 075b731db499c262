// Goal I6 for callbacks: of more than sixty addresses behind our own walls none is reached, counted by a listener that waits there.
import { type AddressInfo, createServer, isIP, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CallOptions, callOut, usualCall } from '#kernel/sending/call-out.ts'
import { reachOf } from '#kernel/sending/reach.ts'
import { ANSWERED, OUTSIDE, SCHEMES, SPELLED } from './addresses.ts'
import { openReceiver, says } from './receiver.ts'

/** Every connection to this machine at these ports. */
const traps: Server[] = []
let connections = 0
let port = 0
beforeAll(async () => {
  for (const host of ['127.0.0.1', '::1']) {
    const trap = createServer((socket) => {
      connections++
      socket.destroy()
    })
    const there = await new Promise<boolean>((resolve) =>
      trap.once('error', () => resolve(false)).listen(port, host, () => resolve(true)),
    )
    if (!there) continue
    traps.push(trap)
    port = (trap.address() as AddressInfo).port
  }
})
afterAll(() => {
  for (const trap of traps) trap.close()
})
beforeEach(() => {
  connections = 0
})

const call = (url: string, options: Partial<CallOptions> = {}, inside = false) =>
  callOut({ url, headers: {}, body: '{}', inside }, { ...usualCall, patienceMs: 1_000, ...options })
const answers =
  (list: readonly string[]): CallOptions['resolve'] =>
  async () =>
    list.map((address) => ({ address, family: isIP(address.replace(/%.*/, '')) || 4 }))
const urls = () => SPELLED.flatMap((host) => URL.parse(`https://${host}:${port}/hook`)?.href ?? [])

test('no spelling of an address behind our walls is reached', async () => {
  expect(SPELLED.length).toBeGreaterThanOrEqual(60)
  // What is no address at all cannot be stored either.
  expect(urls().length).toBeGreaterThan(SPELLED.length - 3)
  const reached: string[] = []
  for (const url of urls()) {
    const { fault } = await call(url, { resolve: answers(['127.0.0.1']) })
    if (fault !== 'forbidden') reached.push(`${url}: ${fault}`)
  }
  expect(reached).toEqual([])
  expect(connections).toBe(0)
})

test('no name that leads there is reached, nor one that leads there among other places', async () => {
  for (const list of ANSWERED)
    expect([list, (await call(`https://hooks.example:${port}/`, { resolve: answers(list) })).fault]).toEqual([
      list,
      'forbidden',
    ])
  expect((await call(`https://hooks.example:${port}/`, { resolve: answers([]) })).fault).toBe('noAddress')
  expect((await call(`https://localhost:${port}/`)).fault).toBe('forbidden')
  expect(connections).toBe(0)
})

test('no other way of speaking: only https, and http where the host is one of our own', async () => {
  for (const scheme of SCHEMES)
    expect([scheme, (await call(`${scheme}://hooks.example:${port}/`)).fault]).toEqual([scheme, 'forbidden'])
  for (const scheme of SCHEMES.filter((one) => one !== 'http'))
    expect([scheme, (await call(`${scheme}://hooks.example/`, {}, true)).fault]).toEqual([scheme, 'forbidden'])
  expect(connections).toBe(0)
})

test('a name is asked once, and what it answered is connected to: a second answer has no say', async () => {
  const receiver = await openReceiver()
  let asked = 0
  const flips = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
  const { status } = await call(`http://hooks.example:${receiver.port}/`, { resolve: flips }, true)
  expect([status, asked, receiver.got.length]).toEqual([204, 1, 1])
  asked = 1
  expect((await call(`http://hooks.example:${receiver.port}/`, { resolve: flips }, true)).fault).toBe('forbidden')
  receiver.answer = says(302, '', { location: `http://127.0.0.1:${port}/` })
  expect((await call(receiver.url, {}, true)).fault).toBe('redirect')
  await receiver.close()
  expect(connections).toBe(0)
})

test('a host marked as inside reaches an intranet and this machine, and still no metadata, no link, no multicast', async () => {
  for (const address of ['127.0.0.1', '::1', '10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd12::1'])
    expect([address, reachOf(address)]).toEqual([address, 'inside'])
  for (const address of [
    '169.254.169.254',
    '100.100.100.200',
    'fd00:ec2::254',
    '224.0.0.1',
    '::ffff:10.0.0.1',
    '0.0.0.0',
  ])
    expect([address, reachOf(address)]).toEqual([address, 'never'])
  for (const address of OUTSIDE) expect([address, reachOf(address)]).toEqual([address, 'outside'])
  for (const text of ['', 'localhost', '1.2.3', '127.0.0.1.', '::1%lo', '0x7f000001'])
    expect([text, reachOf(text)]).toEqual([text, 'never'])
})

test('an answer that never ends, or never comes, is left', async () => {
  const receiver = await openReceiver()
  receiver.answer = (response) => {
    response.writeHead(200)
    const more = setInterval(() => response.write('x'.repeat(8_192)), 1)
    response.on('close', () => clearInterval(more))
  }
  const endless = await call(receiver.url, {}, true)
  expect([endless.status, endless.fault, endless.answer.length]).toEqual([200, null, 1_024])
  receiver.answer = () => {}
  expect(await call(receiver.url, { patienceMs: 200 }, true)).toEqual({ status: 0, answer: '', fault: 'timeout' })
  await receiver.close()
  expect((await call(receiver.url, {}, true)).fault).toBe('unreachable')
})

test('it would be noticed: without the check the listener is reached, by address and by name', async () => {
  const open = { reach: () => 'outside' as const }
  for (const url of urls().slice(0, 8)) await call(url, open)
  expect(connections).toBeGreaterThanOrEqual(7)
  connections = 0
  await call(`https://hooks.example:${port}/`, { ...open, resolve: answers(['127.0.0.1']) })
  expect(connections).toBe(1)
})
