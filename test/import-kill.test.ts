// Kill -9 in the middle of an import, at any chunk: it goes on where it stood, nothing comes twice, and nothing is seen before all of it is.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { register } from '#modules/register/contract.ts'
import { workOnImports } from '#modules/register/index.ts'
import { ROOT, type Tree } from './kill/server.ts'
import { forgetsChunks, IMPORTER } from './kill/without.ts'
import { soiledList } from './register/soiled-list.ts'
import { openStreet, type Street } from './street.ts'

let street: Street
let areaId: string
const children: ChildProcess[] = []
const trees: Tree[] = []
beforeAll(async () => {
  street = await openStreet()
  areaId = (await street.as('chenjing').actor()).posts[0]!.areaId
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true })
  await street.close()
})

function worker(tree: Tree): ChildProcess {
  const { env, dataDir, keyFile, crypto, endingDir, filesDir, sealFile, appUrl } = street.opened.config
  const told = JSON.stringify({ env, dataDir, keyFile, crypto, endingDir, filesDir, sealFile, appUrl })
  const child = spawn(process.execPath, [IMPORTER], {
    cwd: tree,
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

const look = (id: string) => street.as('chenjing').do(register.batch, { id })
/** Checked and told to load; loading is left to whoever comes. */
async function sent(csv: string): Promise<string> {
  const work = () => workOnImports(street.house, street.opened.config.keyFile, street.tenant)
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
async function killAt(id: string, tree: Tree, chunk: number): Promise<boolean> {
  const child = worker(tree)
  while ((await chunksIn(id)) < chunk) {
    if ((await look(id)).state !== 'loading') break
    await pause(5)
  }
  await pause(randomInt(120))
  await kill(child)
  return (await look(id)).state === 'loading'
}

test('killed at two chunks: every row is in once, counts are exact, nobody saw half of it, nothing lies about', async () => {
  const { csv, tally } = soiledList('清荷苑3号楼2单元', 11_500)
  const [before, files] = [await seen(), spooled()]
  const id = await sent(csv)
  let kills = 0
  for (const chunk of [1, 1 + randomInt(2, 4)]) {
    if (await killAt(id, ROOT, chunk)) kills++
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
  const last = worker(ROOT)
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

test('bite: whoever forgets which chunks are in does not come through', async () => {
  const tree = forgetsChunks()
  trees.push(tree)
  const id = await sent(soiledList('清荷苑3号楼1单元', 7_000, { seed: 9 }).csv)
  expect(await killAt(id, tree, 1)).toBe(true)
  const last = worker(tree)
  await expect.poll(async () => (await look(id)).state, { timeout: 30_000 }).toBe('failed')
  await kill(last)
}, 60_000)
