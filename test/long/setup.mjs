// Proves the set-up on a fresh machine: an empty clone, an empty home, `npm start`; as root under /root and as a normal
// user. Then what can go wrong: Ctrl-C, kill -9 of the server, of npm and of everything, two servers on one folder.
// Run as root: node test/long/setup.mjs
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const REPOSITORY = join(import.meta.dirname, '../..')
const USER = 'linlisetup'
const MOST_MS = { first: 900_000, again: 60_000, stop: 60_000 }

/** @typedef {{ name: string, clone: string, home: string, account?: { uid: number, gid: number } }} Place */
/** @typedef {{ child: import('node:child_process').ChildProcess, port: number, said: () => string }} Server */

/** @type {string[]} */
const failures = []

/** @param {boolean} good @param {string} what */
function check(good, what) {
  console.log(`  ${good ? '✓' : '✗'} ${what}`)
  if (!good) failures.push(what)
}

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address())
      probe.close(() => resolve(port))
    })
  })

/** @param {() => boolean | Promise<boolean>} ask @param {number} most @returns {Promise<number>} seconds it took, NaN if never */
async function seconds(ask, most) {
  const since = performance.now()
  while (performance.now() - since < most) {
    if (await ask()) return (performance.now() - since) / 1000
    await pause(50)
  }
  return Number.NaN
}

/** @param {number} port */
const isReady = async (port) => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) })).status === 200
  } catch {
    return false
  }
}

/** Nothing of our own environment but the way to programs and to the network. @param {Place} place @param {number} port */
function environment(place, port) {
  const kept = Object.entries(process.env).filter(([name]) => /^(PATH|LANG|.*_PROXY|NODE_EXTRA_CA_CERTS)$/i.test(name))
  return { ...Object.fromEntries(kept), HOME: place.home, PORT: String(port) }
}

/** @param {Place} place @returns {Promise<Server>} */
async function start(place) {
  const port = await freePort()
  const child = spawn('npm', ['start'], {
    cwd: place.clone,
    env: environment(place, port),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...place.account,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return { child, port, said: () => said }
}

/** @param {Server} server @param {number} most @param {string} what */
async function ready(server, most, what) {
  const took = await seconds(async () => hasEnded(server) || (await isReady(server.port)), most)
  const good = !hasEnded(server) && !Number.isNaN(took)
  check(good, `${what}: ready after ${took.toFixed(1)} s`)
  if (!good) throw new Error(server.said())
}

/** @param {Server} server */
const hasEnded = ({ child }) => child.exitCode !== null || child.signalCode !== null

/** Where the database of this clone lies. @param {Place} place @returns {string} */
const cluster = (place) => {
  try {
    return JSON.parse(readFileSync(join(place.clone, '.linli/keys/postgres.json'), 'utf8')).dir
  } catch {
    return join(place.clone, '.linli/postgres')
  }
}

/** Every living process that works in the clone, runs a file of it, or serves its database. @param {Place} place */
function processes(place) {
  const data = cluster(place)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        const folder = readlinkSync(`/proc/${name}/cwd`)
        const ours =
          folder === data || `${folder}/`.startsWith(`${place.clone}/`) || command.includes(`${place.clone}/`)
        return ours && command !== '' ? [{ pid: Number(name), command }] : []
      } catch {
        return []
      }
    })
}

/** @param {Place} place @param {(command: string) => boolean} [which] */
function killHard(place, which = () => true) {
  for (const { pid, command } of processes(place)) if (which(command)) process.kill(pid, 'SIGKILL')
}

/** @param {Place} place @param {string} what */
async function nothingLeft(place, what) {
  const took = await seconds(() => processes(place).length === 0, MOST_MS.stop)
  const left = processes(place).map(({ pid, command }) => `${pid} ${command.slice(0, 80)}`)
  check(
    left.length === 0,
    `${what}: ${left.length === 0 ? `nothing left after ${took.toFixed(1)} s` : left.join('; ')}`,
  )
  if (left.length > 0) killHard(place)
}

