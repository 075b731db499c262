// Starts the servers under test as processes of their own, waits until they answer, and ends them by their number.
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Wire } from './wire.ts'

const ROOT = path.join(import.meta.dirname, '..')
const LOOK_MS = 5
const MOST_MS = 120_000

export type Running = { readonly pid: number; readonly port: number; readonly readyMs: number; stop(): Promise<void> }

const get = (where: string): Buffer => Buffer.from(`GET ${where} HTTP/1.1\r\nhost: localhost\r\n\r\n`)

async function isReady(port: number, where: string): Promise<boolean> {
  const wire = new Wire(port)
  try {
    return (await wire.ask(get(where))).status === 200
  } catch {
    return false
  } finally {
    wire.close()
  }
}

function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

export type Starting = {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly port: number
  readonly where: string
  readonly nodeArgs?: readonly string[]
}

/** Runs a script of this repository and waits for its first 200. Throws with what it said when it ends before. */
export async function startProcess({ args, env, port, where, nodeArgs = [] }: Starting): Promise<Running> {
  const since = performance.now()
  const child = spawn(process.execPath, [...nodeArgs, ...args], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)))
  while (!(await isReady(port, where))) {
    const ended = child.exitCode !== null || child.signalCode !== null
    if (ended || performance.now() - since > MOST_MS) {
      child.kill('SIGKILL')
      throw new Error(`${args.join(' ')} did not start:\n${said}`)
    }
    await pause(LOOK_MS)
  }
  return {
    pid: child.pid!,
    port,
    readyMs: performance.now() - since,
    async stop() {
      child.kill('SIGTERM')
      await Promise.race([endOf(child), pause(30_000).then(() => child.kill('SIGKILL'))])
      await endOf(child)
    },
  }
}

/** Runs a script to its end; resolves with what it printed, rejects when it fails. */
export function runProcess(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(said))))
  })
}
