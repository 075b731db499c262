// Under whom the embedded PostgreSQL runs: it refuses root, so root lends it a system user of its own.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

export type Account = { readonly uid: number; readonly gid: number }

const NAME = 'linli'
const HOME = '/var/lib/linli'
const PATH = '/usr/sbin:/usr/bin:/sbin:/bin'

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { encoding: 'utf8', env: { PATH, LC_ALL: 'C' } })

function find(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((what) => run('id', what, NAME).stdout?.trim())
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** shadow-utils first, then busybox, whose adduser takes other options. */
const MAKERS = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', HOME, '--shell', '/usr/sbin/nologin', NAME],
  ['adduser', '-S', '-D', '-H', '-h', HOME, '-s', '/sbin/nologin', NAME],
] as const

function make(): Account {
  const said: string[] = []
  for (const [command, ...args] of MAKERS) {
    const made = run(command, ...args)
    // Another start may have made the user in the meantime: then this one fails and the user is there all the same.
    const account = find()
    if (account) return account
    said.push(`${command}: ${made.error?.message ?? made.stderr.trim()}`)
  }
  throw new Error(
    `PostgreSQL 不能以 root 运行，也未能建立系统用户 ${NAME}；请用普通用户启动，或设置 DATABASE_URL。\n` +
      `PostgreSQL does not run as root, and the system user ${NAME} could not be made: start as a normal user, or set DATABASE_URL.\n` +
      said.join('\n'),
  )
}

/**
 * The account PostgreSQL must run under, or undefined for the one we are. A cluster that a normal user made in
 * `ownCluster` keeps that user even when root starts it once, so that his data does not seem lost.
 */
export function databaseAccount(ownCluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(ownCluster)) {
    const { uid, gid } = statSync(ownCluster)
    if (uid !== 0) return { uid, gid }
  }
  return find() ?? make()
}
