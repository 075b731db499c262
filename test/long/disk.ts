// Long form of R3: the disks of the database, of files and of the log are full under a real server, then made larger. Needs root.
// node test/long/disk.ts                   the three in turn
// node test/long/disk.ts --bite=early     a copy that answers before it commits: acknowledged reports must get lost
// node test/long/disk.ts --bite=unreserved   a copy that takes everything in: the database stops, readers are refused
// The last figures stand in results/disk.json.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { mountVolume, type Volume } from '../guard/volume.ts'
import { sendAll } from '../kill/clients.ts'
import { count } from '../kill/run.ts'
import { killable, ROOT } from '../kill/server.ts'
import { makeStreet } from '../kill/street.ts'
import { acknowledgedEarly, withoutReserve } from '../kill/without.ts'
import { onOwnServer } from './own-server.ts'
import { keep } from './results.ts'

const early = process.argv.includes('--bite=early')
const unreserved = process.argv.includes('--bite=unreserved')
const bite = early || unreserved
const treeOf = () => (early ? acknowledgedEarly() : unreserved ? withoutReserve() : ROOT)
const tree = treeOf()
/** A new database takes about 90 MB; the rest is full within so many reports. */
const [DISK_MB, REPORTS] = bite ? [115, 5_000] : [208, 10_000]
const MARK = 'disk'
/** So long the disk stays full after the first report was put off. */
const FULL_MS = bite ? 3_000 : 20_000
const isChinese = (text: string) => /[\u4e00-\u9fff]/.test(text)

/** Words that cannot be packed smaller. */
const noise = () => Array.from({ length: 900 }, () => String.fromCodePoint(randomInt(0x4e00, 0x9fff))).join('')

function volume(mb: number, dir?: string): Volume {
  const made = mountVolume(mb, dir)
  if (!made) throw new Error('this needs root: it mounts a small disk')
  return made
}

/** The database of a folder gets a disk of its own and lies where it lay. */
async function moveDatabase(dataDir: string, mb: number): Promise<Volume> {
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  const { dir } = embedded
  await embedded.stop()
  const away = `${dir}.away`
  const copy = (...args: string[]) => {
    if (spawnSync('cp', ['-a', ...args]).status !== 0) throw new Error(`the database of ${dir} was not copied`)
  }
  copy(dir, away)
  rmSync(dir, { recursive: true })
  mkdirSync(dir)
  const disk = volume(mb, dir)
  copy(`${away}/.`, dir)
  rmSync(away, { recursive: true })
  return disk
}

const read = (url: string, code: string): Promise<string> =>
  fetch(`${url}/api/place.here`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
    signal: AbortSignal.timeout(10_000),
  }).then(
    async (answer) => `${answer.status} ${answer.ok ? '' : await answer.text()}`,
    () => 'no answer',
  )

