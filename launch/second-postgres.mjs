// A throw-away cluster of the machine's own PostgreSQL, so that the tests also run on another version than ours.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const DEBIAN = '/usr/lib/postgresql'
const ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }

/** The newest version of Debian's packages, or undefined where there is none or we are not root. */
export function secondVersion() {
  if (!existsSync(DEBIAN) || !postgresUser()) return undefined
  const versions = readdirSync(DEBIAN).filter((version) => existsSync(join(DEBIAN, version, 'bin/initdb')))
  return versions.sort((a, b) => Number(b) - Number(a))[0]
}

/** PostgreSQL refuses root; only root can lend it Debian's user. */
function postgresUser() {
  if (process.getuid?.() !== 0) return undefined
  const ask = (/** @type {string} */ what) => spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout.trim()
  return ask('-u') ? { uid: Number(ask('-u')), gid: Number(ask('-g')) } : undefined
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address())
      probe.close(() => resolve(port))
    })
  })

/** @param {string} data @param {import('node:child_process').ChildProcess} server @param {() => string} said */
async function ready(data, server, said) {
  const file = join(data, 'postmaster.pid')
  while (!(existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.startsWith('ready'))) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said()}`)
    await pause(50)
  }
}

/**
 * Starts it; `url` is the superuser's on database `postgres`. It ends with us, even when we are killed.
 * @param {string} version one that secondVersion gave
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startSecondPostgres(version) {
  const account = postgresUser()
  const bin = join(DEBIAN, version, 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'linli-second-'))
  const data = join(folder, 'data')
  const password = randomBytes(16).toString('hex')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
    for (const file of [folder, join(folder, 'password')]) if (account) chownSync(file, account.uid, account.gid)
    const how = [
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--username=postgres',
      `--pwfile=${folder}/password`,
    ]
    execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...how], {
      ...account,
      cwd: folder,
      env: ENV,
      stdio: 'pipe',
    })
    const port = await freePort()
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      'unix_socket_directories=',
      'max_connections=200',
      'timezone=UTC',
    ]
    const given = settings.flatMap((setting) => ['-c', setting])
    const command = ['--pdeathsig', 'INT', join(bin, 'postgres'), '-D', data, ...given]
    const server = spawn('setpriv', command, { ...account, cwd: folder, env: ENV, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    server.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4000)))
    const gone = once(server, 'exit')
    await ready(data, server, () => said)
    const stop = async () => {
      server.kill('SIGINT')
      await gone
      remove()
    }
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    remove()
    throw error
  }
}
