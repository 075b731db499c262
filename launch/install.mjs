// Brings the packages that package-lock.json names, once per change of it.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { npmCi } from './npm.mjs'

const STAMP = 'node_modules/.linli-installed'

/** @param {string} file @returns {any} */
const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The platform is part of it: a folder may be shared between a machine and a container. @param {string} root */
function wanted(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

/** @param {string} root */
const isStamped = (root) => {
  const file = join(root, STAMP)
  return existsSync(file) && readFileSync(file, 'utf8').trim() === wanted(root)
}

/**
 * Whether somebody ran `npm ci` by hand: npm's own list, written as its last step, then names every package of ours.
 * @param {string} root
 */
function isInstalledByHand(root) {
  const there = readJson(join(root, 'node_modules/.package-lock.json'))?.packages
  const ours = readJson(join(root, 'package-lock.json'))?.packages
  if (!there || !ours) return false
  // What is optional may be absent for another system, processor or C library.
  /** @param {Record<string, any>} one */
  const isForUs = ({ os, cpu, libc }) => os?.includes(process.platform) && cpu?.includes(process.arch) && !libc
  return Object.entries(ours).every(([path, one]) => {
    if (path === '') return true
    return there[path] ? there[path].integrity === one.integrity : one.optional && !isForUs(one)
  })
}

/** @param {string} root */
function stamp(root) {
  try {
    writeFileSync(join(root, STAMP), `${wanted(root)}\n`)
  } catch {
    // A read-only installation is looked at again next time; that takes milliseconds.
  }
}

/** Makes sure the packages are there. Throws with npm's own words when they cannot be had. @param {string} root */
export async function install(root) {
  const isDone = () => isStamped(root)
  if (isDone()) return
  if (isInstalledByHand(root)) return stamp(root)
  await alone(root, 'install', isDone, async () => {
    await npmCi(root)
    stamp(root)
  })
}
