// A command of Linli run to its end, with the time it took and the most memory it ever held.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { ROOT } from '../kill/server.ts'

export type Ran = {
  readonly code: number | null
  readonly seconds: number
  readonly mostMb: number
  readonly said: string
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
export const secondsSince = (since: number): number => Math.round((performance.now() - since) / 100) / 10

export const startCommand = (dataDir: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LINLI_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** The most that a process ever held, in MB; 0 once it is gone. */
export function mostMbOf(pid: number | undefined): number {
  try {
    const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb ? Math.round(Number(kb) / 1024) : 0
  } catch {
    return 0
  }
}

export async function run(dataDir: string, ...args: string[]): Promise<Ran> {
  const since = performance.now()
  const child = startCommand(dataDir, args)
  let [said, mostMb] = ['', 0]
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (said += text))
  const look = setInterval(() => {
    mostMb = Math.max(mostMb, mostMbOf(child.pid))
  }, 100)
  const [code] = (await once(child, 'close')) as [number | null]
  clearInterval(look)
  if (code !== 0) say(said)
  return { code, seconds: secondsSince(since), mostMb, said }
}
