// Keeps two commands from doing the same work in this folder at once: two first starts would tear each other's packages.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** No installation takes this long; a lock this old was left by a killed command whose number another has now. */
const STALE_MS = 900_000

/** @param {string} lock @returns {boolean} whether the command that made it still runs */
function isHeld(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > STALE_MS) return false
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Runs `work` when no other command does work of this name; `isDone` is asked again after waiting for one.
 * @param {string} root @param {string} name @param {() => boolean} isDone @param {() => void | Promise<void>} work
 */
export async function alone(root, name, isDone, work) {
  const lock = join(root, '.linli', `${name}.lock`)
  mkdirSync(dirname(lock), { recursive: true, mode: 0o700 })
  while (!take(lock)) {
    if (isHeld(lock)) await pause(200)
    else rmSync(lock, { force: true })
  }
  try {
    if (!isDone()) await work()
  } finally {
    rmSync(lock, { force: true })
  }
}
