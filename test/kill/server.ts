// A real server process with an embedded database of its own, made to be killed: either of the two, at any moment.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The repository as it is, or a mutated copy of it. */
export type Tree = string
export const ROOT: Tree = path.join(import.meta.dirname, '../..')

/** One machine reports and reads as a whole city does; what the limits hold is tried in test/guard. */
export const UNCOUNTED = [
  'askedBySession',
  'askedByAddress',
  'intakeAddress',
  'intakeCode',
  'intakeProcess',
  'signInProcess',
  'signInStrangers',
]
  .map((name) => `${name}=999999999`)
  .join(' ')

const environment = (dataDir: string, port: number) => ({
  LINLI_LIMITS: UNCOUNTED,
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  HOME: process.env.HOME ?? '/',
  LINLI_DATA: dataDir,
  PORT: String(port),
})

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Runs one command of Linli to its end; what it said, and whether it went well. */
export async function command(
  tree: Tree,
  dataDir: string,
  ...args: string[]
): Promise<{ said: string; code: number | null }> {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: tree,
    env: environment(dataDir, 1),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { said, code }
}

export type Killable = {
  readonly url: string
  /** Of the server as it was started last. */
  pid(): number
  start(): Promise<void>
  /** kill -9, in whatever it is doing. */
  kill(): Promise<void>
  /** kill -9 of the database: the postmaster first, so that it cannot tell its children, then each of these. */
  killDatabase(): void
  /** As a person stops it; the database goes with it. */
  stop(): Promise<void>
  /** The last lines it wrote. */
  said(): string
  /** Rejects when the server ends without having been told to. */
  readonly crash: Promise<never>
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        const stat = readFileSync(`/proc/${one}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid
      } catch {
        return false
      }
    })

const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** `more` is added to its environment; `out` is an open file that its lines go to, instead of what is `said`. */
export async function killable(
  tree: Tree,
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
  out: number | 'pipe' = 'pipe',
): Promise<Killable> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let said = ''
  let isMeant = false
  const { promise: crash, reject } = Promise.withResolvers<never>()
  // Whoever does not wait for it is not told.
  crash.catch(() => {})
  const ready = async (): Promise<boolean> => {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
    await answer?.body?.cancel()
    return answer?.ok === true
  }
  const gone = (one: ChildProcess) => (one.exitCode === null && one.signalCode === null ? once(one, 'exit') : undefined)
  return {
    url,
    pid: () => child!.pid!,
    async start() {
      const made = spawn(process.execPath, ['src/main.ts', 'serve'], {
        cwd: tree,
        env: { ...environment(dataDir, port), ...more },
        stdio: ['ignore', out, out],
      })
      child = made
      isMeant = false
      made.once('exit', (code, signal) => isMeant || reject(new Error(`the server ended by itself: ${code ?? signal}`)))
      for (const stream of [made.stdout, made.stderr])
        stream?.on('data', (text) => (said = (said + text).slice(-20_000)))
      while (!(await ready())) {
        if (made.exitCode !== null) await crash
        await pause(50)
      }
    },
    async kill() {
      isMeant = true
      child!.kill('SIGKILL')
      await gone(child!)
    },
    killDatabase() {
      const lock = JSON.parse(readFileSync(path.join(realpathSync(dataDir), 'lock.json'), 'utf8')) as {
        database: { pid: number }
      }
      const { pid } = lock.database
      const children = childrenOf(pid)
      for (const one of [pid, ...children, ...childrenOf(pid)]) killNow(one)
    },
    async stop() {
      if (!child) return
      isMeant = true
      child.kill('SIGTERM')
      const patience = setTimeout(() => child?.kill('SIGKILL'), 30_000)
      await gone(child)
      clearTimeout(patience)
    },
    said: () => said,
    crash,
  }
}
