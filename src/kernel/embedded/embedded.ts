// The embedded PostgreSQL: started by the first process on a LINLI_DATA folder, shared by all, stopped by the last.
import { copyFileSync, mkdirSync, realpathSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { clock } from '../clock.ts'
import { type Cluster, eraseCluster, findCluster, initialise, makeOwner, ownerUrl, superUrl } from './cluster.ts'
import { type DataLock, processesOn, withDataLock } from './data-lock.ts'
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { isAlive, same, seemsAlive, self } from './process.ts'

type Log = (line: string) => void

export type Embedded = {
  /** The owner's login on database `linli`: for migrations, not for the server. */
  readonly url: string
  /** The superuser's, on database `postgres`: for tests that make databases of their own. */
  readonly superUrl: string
  readonly pid: number
  /** Where it lies on this machine. */
  readonly dir: string
  /** This process is the one that restarts the database; it passes to the next process when this one leaves. */
  readonly owned: boolean
  /** Called when the database process died by itself; it is being restarted by then. */
  onExit(listener: () => void): void
  /** Leaves; the last process to leave stops the database. */
  stop(): Promise<void>
}

const WATCH_MS = 200
const RESTARTS_A_MINUTE = 5
const LOG_BYTES = 4 * 2 ** 20
/** An orphan that says nothing for this long is stopped; one that another process lives on gets more. */
const ORPHAN_MS = 10_000
const SHARED_MS = 60_000

/**
 * Whether the server takes the password within `most` milliseconds; one that says it is starting is waited for.
 * Throws when the password is wrong.
 */
async function answers(cluster: Cluster, postmaster: Postmaster, most: number): Promise<boolean> {
  let deadline = clock.ticks() + most
  while (isAlive(postmaster) && clock.ticks() < deadline) {
    const client = new pg.Client({
      connectionString: superUrl(cluster, postmaster.port),
      connectionTimeoutMillis: 2_000,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code?.startsWith('28')) throw new Error(`the passwords in keys/postgres.json do not open ${cluster.dir}`)
      if (code === '57P03') deadline = clock.ticks() + most
      await pause(50)
    }
  }
  return false
}

/** A server that lives and answers, or undefined after stopping one that does not. */
async function adopt(cluster: Cluster, most: number, shared: boolean, log: Log): Promise<Postmaster | undefined> {
  const found = findPostmaster(cluster.dir)
  if (!found) return undefined
  if (await answers(cluster, found, most)) {
    log('已接上正在运行的数据库 joined the running database')
    return found
  }
  if (shared && isAlive(found)) throw new Error(`the database (process ${found.pid}) is in use and does not answer`)
  log('数据库没有应答，正在重启 the database does not answer, restarting it')
  await stopPostmaster(found, cluster.dir, 'SIGQUIT')
  return undefined
}

async function enter(dataDir: string, lock: DataLock, patience: number, log: Log) {
  const shared = lock.processes.length > 0
  const cluster = await findCluster(dataDir, log)
  const begin = async (): Promise<Postmaster> => {
    await initialise(cluster, log)
    log('正在启动数据库 starting the database')
    return startPostmaster(cluster, { port: lock.database?.port, keepPort: shared, log })
  }
  for (let tries = 1; ; tries++) {
    const postmaster = (await adopt(cluster, shared ? SHARED_MS : patience, shared, log)) ?? (await begin())
    try {
      await makeOwner(cluster, postmaster.port)
      lock.database = postmaster
      lock.processes.push(self())
      return { cluster, postmaster }
    } catch (error) {
      // Killed under our hands: nobody else may restart it while we hold the lock, so we do.
      if (isAlive(postmaster) || tries === RESTARTS_A_MINUTE) throw error
    }
  }
}

/** Keeps the log small without a process for it: the server appends, so cutting the file is enough. */
function trimLog(cluster: Cluster): void {
  const file = path.join(cluster.dir, 'log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < LOG_BYTES) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

const owns = (dataDir: string): boolean => {
  const first = processesOn(dataDir)[0]
  return first !== undefined && same(first, self())
}

/**
 * Starts the database of `dataDir`, or joins the one that another living process runs there, or adopts the one that a
 * killed process left behind if that answers within `patience` milliseconds. While we run it is restarted on the same port whenever it dies, at most five times a
 * minute. `log` gets a few short lines for people. Throws when PostgreSQL cannot run here, with its own words.
 */
export async function startEmbedded(options: { dataDir: string; log: Log; patience?: number }): Promise<Embedded> {
  const { log, patience = ORPHAN_MS } = options
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(options.dataDir)
  const { cluster, postmaster } = await withDataLock(dataDir, (lock) => enter(dataDir, lock, patience, log))
  const seat = sit(dataDir, cluster, postmaster, log)
  return {
    get url() {
      return ownerUrl(cluster, seat.current().port)
    },
    get superUrl() {
      return superUrl(cluster, seat.current().port)
    },
    dir: cluster.dir,
    get pid() {
      return seat.current().pid
    },
    get owned() {
      return owns(dataDir)
    },
    onExit: seat.onExit,
    stop: seat.stop,
  }
}

/** So many a minute. */
function quota(most: number) {
  const taken: number[] = []
  return {
    take: () => taken.push(clock.ticks()),
    left: (): boolean => {
      while (taken[0] !== undefined && clock.ticks() - taken[0] > 60_000) taken.shift()
      return taken.length < most
    },
  }
}

/** Takes this process off the list; whoever finds the list empty then stops the database. */
const leave = (dataDir: string, cluster: Cluster): Promise<void> =>
  withDataLock(dataDir, async (lock) => {
    const mine = lock.processes.findIndex((one) => same(one, self()))
    if (mine >= 0) lock.processes.splice(mine, 1)
    const running = lock.processes.length === 0 ? findPostmaster(cluster.dir) : undefined
    if (running) await stopPostmaster(running, cluster.dir, 'SIGINT')
  })

/** One process's place at the database: it watches, restarts when it is its turn, and leaves once. */
function sit(dataDir: string, cluster: Cluster, first: Postmaster, log: Log) {
  let current = first
  let dead = false
  let busy = false
  let leaving: Promise<void> | undefined
  const listeners: (() => void)[] = []
  const restarts = quota(RESTARTS_A_MINUTE)

  const follow = (found: Postmaster) => {
    current = found
    dead = false
  }
  const restart = (lock: DataLock): Promise<Postmaster> => {
    restarts.take()
    log('数据库意外停止，正在重启 the database stopped unexpectedly, restarting it')
    if (!restarts.left())
      log(
        '错误：数据库一分钟内停止五次，稍后再试 error: the database stopped five times in a minute, waiting before the next try',
      )
    return startPostmaster(cluster, { port: lock.database?.port ?? current.port, keepPort: true, log })
  }
  const recover = async () => {
    const found = findPostmaster(cluster.dir)
    if (found) return follow(found)
    if (!owns(dataDir) || !restarts.left()) return
    await withDataLock(dataDir, async (lock) => {
      if (leaving) return
      lock.database = findPostmaster(cluster.dir) ?? (await restart(lock))
      follow(lock.database as Postmaster)
    })
  }
  const look = async () => {
    if (busy || leaving) return
    busy = true
    try {
      if (seemsAlive(current)) return trimLog(cluster)
      const news = !dead
      dead = true
      if (news) for (const listener of listeners) listener()
      await recover()
    } catch (error) {
      log(`数据库未能重启 the database did not restart: ${(error as Error).message}`)
    } finally {
      busy = false
    }
  }
  const watch = setInterval(look, WATCH_MS).unref()

  return {
    current: () => current,
    onExit: (listener: () => void) => void listeners.push(listener),
    stop: () => {
      clearInterval(watch)
      leaving ??= leave(dataDir, cluster)
      return leaving
    },
  }
}

/** Deletes the database of a LINLI_DATA folder that no process uses; throws when one does. For tests and demonstrations. */
export async function eraseEmbedded(dataDir: string): Promise<void> {
  const real = realpathSync(dataDir)
  await withDataLock(real, async (lock) => {
    if (lock.processes.length > 0) throw new Error(`${real} is in use by process ${lock.processes[0]?.pid}`)
    const cluster = await findCluster(real, () => {})
    const orphan = findPostmaster(cluster.dir)
    if (orphan) await stopPostmaster(orphan, cluster.dir, 'SIGQUIT')
    eraseCluster(real)
  })
}
