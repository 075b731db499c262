// Rolling restart: two servers on one database behind a small proxy, stopped and started in turn under 16 reporters.
// node test/long/rolling.ts [--rounds N]
// node test/long/rolling.ts --bite     the servers are killed instead of told to stop: requests must get lost
// Nobody sends anything twice here: each request is answered with 200 at its first try, or it is lost.
// The last figures stand in results/rolling.json.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createProbe } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { eraseEmbedded } from '#kernel/embedded/embedded.ts'
import { ROOT, UNCOUNTED } from '../kill/server.ts'
import { makeStreet } from '../kill/street.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({
  options: { rounds: { type: 'string', default: '4' }, bite: { type: 'boolean', default: false } },
})
const CLIENTS = 16
const LOOK_MS = 250

const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-rolling-'))

async function freePort(): Promise<number> {
  const probe = createProbe().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

type Server = { readonly port: number; child: ChildProcess | undefined; ready: boolean }

const isReady = async (port: number): Promise<boolean> => {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1_000) }).catch(
    () => undefined,
  )
  await answer?.body?.cancel()
  return answer?.ok === true
}

async function start(server: Server): Promise<void> {
  server.child = spawn(process.execPath, ['src/main.ts', 'serve'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      LINLI_DATA: dataDir,
      LINLI_LIMITS: UNCOUNTED,
      PORT: String(server.port),
      LINLI_LEAVE_SECONDS: '6',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await isReady(server.port))) await pause(50)
}

async function stop(server: Server): Promise<number> {
  const since = performance.now()
  const exited = once(server.child!, 'exit')
  server.child!.kill(given.bite ? 'SIGKILL' : 'SIGTERM')
  await exited
  return Math.round(performance.now() - since)
}

/** As a usual proxy: kept connections, a look at /readyz, another server only when one could not be connected to. */
function proxy(servers: readonly Server[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  let turn = 0
  const look = setInterval(async () => {
    for (const server of servers) server.ready = await isReady(server.port)
  }, LOOK_MS)
  const pass = (from: IncomingMessage, to: ServerResponse, body: Buffer, tried: number) => {
    const able = servers.filter((one) => one.ready)
    const server = (able.length ? able : servers)[turn++ % (able.length || servers.length)]!
    const options = {
      host: '127.0.0.1',
      port: server.port,
      method: from.method,
      path: from.url,
      headers: from.headers,
      agent,
    }
    const sent = request(options as never, (answer) => {
      to.writeHead(answer.statusCode!, { 'content-type': answer.headers['content-type'] ?? '' })
      answer.pipe(to)
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && tried < 10) return void setTimeout(() => pass(from, to, body, tried + 1), 20)
      if (to.headersSent) to.destroy()
      else to.writeHead(502).end()
    })
    sent.end(body)
  }
  const front = createServer(async (from, to) => {
    const parts: Buffer[] = []
    for await (const part of from) parts.push(part as Buffer)
    pass(from, to, Buffer.concat(parts), 0)
  })
  return {
    listen: async () => {
      front.listen(0, '127.0.0.1')
      await once(front, 'listening')
      return (front.address() as AddressInfo).port
    },
    close: () => {
      clearInterval(look)
      front.close()
      front.closeAllConnections()
      agent.destroy()
    },
  }
}

const servers: Server[] = []
let front: ReturnType<typeof proxy> | undefined
try {
  const code = await makeStreet(dataDir, false)
  for (let n = 0; n < 2; n++) servers.push({ port: await freePort(), child: undefined, ready: true })
  for (const server of servers) await start(server)
  front = proxy(servers)
  const port = await front.listen()
  const answers: Record<string, number> = {}
  let over = false
  let n = 0
  const client = async () => {
    while (!over) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/matter.report`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `rolling-${String(n).padStart(8, '0')}` },
        body: JSON.stringify({ code, words: `楼道灯不亮 ${n++}`, phone: '13800001234' }),
        signal: AbortSignal.timeout(30_000),
      }).catch(() => undefined)
      await answer?.text().catch(() => undefined)
      const outcome = answer ? String(answer.status) : 'no answer'
      answers[outcome] = (answers[outcome] ?? 0) + 1
      // Not as fast as can be: the question is what gets lost, not how much a machine bears.
      await pause(30)
    }
  }
  const since = performance.now()
  const clients = Array.from({ length: CLIENTS }, client)
  const stopMs: number[] = []
  for (let round = 0; round < Number(given.rounds); round++)
    for (const server of servers) {
      await pause(500)
      stopMs.push(await stop(server))
      await start(server)
      // Until the proxy has seen that it is back.
      while (!server.ready) await pause(50)
      await pause(LOOK_MS * 2)
    }
  over = true
  await Promise.all(clients)
  const { '200': answered = 0, ...others } = answers
  const lost = Object.values(others).reduce((sum, one) => sum + one, 0)
  const found = {
    restarts: stopMs.length,
    requests: answered + lost,
    answered,
    lost,
    others,
    stopMs,
    seconds: Math.round((performance.now() - since) / 1_000),
  }
  keep('rolling', given.bite ? 'bite' : 'trial', given.bite ? lost > 0 : lost === 0 && answered > 0, found)
} finally {
  front?.close()
  for (const { child } of servers)
    if (child && child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    }
  await eraseEmbedded(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}
