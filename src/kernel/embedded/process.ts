// Which process is meant by a number: a pid alone is reused, a pid with its start time is not.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process: its number and a text that differs for another process which gets the same number later. */
export type Living = { readonly pid: number; readonly start: string }

/** What PostgreSQL's programs see of our environment: nothing that could change the encoding or the time zone. */
export const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const LINUX = process.platform === 'linux'

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

// A process that runs elsewhere than Linux has no /proc; every BSD and macOS has ps.
const ps = (pid: number, column: string): string | undefined =>
  spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
    encoding: 'utf8',
    env: ENVIRONMENT,
  }).stdout?.trim() || undefined

/** When the process of this number began, or undefined when there is none (a zombie is none). */
export function startOf(pid: number): string | undefined {
  if (!LINUX) return ps(pid, 'lstart')
  const stat = read(`/proc/${pid}/stat`)
  // The name in parentheses may itself hold spaces and parentheses; state is field 3, start time field 22 of proc(5).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined
  // Ticks count from the machine's start, so the same number and tick can come again after a reboot.
  return `${read('/proc/sys/kernel/random/boot_id')?.trim().slice(0, 8) ?? ''}:${fields[19]}`
}

export const living = (pid: number): Living | undefined => {
  const start = startOf(pid)
  return start === undefined ? undefined : { pid, start }
}

export const same = (a: Living, b: Living): boolean => a.pid === b.pid && a.start === b.start

export const isAlive = (one: Living): boolean => startOf(one.pid) === one.start

/** As isAlive, cheap enough to ask several times a second: where asking for the start time costs a process, the number must do. */
export function seemsAlive(one: Living): boolean {
  if (LINUX) return isAlive(one)
  try {
    return process.kill(one.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

let mine: Living | undefined

/** This process. */
export function self(): Living {
  mine ??= living(process.pid)
  if (!mine) throw new Error('cannot read when this process began (neither /proc nor ps)')
  return mine
}

/** The words of the command line that started a process. */
export const commandOf = (pid: number): string[] =>
  LINUX ? (read(`/proc/${pid}/cmdline`)?.split('\0') ?? []) : (ps(pid, 'command')?.split(' ') ?? [])

/** Whether the process has `folder` as its own; where that cannot be asked, whether its command line names it. */
export function worksIn(pid: number, folder: string): boolean {
  if (!LINUX) return commandOf(pid).includes(folder)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Processes working in this folder whose title begins with `title`. Linux only; elsewhere none are found. */
export function processesIn(folder: string, title: string): number[] {
  if (!LINUX) return []
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => worksIn(pid, folder) && commandOf(pid)[0]?.startsWith(title))
}
