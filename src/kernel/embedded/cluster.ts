// The embedded database's folder, passwords and roles: made once, whole or not at all.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { newSecret } from '../ids.ts'
import { type Account, databaseAccount } from './account.ts'
import { binaries, MAJOR } from './binaries.ts'
import { findPostmaster, type Server, stopPostmaster } from './postmaster.ts'
import { ENVIRONMENT } from './process.ts'

/** Kept in `keys/postgres.json`. `dir` and `dataDir` tell later whether the LINLI_DATA folder was moved. */
type Kept = { superuser: string; owner: string; dir: string; dataDir: string }

export type Cluster = Server & { readonly superuser: string; readonly owner: string }

const ROOT_STORE = '/var/lib/linli'
const OWNER = 'linli_owner'
const DATABASE = 'linli'

export const superUrl = (cluster: Cluster, port: number): string =>
  `postgres://postgres:${cluster.superuser}@127.0.0.1:${port}/postgres`

export const ownerUrl = (cluster: Cluster, port: number): string =>
  `postgres://${OWNER}:${cluster.owner}@127.0.0.1:${port}/${DATABASE}`

const keyFile = (dataDir: string) => path.join(dataDir, 'keys', 'postgres.json')

function whereItLies(dataDir: string): { dir: string; store: string; account: Account | undefined } {
  const own = path.join(dataDir, 'postgres')
  const account = databaseAccount(own)
  if (!account) return { dir: own, store: dataDir, account }
  mkdirSync(ROOT_STORE, { recursive: true, mode: 0o755 })
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  return { dir: existsSync(own) ? own : path.join(ROOT_STORE, `data-${name}`), store: ROOT_STORE, account }
}

function readKept(dataDir: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(keyFile(dataDir), 'utf8')) as Kept
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code !== 'EACCES') throw new Error(`${keyFile(dataDir)}: ${message}`)
    throw new Error(
      `${keyFile(dataDir)} 属于另一用户：请用最初启动邻里的用户（例如 root）启动。\n` +
        'It belongs to another user: start Linli as the user who started it first (root, perhaps).',
    )
  }
}

function keep(dataDir: string, kept: Kept): void {
  const file = keyFile(dataDir)
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

/** Without its passwords and keys a cluster is a former life's: put aside, never deleted, never opened by mistake. */
async function putAside(dir: string, log: (line: string) => void): Promise<void> {
  const running = findPostmaster(dir)
  if (running) await stopPostmaster(running, dir, 'SIGINT')
  let number = 1
  while (existsSync(`${dir}.former-${number}`)) number++
  renameSync(dir, `${dir}.former-${number}`)
  log(`旧数据库没有密钥，已移到 an older database without keys was put aside: ${dir}.former-${number}`)
}

/**
 * Finds or chooses the cluster of `dataDir`, with its passwords; it may not be initialised yet.
 * As root: `/var/lib/linli/data-<hash of the path>`; otherwise `<dataDir>/postgres`.
 */
export async function findCluster(dataDir: string, log: (line: string) => void): Promise<Cluster> {
  const { dir, store, account } = whereItLies(dataDir)
  let kept = readKept(dataDir)
  if (!kept) {
    if (existsSync(dir)) await putAside(dir, log)
    kept = { superuser: newSecret(), owner: newSecret(), dir, dataDir }
    keep(dataDir, kept)
  } else if (kept.dir !== dir || kept.dataDir !== dataDir) {
    // The folder was moved: under root its database lies elsewhere, under a name made of the old path.
    if (!existsSync(dir) && existsSync(kept.dir) && !existsSync(kept.dataDir)) renameSync(kept.dir, dir)
    kept = { ...kept, dir, dataDir }
    keep(dataDir, kept)
  }
  const bin = binaries(store, account !== undefined)
  return { dir, bin, account, superuser: kept.superuser, owner: kept.owner }
}

/**
 * Makes the cluster if there is none. UTF-8 and the builtin C.UTF-8 are given by name: from an empty environment
 * initdb would choose SQL_ASCII. A run that was killed leaves only a folder under another name, swept here.
 */
export async function initialise(cluster: Cluster, log: (line: string) => void): Promise<void> {
  const { dir, account } = cluster
  const version = path.join(dir, 'PG_VERSION')
  if (existsSync(version)) {
    const made = readFileSync(version, 'utf8').trim()
    if (made !== MAJOR)
      throw new Error(`${dir} was made by PostgreSQL ${made}; this Linli brings ${MAJOR}: restore a backup`)
    return
  }
  log('正在准备数据库 preparing the database')
  const parent = path.dirname(dir)
  const prefix = `${path.basename(dir)}.new-`
  for (const name of readdirSync(parent))
    if (name.startsWith(prefix)) rmSync(path.join(parent, name), { recursive: true, force: true })
  const half = path.join(parent, `${prefix}${process.pid}`)
  const password = `${half}-password`
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(password, cluster.superuser, { mode: 0o600 })
  if (account) for (const file of [half, password]) chownSync(file, account.uid, account.gid)
  try {
    const options = { cwd: parent, env: ENVIRONMENT, ...account }
    await promisify(execFile)(path.join(cluster.bin, 'initdb'), initdbArguments(half, password), options)
    renameSync(half, dir)
  } finally {
    for (const file of [half, password]) rmSync(file, { recursive: true, force: true })
  }
}

const initdbArguments = (dir: string, password: string): string[] => [
  `--pgdata=${dir}`,
  `--pwfile=${password}`,
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
]

/**
 * Makes the owner's login and database if they are missing; both may be, whenever a first start was cut short.
 * CREATEROLE lets the owner make and grant the server's own role; it is no superuser and may not make databases.
 */
export async function makeOwner(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl(cluster, port), connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const has = async (text: string, name: string) => (await client.query(text, [name])).rowCount === 1
    if (!(await has('select from pg_roles where rolname = $1', OWNER)))
      await client.query(`create role ${OWNER} login createrole password '${cluster.owner}'`)
    if (!(await has('select from pg_database where datname = $1', DATABASE)))
      await client.query(`create database ${DATABASE} owner ${OWNER} template template0 encoding 'UTF8'`)
  } finally {
    await client.end()
  }
}

/** Deletes the cluster and its passwords for good. For tests and throw-away demonstrations. */
export function eraseCluster(dataDir: string): void {
  const kept = readKept(dataDir)
  if (kept?.dataDir === dataDir) rmSync(kept.dir, { recursive: true, force: true })
  rmSync(keyFile(dataDir), { force: true })
}
