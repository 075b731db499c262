// Builds the desk's and the field's pages when what they are made of has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { startLine } from './progress.mjs'

const CONFIG = 'vite.config.ts'
const STAMP = 'dist/.stamp'

/** Pages import a module's contract, lifecycle and words and whatever of the kernel these need; the rest is the server's. */
const fromServer = /^src\/(kernel\/.*|modules\/.*\/(contract|lifecycle|words)\.ts)$/

/** @param {string} root @param {string} folder @returns {string[]} paths below `root`, sorted */
function filesOf(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

/** @param {string} root */
function madeOf(root) {
  const files = [
    ...filesOf(root, 'src/web'),
    ...filesOf(root, 'src').filter((file) => fromServer.test(file)),
    'package-lock.json',
    CONFIG,
  ]
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/** @param {string} root @param {string} node */
function build(root, node) {
  const made = madeOf(root)
  const line = startLine('正在生成页面 building the pages')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status, stdout, stderr } = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  line.end(status === 0)
  if (status !== 0) throw new Error(`${stdout}${stderr}`.trim() || 'vite build failed')
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, STAMP), `${made}\n`)
}

/** Throws with the builder's words when it fails. @param {string} root @param {string} node */
export async function buildPages(root, node) {
  if (!existsSync(join(root, CONFIG))) return
  const stamp = join(root, STAMP)
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === madeOf(root)
  if (!isBuilt()) await alone(root, 'pages', isBuilt, () => build(root, node))
}
