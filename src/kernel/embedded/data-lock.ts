// The lock of a LINLI_DATA folder: which living processes use it, and which database they share.
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clock } from '../clock.ts'
import { isAlive, type Living, same, self } from './process.ts'

/** `processes` in order of arrival: the first is the owner. `database` stays after the last has left, for its port. */
export type DataLock = {
  processes: Living[]
  database?: Living & { readonly port: number }
}

/** A start may hold the lock while PostgreSQL repairs itself; nobody waits longer than this. */
const MOST_WAIT_MS = 600_000
const LOOK_MS = 40
/** A breaker works for microseconds; one that is seen this often was killed at it. */
const GRAVE_ROUNDS = 100

const readLiving = (file: string): Living | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Living
  } catch {
    return undefined
  }
}

/** Hard links, because a link appears whole with its content or not at all. `allowed`: error codes that mean no. */
function tryLink(from: string, to: string, ...allowed: string[]): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (allowed.includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/**
 * Takes away the guard of a dead process. Two may find it dead at once; only the one that makes its grave may remove
 * it, and only if what lies there is still the dead one's and not a new holder's.
 */
function bury(guard: string, dead: Living, round: number): void {
  const grave = `${guard}.${dead.pid}.${dead.start.replace(/\W+/g, '-')}.dead`
  if (tryLink(guard, grave, 'EEXIST', 'ENOENT')) {
    const lying = readLiving(grave)
    if (lying && same(lying, dead)) rmSync(guard, { force: true })
    rmSync(grave, { force: true })
  } else if (round > GRAVE_ROUNDS) rmSync(grave, { force: true })
}

let count = 0

async function takeGuard(guard: string): Promise<void> {
  const mine = `${guard}.${process.pid}.${count++}`
  writeFileSync(mine, JSON.stringify(self()))
  try {
    const since = clock.ticks()
    for (let round = 0; !tryLink(mine, guard, 'EEXIST'); round++) {
      const holder = readLiving(guard)
      if (holder && !isAlive(holder)) bury(guard, holder, round)
      if (clock.ticks() - since > MOST_WAIT_MS)
        throw new Error(
          `process ${holder?.pid} has been starting or stopping on ${path.dirname(guard)} for ten minutes`,
        )
      await pause(LOOK_MS)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Killed processes leave their tickets. One that cannot be read is just being written. */
function sweep(guard: string): void {
  const folder = path.dirname(guard)
  for (const name of readdirSync(folder)) {
    const holder = name.startsWith(`${path.basename(guard)}.`) ? readLiving(path.join(folder, name)) : undefined
    if (holder && !isAlive(holder)) rmSync(path.join(folder, name), { force: true })
  }
}

function readLock(file: string): DataLock {
  try {
    const lock = JSON.parse(readFileSync(file, 'utf8')) as DataLock
    return { ...lock, processes: lock.processes.filter(isAlive) }
  } catch {
    return { processes: [] }
  }
}

/**
 * Runs `work` while no other process may start, stop or replace the database of `dataDir`. `work` sees the living
 * processes only and changes the lock in place; what it leaves is written, unless it throws.
 */
export async function withDataLock<T>(dataDir: string, work: (lock: DataLock) => Promise<T>): Promise<T> {
  const file = path.join(dataDir, 'lock.json')
  const guard = `${file}.guard`
  await takeGuard(guard)
  try {
    sweep(guard)
    const lock = readLock(file)
    const result = await work(lock)
    writeFileSync(`${file}.new`, `${JSON.stringify(lock, null, 2)}\n`)
    renameSync(`${file}.new`, file)
    return result
  } finally {
    rmSync(guard, { force: true })
  }
}

/** The living processes on `dataDir`, owner first, without waiting for the lock. */
export const processesOn = (dataDir: string): Living[] => readLock(path.join(dataDir, 'lock.json')).processes
