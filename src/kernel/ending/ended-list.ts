// What has ended, in a file beside the root key and in no backup: on disk before the database commits, and gone
// through again after a restore, so that nothing comes back. Each line is bound to the one before.
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Keys } from '../crypto.ts'

export type Ended = {
  readonly tenant: string
  readonly purpose: string
  readonly ids: readonly string[]
  /** Stored files that went with them. */
  readonly files: readonly string[]
  readonly at: string
}

export type EndedLine = Ended & { readonly no: number; readonly mac: string }
/** How far something has come in the list. */
export type Head = { readonly no: number; readonly mac: string }

export type EndedList = {
  /** Written and on disk when this returns. One at a time: the caller holds the lock of the list. */
  append(ended: Ended): Promise<Head>
  /** Lines after a head, each checked. Throws when the list was cut, changed, or is not the one `after` is a head of. */
  after(after: Head | undefined): AsyncGenerator<EndedLine>
  last(): Promise<Head | undefined>
}

const FAULT =
  '销毁记录（ended.list）和数据库或它自己的校验不符：被截短、改动，或不是这个系统的。请从保管根密钥的地方取回完整的一份；确实找不回来了，运行 bin/linli retention --list-lost。\n' +
  'The list of what has ended (ended.list) does not fit the database or its own checks: cut, changed, or of another ' +
  'system. Put the whole one back from where the root key is kept; if it is lost for good, run bin/linli retention --list-lost.'

export class EndedListFault extends Error {
  constructor(where: string) {
    super(`${FAULT}\n  ${where}`)
  }
}

async function store(file: string, text: string, flags: 'a' | 'w'): Promise<void> {
  const handle = await open(file, flags, 0o600)
  try {
    await handle.appendFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Puts a list aside that is no longer whole; a new one begins. What ended before is in backups of before and comes back with them. */
export async function setListAside(folder: string, at: Date): Promise<void> {
  for (const name of ['ended.list', 'ended.head']) {
    const file = path.join(folder, name)
    await rename(file, `${file}.lost-${at.getTime()}`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

function parsed(line: string): EndedLine | undefined {
  try {
    return JSON.parse(line) as EndedLine
  } catch {
    return undefined
  }
}

export function openEndedList(folder: string, keys: Pick<Keys, 'mac'>): EndedList {
  const file = path.join(folder, 'ended.list')
  const headFile = path.join(folder, 'ended.head')
  const macOf = (before: string, no: number, { tenant, purpose, ids, files, at }: Ended) =>
    keys.mac('ended list', JSON.stringify([before, no, tenant, purpose, ids, files, at])).toString('hex')

  /**
   * Every whole line; a last one without its end was being written when the machine stopped, and nothing rests on it.
   * Another process may append meanwhile: the head is read first, so it never counts a line that the file did not hold.
   */
  async function* lines(): AsyncGenerator<EndedLine> {
    const said = await head()
    let before = ''
    let no = 0
    let broken = false
    const stream = createReadStream(file)
    try {
      for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (broken) throw new EndedListFault(`${file}: line ${no + 1}`)
        const read = parsed(line)
        if (!read) {
          broken = true
          continue
        }
        if (read.no !== no + 1 || read.mac !== macOf(before, read.no, read))
          throw new EndedListFault(`${file}: line ${no + 1}`)
        before = read.mac
        no = read.no
        yield read
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    } finally {
      stream.destroy()
    }
    if (said && said.no > no) throw new EndedListFault(`${file}: ${no} lines, where ${headFile} counts ${said.no}`)
  }

  async function head(): Promise<Head | undefined> {
    try {
      return JSON.parse(await readFile(headFile, 'utf8')) as Head
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw new EndedListFault(headFile)
    }
  }

  async function last(): Promise<Head | undefined> {
    let found: Head | undefined
    for await (const { no, mac } of lines()) found = { no, mac }
    return found
  }

  /** Known while nobody else writes: the size of the file says so. */
  let known: { readonly size: number; readonly head: Head | undefined } | undefined

  async function tail(): Promise<Head | undefined> {
    const handle = await open(file, 'a+', 0o600)
    try {
      const { size } = await handle.stat()
      if (known?.size === size) return known.head
      const found = await last()
      const whole = Buffer.byteLength(
        (await readFile(file, 'utf8'))
          .split('\n')
          .slice(0, found?.no ?? 0)
          .map((line) => `${line}\n`)
          .join(''),
      )
      if (whole < size) await handle.truncate(whole)
      if (whole > size) await handle.appendFile('\n')
      return found
    } finally {
      await handle.close()
    }
  }

  return {
    last,
    async append(ended) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const before = await tail()
      const no = (before?.no ?? 0) + 1
      const line: EndedLine = { ...ended, no, mac: macOf(before?.mac ?? '', no, ended) }
      await store(file, `${JSON.stringify(line)}\n`, 'a')
      const now = { no, mac: line.mac }
      await store(`${headFile}.new`, JSON.stringify(now), 'w')
      await rename(`${headFile}.new`, headFile)
      await syncFolder(folder)
      const handle = await open(file, 'r')
      known = { size: (await handle.stat()).size, head: now }
      await handle.close()
      return now
    },
    async *after(after) {
      let met = after === undefined || after.no === 0
      for await (const line of lines()) {
        if (after && line.no === after.no) {
          if (line.mac !== after.mac) throw new EndedListFault(`line ${line.no} is not the one the database knows`)
          met = true
        }
        if (line.no > (after?.no ?? 0)) yield line
      }
      if (!met) throw new EndedListFault(`${file} ends before line ${after!.no}, which the database knows`)
    },
  }
}
