// Runs npm ci, wherever npm is, with or without a home folder.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { startLine } from './progress.mjs'

// Development packages always: the pages are built with them, whatever NODE_ENV says. Errors only: the machine's Node
// may be older than a package asks for, but it is not the one that will run it.
const CI = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']

/** The npm that runs us, else the one beside this Node, else whatever is on the PATH. @returns {[string, string[]]} */
function npm() {
  const ours = process.env.npm_execpath
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  for (const script of [ours, beside])
    if (script?.endsWith('npm-cli.js') && existsSync(script)) return [process.execPath, [script]]
  return ['npm', []]
}

/** @param {string} folder */
function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** npm keeps its cache at home; a service may have none. Where there is none, one is lent for this run. */
function lendHome() {
  const home = process.env.HOME === '' ? '' : homedir()
  if (home !== '' && canWrite(home)) return { env: {}, giveBack: () => {} }
  const lent = mkdtempSync(join(tmpdir(), 'linli-home-'))
  return {
    env: { HOME: lent, npm_config_cache: join(lent, 'cache') },
    giveBack: () => rmSync(lent, { recursive: true, force: true }),
  }
}

/** Installs exactly what package-lock.json names. Throws with all that npm said. @param {string} root */
export async function npmCi(root) {
  const [command, before] = npm()
  const home = lendHome()
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter)
  const line = startLine('正在安装依赖 installing packages')
  const child = spawn(command, [...before, ...CI], {
    cwd: root,
    env: { ...process.env, ...home.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const end = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  home.giveBack()
  line.end(end === 0)
  if (end !== 0) throw new Error(`${said.trim()}\nnpm ci: ${end}`)
}
