// The life of one PostgreSQL server process: started apart from us, found again, stopped, cleared away when dead.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fchownSync, openSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clock } from '../clock.ts'
import type { Account } from './account.ts'
import { commandOf, ENVIRONMENT, isAlive, type Living, living, processesIn, worksIn } from './process.ts'

/** What a server is made of: its data, its programs, whom it runs as (undefined: us). */
export type Server = { readonly dir: string; readonly bin: string; readonly account: Account | undefined }

export type Postmaster = Living & { readonly port: number }

const LOOK_MS = 20

/** Below the range from which systems lend ports to outgoing connections, so that a restart finds its port free. */
const FIRST_PORT = 21_000
const PORTS = 10_000

const pidFile = (dir: string) => path.join(dir, 'postmaster.pid')

/** Lines of postmaster.pid: 1 pid, 4 port, 8 status. */
function readPidFile(dir: string): string[] {
  try {
    return readFileSync(pidFile(dir), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The living server of this folder, whoever started it. A reused pid is told by its name and folder. */
export function findPostmaster(dir: string): Postmaster | undefined {
  const lines = readPidFile(dir)
  const found = living(Number(lines[0]))
  if (!found) return undefined
  const isOurs = commandOf(found.pid)[0]?.endsWith('postgres') && worksIn(found.pid, dir)
  return isOurs ? { ...found, port: Number(lines[3]) } : undefined
}

/**
 * After a kill -9 the server's children may go on for as long as their statement runs and hold its shared memory, and
 * PostgreSQL refuses to start when the pid in its file was reused by any process of the same user.
 */
export function clearDead(dir: string): void {
  if (findPostmaster(dir)) return
  for (const pid of processesIn(dir, 'postgres: ')) kill(pid, 'SIGKILL')
  rmSync(pidFile(dir), { force: true })
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function settings(port: number): Record<string, string | number> {
  const small = totalmem() < 2 * 2 ** 30
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: small ? '128MB' : '256MB',
    max_wal_size: '2GB',
    // These binaries are built without lz4 and zstd, and pglz costs more than it saves: no wal_compression.
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    log_min_messages: 'warning',
    // Rows and statements hold personal data; the log names the failure only.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...sharedMemory(),
  }
}

/** Containers often have 64 MB of /dev/shm; a parallel query that needs more fails there, so files are used. */
function sharedMemory(): { dynamic_shared_memory_type?: string } {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < 512 * 2 ** 20 ? { dynamic_shared_memory_type: 'mmap' } : {}
  } catch {
    return {}
  }
}

const logFile = (server: Server) => path.join(server.dir, 'log')
const logSize = (server: Server) => statSync(logFile(server), { throwIfNoEntry: false })?.size ?? 0

/** Detached: a Ctrl-C at the terminal must not reach it, since other processes may still use it. */
function launch(server: Server, port: number): ChildProcess {
  const { account } = server
  const log = openSync(logFile(server), 'a', 0o600)
  try {
    if (account) fchownSync(log, account.uid, account.gid)
    const given = Object.entries(settings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(path.join(server.bin, 'postgres'), ['-D', server.dir, ...given], {
      cwd: server.dir,
      env: ENVIRONMENT,
      stdio: ['ignore', log, log],
      detached: true,
      ...account,
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** Resolves with nothing when the server is ready, with what it said when it gave up. */
async function readyOrSaid(
  server: Server,
  child: ChildProcess,
  from: number,
  log: (line: string) => void,
): Promise<string | undefined> {
  let fault: Error | undefined
  child.once('error', (error) => (fault = error))
  const since = clock.ticks()
  let told = false
  for (;;) {
    if (fault) return fault.message
    if (child.exitCode !== null || child.signalCode !== null)
      return (
        readFileSync(logFile(server)).subarray(from).toString().trim() ||
        `ended with ${child.exitCode ?? child.signalCode}`
      )
    const lines = readPidFile(server.dir)
    if (Number(lines[0]) === child.pid && lines[7]?.startsWith('ready')) return undefined
    if (!told && clock.ticks() - since > 10_000) {
      told = true
      log('数据库正在自我修复，请稍候 the database is repairing itself, please wait')
    }
    await pause(LOOK_MS)
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

async function freePort(wanted: number): Promise<number> {
  for (let n = 0; n < PORTS; n++) {
    const port = FIRST_PORT + ((wanted - FIRST_PORT + n + PORTS) % PORTS)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port from ${FIRST_PORT} to ${FIRST_PORT + PORTS - 1}`)
}

/** A number in the range that differs from cluster to cluster and is the same each time. */
const usualPort = (dir: string): number =>
  FIRST_PORT + ([...dir].reduce((sum, c) => (sum * 31 + c.codePointAt(0)!) >>> 0, 7) % PORTS)

/**
 * Starts the server and waits until it takes connections, however long it repairs itself.
 * `port`: the one used before. `keepPort`: processes hold connections to that port, so no other will do.
 * Throws with PostgreSQL's own words when it does not start.
 */
export async function startPostmaster(
  server: Server,
  options: { port: number | undefined; keepPort: boolean; log: (line: string) => void },
): Promise<Postmaster> {
  const deadline = clock.ticks() + 15_000
  let port = options.port ?? usualPort(server.dir)
  for (;;) {
    if (!options.keepPort) port = await freePort(port)
    clearDead(server.dir)
    const from = logSize(server)
    const child = launch(server, port)
    const said = await readyOrSaid(server, child, from, options.log)
    const started = findPostmaster(server.dir)
    // Either ours, or one that a process killed a moment ago had just set off.
    if (started && (said === undefined || started.pid !== child.pid)) return started
    if (clock.ticks() > deadline || !/Address already in use|lock file|shared memory block/i.test(said ?? 'lock file'))
      throw new Error(`PostgreSQL 未能启动 did not start (${server.dir}):\n${said}`)
    await pause(200)
  }
}

/** Stops the server and returns when it is gone: fast, then at once, then by force. Nothing committed is lost by any. */
export async function stopPostmaster(postmaster: Living, dir: string, first: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  const steps = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const
  for (const [signal, most] of steps.slice(first === 'SIGINT' ? 0 : 1)) {
    kill(postmaster.pid, signal)
    const deadline = clock.ticks() + most
    while (isAlive(postmaster) && clock.ticks() < deadline) await pause(LOOK_MS)
    if (!isAlive(postmaster)) return clearDead(dir)
  }
  throw new Error(`PostgreSQL (process ${postmaster.pid}) does not stop`)
}
