// What processes cost, read from /proc: processor time, memory, and how much others on this machine took meanwhile.
import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time for /proc in hundredths of a second, whatever the kernel's own tick is. */
const TICK_MS = 10

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

type Stat = { parent: number; ticks: number; reaped: number }

/** Fields of proc(5) after the name in parentheses: 4 parent, 14–15 own time, 16–17 that of children that ended. */
function statOf(pid: number): Stat | undefined {
  const text = read(`/proc/${pid}/stat`)
  if (!text) return undefined
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return { parent: fields[1]!, ticks: fields[11]! + fields[12]!, reaped: fields[13]! + fields[14]! }
}

/** Processor time of a process so far, all its threads, in ms. */
export const cpuOf = (pid: number): number => (statOf(pid)?.ticks ?? 0) * TICK_MS

/** Of a process and everything below it, those that ended included: PostgreSQL's connections are processes. */
export function cpuOfTree(pid: number): number {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined
    if (!stat) continue
    if (Number(name) === pid) ticks += stat.ticks + stat.reaped
    else if (stat.parent === pid) ticks += stat.ticks
  }
  return ticks * TICK_MS
}

/** Resident memory of one process in MB; shared pages of its programs are part of it. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

/** Time that this machine's processors were not idle, in ms: time taken by other guests of the same host counts as taken. */
function busyMs(): number {
  const [user, nice, system, , , irq, softirq, steal] = read('/proc/stat')
    .split('\n')[0]!
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user! + nice! + system! + irq! + softirq! + steal!) * TICK_MS
}

/** Which processes are ours: single ones and the postmaster, whose children count too. */
export type Ours = { readonly single: readonly number[]; readonly postmaster: number }

export type Meter = {
  readonly at: number
  readonly busy: number
  readonly single: readonly number[]
  readonly postgres: number
  readonly self: number
}

export const readMeter = (ours: Ours): Meter => ({
  at: performance.now(),
  busy: busyMs(),
  single: ours.single.map(cpuOf),
  postgres: cpuOfTree(ours.postmaster),
  self: cpuOf(process.pid),
})

export type Used = {
  readonly seconds: number
  /** Of each single process, in ms of processor time. */
  readonly single: readonly number[]
  readonly postgres: number
  /** Cores that processes other than ours were busy on, on average. */
  readonly others: number
}

export function used(before: Meter, after: Meter): Used {
  const ms = after.at - before.at
  const single = after.single.map((value, index) => value - before.single[index]!)
  const postgres = after.postgres - before.postgres
  const ours = single.reduce((sum, value) => sum + value, 0) + postgres + (after.self - before.self)
  return { seconds: ms / 1_000, single, postgres, others: Math.max(0, (after.busy - before.busy - ours) / ms) }
}

/** Above so many cores burnt by others, a sample says nothing about us (performance.md measured the effect: five- to tenfold). */
export const QUIET = 0.35
