// Kill -9 in the middle of an import, at any chunk: it goes on where it stood, nothing comes twice, and nothing is seen before all of it is.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { register } from '#modules/register/contract.ts'
import { workOnImports } from '#modules/register/index.ts'
import { ROOT } from './kill/server.ts'
import { soiledList } from './register/soiled-list.ts'
import { openStreet, type Street } from './street.ts'

let street: Street
let areaId: string
const children: ChildProcess[] = []
beforeAll(async () => {
  street = await openStreet()
  areaId = (await street.as('chenjing').actor()).posts[0]!.areaId
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => street.close())

function worker(): ChildProcess {
  const { env, dataDir, keyFile, crypto, endingDir, filesDir, spoolDir, sealFile, appUrl } = street.opened.config
  const told = JSON.stringify({ env, dataDir, keyFile, crypto, endingDir, filesDir, spoolDir, sealFile, appUrl })
  const child = spawn(process.execPath, ['test/kill/importer.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, STREET: told },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  return child
}
async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

const work = () => workOnImports(street.house, street.opened.config.keyFile, street.tenant)
const look = (id: string) => street.as('chenjing').do(register.batch, { id })
/** Checked and told to load; loading is left to whoever comes. */
async function sent(csv: string): Promise<string> {
  const staged = await street.house.spool.stage(Readable.from([Buffer.from(csv)]), 1e8)
  const input = { areaId, class: 'registered' as const, name: '户籍人口.csv', file: [staged.id] }
  const { id } = await street.as('chenjing').do(register.sendFile, input, { uploads: new Map([[staged.id, staged]]) })
  await work()
  const { version } = await look(id)
  await street.as('chenjing').do(register.checkBatch, { id, version })
  await work()
  const checked = await look(id)
  await street.as('chenjing').do(register.loadBatch, { id, version: checked.version })
  return id
}
const one = async (text: string, values: readonly unknown[] = []) =>
  (await street.owner.query(text, [...values])).rows[0]
const chunksIn = async (id: string): Promise<number> =>
  (await one(`select count(*)::int as n from import_chunk where batch_id = $1 and pass = 'load'`, [id])).n
const seen = async () => {
  const { counts } = await street.as('chenjing').do(register.counts, { areaId })
  return Object.fromEntries(counts.map(({ class: code, n }) => [code, n]))
}
const spooled = () => (existsSync(street.house.spool.dir) ? readdirSync(street.house.spool.dir) : [])

/** Kills whoever loads, each time at another chunk and another moment of it; false where it was over before. */
async function killAt(id: string, chunk: number): Promise<boolean> {
  const child = worker()
  while ((await chunksIn(id)) < chunk) {
    if ((await look(id)).state !== 'loading') break
    await pause(15)
  }
  await pause(randomInt(120))
  await kill(child)
  return (await look(id)).state === 'loading'
}

test('killed at two chunks: every row is in once, counts are exact, nobody saw half of it, nothing lies about', async () => {
  const { csv, tally } = soiledList('清荷苑3号楼2单元', 9_500)
  const [before, files] = [await seen(), spooled()]
  const id = await sent(csv)
  let kills = 0
  for (const chunk of [1, randomInt(2, 4)]) {
    if (await killAt(id, chunk)) kills++
    else break
    // What is in is marked, and none of it is there for anybody.
    const { n, marked } = await one(
      `select (select count(*)::int from person where batch_id = $1) as n,
         (select coalesce(sum(good_rows), 0)::int from import_chunk where batch_id = $1 and pass = 'load') as marked`,
      [id],
    )
    expect([n, await seen()]).toEqual([marked, before])
  }
  expect(kills).toBeGreaterThan(0)
  const last = worker()
  await expect.poll(async () => (await look(id)).state, { timeout: 30_000 }).toBe('published')
  await expect.poll(spooled, { timeout: 10_000 }).toEqual(files)
  await kill(last)

  const broken = tally.lines.length
  expect((await look(id)).tally).toEqual({
    ...{ read: tally.rows, good: tally.good, bad: broken, repeats: tally.repeats, offers: 0 },
  })
  expect(
    await one(
      `select count(*)::int as people, count(distinct number_mac)::int as numbers from person where batch_id = $1`,
      [id],
    ),
  ).toEqual({ people: tally.good, numbers: tally.good })
  expect((await seen()).registered).toBe(before.registered! + tally.good)
  expect(await street.linli.do(register.recount, { mend: false })).toMatchObject({ faults: [] })
}, 90_000)

test('bite: where the mark of a chunk is forgotten, its rows are counted otherwise the second time', async () => {
  const { csv, tally } = soiledList('清荷苑3号楼1单元', 7_000, { seed: 9 })
  const id = await sent(csv)
  expect(await killAt(id, 1)).toBe(true)
  await street.owner.query(`delete from import_chunk where batch_id = $1 and pass = 'load'`, [id])
  await work()
  expect((await look(id)).tally.good).toBeLessThan(tally.good)
}, 60_000)
