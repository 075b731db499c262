// A batch of half a million people comes in and is undone whole, while others look at their lists.

import { once } from 'node:events'
import { createReadStream, createWriteStream, readdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from '#kernel/config.ts'
import { newName } from '#kernel/ids.ts'
import { environmentOf } from '../../../bench/ground.ts'
import { runProcess } from '../../../bench/processes.ts'
import { post, Wire } from '../../../bench/wire.ts'
import { recounted } from './changes.ts'
import type { City } from './ground.ts'

/**
 * People of the same homes whom nobody knows yet: other names, no ID number, households of their own. From the sender's
 * own file, of which every line is one person (the columns stand as bin/linli demo city writes them).
 */
async function anotherBatch(files: string, rows: number, to: string): Promise<string> {
  const name = readdirSync(files).find((one) => one.startsWith('registered'))!
  const file = path.join(to, 'registered-another.csv')
  const out = createWriteStream(file)
  const lines = createInterface({ input: createReadStream(path.join(files, name)) })
  let [written, columns] = [-1, [] as string[]]
  for await (const line of lines) {
    const cells = line.split(',')
    if (written < 0) columns = cells
    else {
      if (cells.length !== columns.length || !cells[columns.indexOf('现住地址')]) continue
      cells[0] = `${cells[0]!.slice(0, 1)}另${cells[0]!.slice(1)}`
      cells[columns.indexOf('公民身份号码')] = ''
      cells[columns.indexOf('户号')] = `88${cells[columns.indexOf('户号')]}`
    }
    if (!out.write(`${cells.join(',')}\n`)) await once(out, 'drain')
    if (++written === rows) break
  }
  lines.close()
  out.end()
  await once(out, 'close')
  return file
}

const TABLES = ['person', 'household', 'home', 'import_offer', 'tie']

/** On a connection of its own: one that was idle for a while may have been closed meanwhile. */
async function ask<T>(
  port: number,
  path: string,
  input: object,
  headers: Readonly<Record<string, string>>,
): Promise<T> {
  const wire = new Wire(port)
  const { status, body } = await wire
    .ask(post(path, input, { ...headers, 'idempotency-key': newName() }))
    .finally(() => wire.close())
  if (status !== 200) throw new Error(`${path}: ${status} ${body.toString().slice(0, 300)}`)
  return JSON.parse(body.toString()) as T
}

/** A list asked again and again; how long it took at p95 until `stop`. */
function watchList(port: number, path: string, input: object, who: Readonly<Record<string, string>>) {
  const took: number[] = []
  let over = false
  const loop = (async () => {
    while (!over) {
      const since = performance.now()
      await ask(port, path, input, who)
      took.push(performance.now() - since)
      await pause(20)
    }
  })()
  return async (): Promise<number> => {
    over = true
    await loop
    took.sort((a, b) => a - b)
    return Math.round(took[Math.floor(took.length * 0.95)] ?? 0)
  }
}

type Batch = { readonly id: string; readonly version: number; readonly state: string; readonly tally: { good: number } }

export async function undone(
  { config, url, city, files, room }: { config: Config; url: string; city: City; files: string; room: string },
  rows: number,
) {
  const env = environmentOf(config)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { port } = config
  const list = { areaId: city.subdistrict.id }
  try {
    const file = await anotherBatch(files, rows, room)
    const people = async () =>
      (await client.query<{ n: number }>(`select sum(n)::int as n from register_count where class = 'registered'`))
        .rows[0]!.n
    const before = await people()
    const quiet = watchList(port, '/api/register.people', list, city.duty)
    await pause(5_000)
    const quietMs = await quiet()
    const importing = performance.now()
    const during = watchList(port, '/api/register.people', list, city.duty)
    await runProcess(['src/main.ts', 'import', 'registered', file, '--tenant', city.district.code], env)
    const importMs = await during()
    const importSeconds = Math.round((performance.now() - importing) / 1_000)
    const { batches } = await ask<{ batches: Batch[] }>(port, '/api/register.batches', {}, city.staff)
    const batch = batches.find((one) => one.state === 'published' && one.tally.good > rows * 0.8)!
    const shown = (await people()) - before
    const since = performance.now()
    const meanwhile = watchList(port, '/api/register.people', list, city.duty)
    await ask(port, '/api/register.undoBatch', { id: batch.id, version: batch.version }, city.staff)
    const hiddenSeconds = Math.round((performance.now() - since) / 10) / 100
    for (;;) {
      const { state } = await ask<Batch>(port, '/api/register.batch', { id: batch.id }, city.staff)
      if (state === 'undone') break
      await pause(250)
    }
    const seconds = Math.round((performance.now() - since) / 1_000)
    const listMs = await meanwhile()
    let left = 0
    for (const table of TABLES)
      left += (await client.query(`select 1 from ${table} where batch_id = $1 limit 1000`, [batch.id])).rowCount!
    const everyCountRight = await recounted(env)
    const peopleAgain = await people()
    return {
      ...{ rows: batch.tally.good, importSeconds, shown, hiddenSeconds, seconds, left, everyCountRight },
      subdistrictListMs: { before: quietMs, whileImporting: importMs, whileUndoing: listMs },
      held: left === 0 && everyCountRight && peopleAgain === before && shown === batch.tally.good,
    }
  } finally {
    await client.end()
  }
}
