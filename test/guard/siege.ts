// Connections that send a byte now and then or nothing at all, and a reader who wants his page meanwhile.
import { get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export const HEAD = 'POST /api/matter.kinds HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

type Line = {
  readonly socket: Socket
  readonly said: () => string
  readonly ended: Promise<void>
  readonly isOpen: () => boolean
}

export function open(port: number, localAddress: string, first = ''): Line {
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  let said = ''
  let isOpen = true
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  socket.on('data', (bytes) => (said += bytes.toString('latin1')))
  socket.on('error', () => {})
  socket.on('close', () => {
    isOpen = false
    resolve()
  })
  if (first) socket.write(first)
  return { socket, said: () => said, ended, isOpen: () => isOpen }
}

/** A page, on a connection of its own; whether it came. */
const comes = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/q/none', agent: false }, (answer) =>
      answer.resume().on('end', () => resolve(true)),
    ).on('error', () => resolve(false))
  })

/** How long a reader waits, in ms, sorted; Infinity where he was not let in. */
async function read(port: number, until: (ms: number) => boolean): Promise<number[]> {
  const waits: number[] = []
  const since = performance.now()
  while (!until(performance.now() - since)) {
    const at = performance.now()
    waits.push((await comes(port)) ? performance.now() - at : Number.POSITIVE_INFINITY)
    await pause(30)
  }
  return waits.sort((a, b) => a - b)
}
const p95 = (waits: readonly number[]) => Math.round(waits[Math.floor(waits.length * 0.95)] ?? Number.NaN)

export type Siege = { readonly slow: number; readonly silent: number; readonly most: number }

/** Slow senders and silent lines from two addresses, a reader from a third: what became of them and how long he waited. */
export async function besiege(port: number, { slow: slowOnes, silent: silentOnes, most }: Siege) {
  const calm = p95(await read(port, (ms) => ms > 700))
  const slow = Array.from({ length: slowOnes }, (_, n) =>
    open(port, '127.0.0.2', n % 2 ? 'GET /healthz HTTP/1.1\r\nHost: l\r\nX: ' : `${HEAD}Content-Length: 90\r\n\r\n{`),
  )
  const silent = Array.from({ length: silentOnes }, () => open(port, '127.0.0.3'))
  const drip = setInterval(() => {
    for (const { socket } of slow) if (!socket.destroyed) socket.write('a')
  }, 100)
  const held = () => [...slow, ...silent].filter((one) => one.isOpen()).length
  const waits = await read(port, (ms) => ms > most || (ms > 1_500 && held() === 0))
  clearInterval(drip)
  const left = held()
  for (const { socket } of [...slow, ...silent]) socket.destroy()
  return { held: left, calm, besieged: p95(waits) }
}
