// Runs another program in our place: passes signals on once, ends with its code, leaves nothing behind.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** A Ctrl-C reaches us from the terminal and again from npm; later than this it is a second wish. */
const SAME_WISH_MS = 2000
const PARENT_LOOK_MS = 1000

/** @param {number} pid @param {string} file */
const ofProcess = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * Who stands above us, up to npm, which may have a shell between; changes when one of them is gone. Linux tells;
 * elsewhere only our parent is looked at.
 */
function above() {
  const parent = process.ppid
  if (!/sh$/.test(ofProcess(parent, 'comm'))) return `${parent}`
  return `${parent} ${
    ofProcess(parent, 'stat')
      .replace(/.*\) \S /, '')
      .split(' ')[0]
  }`
}

/** @param {unknown} error */
export const complain = (error) => process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {(signal: NodeJS.Signals) => boolean} hears whether the child does not get this signal by itself
 * @returns {Promise<number>} its exit code, 128 + n when a signal ended it
 */
function endOf(child, hears) {
  /** @type {Map<NodeJS.Signals, number>} */
  const passed = new Map()
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    const last = passed.get(signal)
    if (last !== undefined && performance.now() - last < SAME_WISH_MS) return
    passed.set(signal, performance.now())
    if (hears(signal)) child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, pass)
  // npm passes signals on but cannot when it is killed outright: then it is gone while we still run.
  const before = above()
  const look = () => {
    if (above() !== before) pass('SIGTERM')
  }
  const watch = process.env.npm_lifecycle_event ? setInterval(look, PARENT_LOOK_MS) : undefined
  return new Promise((resolve, reject) => {
    const over = () => {
      clearInterval(watch)
      for (const signal of SIGNALS) process.off(signal, pass)
    }
    child.once('error', (error) => {
      over()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      over()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * Half of Node's usual room for new values: under load the server stays a third smaller at the same rate (bench/). And
 * a bound on what is kept, ten times what it needs: below a gigabyte the heap may grow to twice what is in use before
 * it is swept, above it to four times, so that a busy hour on a machine with much memory took a hundred megabytes more.
 */
export const SERVER_ARGS = ['--max-semi-space-size=8', '--max-old-space-size=960']

/**
 * `src/main.ts` in a session of its own, so that the terminal's Ctrl-C reaches it once, by us. The channel between us
 * closes when we are killed; main.ts listens to 'disconnect' and stops then.
 * @param {string} node @param {string} root @param {string[]} args
 */
export function runServer(node, root, args) {
  const child = spawn(node, [...SERVER_ARGS, join(root, 'src/main.ts'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  return endOf(child, () => true)
}

/**
 * A development tool, in our own process group: at a terminal Ctrl-C reaches it without us.
 * @param {string} node @param {string[]} args @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 */
export function runTool(node, args, options) {
  const child = spawn(node, args, { ...options, stdio: 'inherit' })
  return endOf(child, (signal) => signal !== 'SIGINT' || !process.stdin.isTTY)
}
