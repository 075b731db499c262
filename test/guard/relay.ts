// Between server and database: a relay that cuts connections, holds them still, or lets them through.
import { connect, createServer, type Socket } from 'node:net'

export type Relay = {
  /** The address of the database through the relay. */
  readonly url: string
  /** Every connection breaks in whatever it is doing. */
  cut(): void
  /** Nothing passes in either direction, as with a process that was stopped. */
  hold(): void
  release(): void
  /** As while the database starts: whoever connects is turned away. */
  refuse(on: boolean): void
  close(): Promise<void>
}

export async function openRelay(to: string): Promise<Relay> {
  const target = new URL(to)
  const pairs = new Set<readonly [Socket, Socket]>()
  let isHeld = false
  let refuses = false
  const server = createServer((near) => {
    if (refuses) return near.resetAndDestroy()
    const far = connect({ host: target.hostname, port: Number(target.port || 5432) })
    const pair = [near, far] as const
    pairs.add(pair)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('data', (bytes) => other.write(bytes))
      one.on('error', () => {})
      one.on('close', () => {
        other.destroy()
        pairs.delete(pair)
      })
      if (isHeld) one.pause()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const url = new URL(to)
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' && address ? address.port : 0)
  const each = (act: (socket: Socket) => void) => {
    for (const pair of pairs) for (const socket of pair) act(socket)
  }
  return {
    url: url.href,
    cut: () => each((socket) => socket.resetAndDestroy()),
    hold() {
      isHeld = true
      each((socket) => socket.pause())
    },
    release() {
      isHeld = false
      each((socket) => socket.resume())
    },
    refuse(on) {
      refuses = on
    },
    async close() {
      const closed = new Promise((done) => server.close(done))
      each((socket) => socket.destroy())
      await closed
    },
  }
}