/** As the terminal does: to the whole foreground group at once. @param {Server} server */
const ctrlC = (server) => process.kill(-Number(server.child.pid), 'SIGINT')

const isLauncher = (/** @type {string} */ command) => command.startsWith('node bin/linli')
const isServer = (/** @type {string} */ command) => command.includes('src/main.ts')
const isPostmaster = (/** @type {string} */ command) => /\/postgres -D /.test(command)

/** @param {Place} place */
async function story(place) {
  console.log(`\n${place.name}: ${place.clone}`)
  let server = await start(place)
  await ready(server, MOST_MS.first, 'first start, with installing')
  ctrlC(server)
  await nothingLeft(place, 'Ctrl-C')

  server = await start(place)
  await ready(server, MOST_MS.again, 'second start')
  killHard(place)
  server = await start(place)
  await ready(server, MOST_MS.again, 'after kill -9 of everything')
  killHard(place, isServer)
  await seconds(() => hasEnded(server), MOST_MS.stop)
  check(
    processes(place).some(({ command }) => isPostmaster(command)),
    'kill -9 of the server leaves the database',
  )
  server = await start(place)
  await ready(server, MOST_MS.again, 'and the next start adopts it')
  killHard(place, isPostmaster)
  await pause(300)
  const took = await seconds(() => isReady(server.port), MOST_MS.again)
  check(!Number.isNaN(took), `after kill -9 of the database alone: ready after ${(took + 0.3).toFixed(1)} s`)

  const other = await start(place)
  await ready(other, MOST_MS.again, 'a second server on the same folder')
  check(processes(place).filter(({ command }) => isPostmaster(command)).length === 1, 'both share one database')
  ctrlC(server)
  await seconds(() => hasEnded(server), MOST_MS.stop)
  await pause(1000)
  check(await isReady(other.port), 'the first leaves, the second goes on')
  other.child.kill('SIGKILL')
  await nothingLeft(place, 'kill -9 of npm alone')

  server = await start(place)
  await ready(server, MOST_MS.again, 'once more')
  killHard(place, isLauncher)
  await nothingLeft(place, 'kill -9 of the launcher alone')
  server = await start(place)
  await ready(server, MOST_MS.again, 'and once more')
  server.child.kill('SIGTERM')
  await nothingLeft(place, 'SIGTERM to npm')
}

/** @param {string} name @param {string} folder @param {{ uid: number, gid: number }} [account] @returns {Place} */
function prepare(name, folder, account) {
  const place = { name, clone: join(folder, 'linli'), home: join(folder, 'home'), ...(account && { account }) }
  mkdirSync(place.home)
  // Without hard links: the clone gets another owner, and a hard link would give it to our own files too.
  run('git', 'clone', '--quiet', '--no-hardlinks', REPOSITORY, place.clone)
  if (account) {
    for (const one of [folder, place.home]) chownSync(one, account.uid, account.gid)
    run('chown', '-R', `${account.uid}:${account.gid}`, place.clone)
  }
  return place
}

/** @param {string} parent @param {string} name @param {{ uid: number, gid: number }} [account] */
async function tryIn(parent, name, account) {
  const folder = mkdtempSync(join(parent, 'linli-setup-'))
  const place = prepare(name, folder, account)
  try {
    await story(place)
  } catch (error) {
    check(false, /** @type {Error} */ (error).message)
  } finally {
    killHard(place)
    await seconds(() => processes(place).length === 0, MOST_MS.stop)
    rmSync(cluster(place), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.getuid?.() !== 0) throw new Error('this needs root: it makes a user and tries both')
await tryIn('/root', 'root')
if (existsSync(`/home/${USER}`)) throw new Error(`/home/${USER} exists; is another run under way?`)
run('useradd', '--create-home', USER)
try {
  await tryIn(`/home/${USER}`, 'a normal user', {
    uid: Number(run('id', '-u', USER)),
    gid: Number(run('id', '-g', USER)),
  })
} finally {
  run('userdel', '--remove', USER)
}
console.log(failures.length === 0 ? '\nall good' : `\n${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