/** What readers are told for so long, by status. */
async function reads(url: string, code: string, ms: number) {
  const statuses: Record<string, number> = {}
  for (const since = performance.now(); performance.now() - since < ms; await pause(100)) {
    const told = await read(url, code)
    const status = told.split(' ')[0]!
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  return statuses
}

/** Reports until there is no room, a while like this, and room again. */
async function databaseFull() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-disk-'))
  const code = await makeStreet(dataDir, false)
  const disk = await moveDatabase(dataDir, DISK_MB)
  const server = await killable(tree, dataDir)
  try {
    await server.start()
    const { url } = server
    const sending = sendAll({ url, code, count: REPORTS, clients: 8, mark: MARK, more: noise })
    let over = false
    const done = Promise.race([sending.done, server.crash]).finally(() => (over = true))
    while (sending.putOff.size === 0 && !over) await pause(20)
    const acknowledgedBefore = sending.acknowledged.length
    const readsWhileFull = await reads(url, code, FULL_MS)
    const acknowledgedWhileFull = sending.acknowledged.length - acknowledgedBefore
    disk.grow(1_024)
    const grown = performance.now()
    await done
    const first = sending.acknowledged.find(({ sentAt }) => sentAt >= grown)
    await server.stop()
    return {
      ...{ reports: REPORTS, acknowledged: sending.acknowledged.length, acknowledgedBefore, acknowledgedWhileFull },
      ...{ tries: sending.tries, putOff: [...sending.putOff].map((told) => told.slice(0, 160)), readsWhileFull },
      msToAnswerWithRoom: Math.round((first?.at ?? Number.NaN) - grown),
      ...(await count(tree, dataDir, sending, MARK)),
    }
  } finally {
    await server.stop()
    disk.unmount()
    await eraseEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A picture that stays large when it is drawn anew. */
const photo = () =>
  sharp({
    create: { width: 900, height: 700, channels: 3, background: '#777', noise: { type: 'gaussian', sigma: 60 } },
  })
    .jpeg({ quality: 92 })
    .toBuffer()

async function filesFull() {
  const disk = volume(4)
  const picture = new Blob([new Uint8Array(await photo())], { type: 'image/jpeg' })
  try {
    return await onOwnServer({ env: { FILES_DIR: path.join(disk.dir, 'files') } }, async ({ url, code }) => {
      const send = async (withPhoto: boolean) => {
        const form = new FormData()
        form.set('json', JSON.stringify({ code, words: '楼道灯不亮' }))
        if (withPhoto) form.append('photos', picture, 'a.jpg')
        const init = { method: 'POST', headers: { accept: 'application/json' }, body: form }
        const answer = await fetch(`${url}/api/matter.report`, init)
        return { status: answer.status, text: await answer.text() }
      }
      let [stored, told] = [0, await send(true)]
      for (; told.status === 200 && stored < 100; told = await send(true)) stored++
      const words = await send(false)
      disk.grow(64)
      return { stored, full: told, wordsAlone: words.status, withRoom: (await send(true)).status }
    })
  } finally {
    disk.unmount()
  }
}

/** The server is started with a log that takes no byte; whether requests are answered, and lines come when there is room. */
async function logFull(form: 'json' | 'text') {
  const disk = volume(1)
  const log = path.join(disk.dir, 'log')
  const filler = path.join(disk.dir, 'filler')
  spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'])
  const out = openSync(log, 'a')
  try {
    return await onOwnServer({ env: { LINLI_LOG: form }, out }, async ({ url, code, server }) => {
      const told = await reads(url, code, 5_000)
      writeFileSync(filler, '')
      await reads(url, code, 1_000)
      await server.stop()
      return { told, linesWithRoom: statSync(log).size > 0 }
    })
  } finally {
    closeSync(out)
    disk.unmount()
  }
}

const database = await databaseFull()
const wereServed = Object.keys(database.readsWhileFull).join() === '200'
if (early) keep('disk', 'early', database.lost > 0, database)
else if (unreserved) keep('disk', 'unreserved', !wereServed, database)
else {
  const files = await filesFull()
  const log = { json: await logFull('json'), text: await logFull('text') }
  const onlyHonest = (tries: object) => Object.keys(tries).every((one) => ['200', '503', '507'].includes(one))
  const allThere =
    database.lost + database.doubled === 0 && Object.keys({ ...database.halfWritten, ...database.orphans }).length === 0
  const logIsNoMatter = Object.values(log).every((one) => Object.keys(one.told).join() === '200' && one.linesWithRoom)
  const good =
    allThere &&
    wereServed &&
    database.journal.whole &&
    database.acknowledged === REPORTS &&
    database.putOff.length > 0 &&
    onlyHonest(database.tries) &&
    [...database.putOff, files.full.text].every(isChinese) &&
    files.full.status === 507 &&
    files.wordsAlone === 200 &&
    files.withRoom === 200 &&
    logIsNoMatter
  keep('disk', 'trial', good, { database, files, log })
}
if (tree !== ROOT) rmSync(tree, { recursive: true, force: true })
