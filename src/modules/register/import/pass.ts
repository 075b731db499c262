// One pass over a file, dry or real: the thread reads, this streams its chunks into the database, each in a transaction of its own.
import { Worker } from 'node:worker_threads'
import type { Client, PoolClient } from 'pg'
import { machine } from '#kernel/access.ts'
import { copyIn } from '#kernel/backup/copy-wire.ts'
import { clock, localDay } from '#kernel/clock.ts'
import { type Tx, txOn } from '#kernel/database.ts'
import { type House, perform } from '#kernel/door.ts'
import {
  areasAround,
  asLoader,
  chunksDone,
  countBatch,
  forgetPass,
  gatherStatistics,
  heldState,
  keepsNumber,
  markChunk,
  type Pass,
  type PassRow,
  passRow,
  writeBadRows,
  writeKnownRows,
} from './chunk-store.ts'
import { type ChunkAt, loadChunk } from './load-rows.ts'
import { foundStage, STAGE_OF } from './stage.ts'
import { noteChecked, noteFailed, publishBatch } from './steps.ts'
import { tallies } from './store.ts'
import type { FromReading, ReadingTask, ToReading } from './task.ts'
import { importProblems } from './words.ts'

type Loading = {
  readonly house: House
  readonly keyFile: string
  readonly client: Client
  readonly tx: Tx
  readonly tenant: string
  readonly batch: string
}

const STATE_OF = { check: 'checking', load: 'loading' } as const
/** One process loads a batch at a time; should it die, the lock dies with its connection. */
const LOCK = 7321
const MOST_TO_END_MS = 10_000
/**
 * Before the chunk after so many the planner is told what there is by now, and after eight times as many again. Made for an empty table,
 * its plan looked for each of 20,000 people by area, the area being all there is: the load stood for a minute.
 */
const TELLS: ReadonlySet<number> = new Set([1, 8, 64, 512])
/** Chunks after which what a file brought is worth telling at its end; a short list changes no plan. */
const MANY = 8

async function inTransaction<T>({ client, tx, tenant, batch }: Loading, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await asLoader(tx, tenant, batch)
    const answer = await work()
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function taskOf(loading: Loading, row: PassRow, pass: Pass): Promise<ReadingTask> {
  const { house, keyFile, tx, tenant, batch } = loading
  const today = localDay(clock.now())
  const dry = pass === 'check'
  return inTransaction(loading, async () => {
    if (dry) await forgetPass(tx, tenant, batch, pass)
    return {
      keyFile,
      profile: house.keys.profile,
      spoolDir: house.spool.dir,
      spoolId: row.spool_id,
      ...{ name: row.name, tenant, batch, class: row.class, mapping: row.mapping, today, dry },
      area: { id: row.area_id, pos: row.area_pos },
      areas: await areasAround(tx, tenant, row),
      keepNumber: await keepsNumber(tx, tenant, today),
      skip: await chunksDone(tx, tenant, batch, pass),
    }
  })
}

type Chunk = Extract<FromReading, { kind: 'chunk' }>

async function* once(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Rows, faults and the mark of one chunk; false when somebody cancelled meanwhile. */
function writeChunk(loading: Loading, row: PassRow, pass: Pass, chunk: Chunk): Promise<boolean> {
  const { client, tx, tenant, batch } = loading
  const stage = STAGE_OF[row.class]
  const now = clock.now()
  const at: ChunkAt = {
    ...{ tenant, batch, class: row.class, keyVersion: chunk.keyVersion, day: localDay(now), now },
    ...{ pos: row.area_pos, end: row.area_end },
  }
  return inTransaction(loading, async () => {
    if ((await heldState(tx, tenant, batch)) !== STATE_OF[pass]) return false
    await copyIn(client, `copy ${stage.name} (${stage.columns.join(', ')}) from stdin`, once(chunk.stage))
    const loaded = await loadChunk(tx, at, chunk.rows, pass === 'check')
    await writeBadRows(tx, at, chunk.bad)
    if (loaded.known > 0) await writeKnownRows(tx, at, stage.name)
    const done = { no: chunk.no, at: chunk.at, read: chunk.read, bad: chunk.bad.length, repeats: chunk.repeats }
    await markChunk(tx, at, pass, done, loaded)
    return true
  })
}

/** Messages of the thread in their order; each is answered when it was used, so that the thread stays few chunks ahead. */
async function* messagesOf(worker: Worker): AsyncGenerator<FromReading> {
  const waiting: FromReading[] = []
  let fault: Error | undefined
  let over = false
  let wake = () => {}
  worker.on('message', (message: FromReading) => {
    waiting.push(message)
    wake()
  })
  worker.on('error', (error) => {
    fault = error as Error
    wake()
  })
  worker.on('exit', () => {
    over = true
    wake()
  })
  for (;;) {
    const next = waiting.shift()
    if (next) {
      yield next
      worker.postMessage('taken' satisfies ToReading)
    } else if (fault) throw fault
    else if (over) return
    else {
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      await promise
    }
  }
}

/** The thread ends by itself: cut off in the midst of unpacking or sealing, it may take the process with it. */
async function endOf(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return
  const { promise, resolve } = Promise.withResolvers<void>()
  worker.once('exit', () => resolve())
  worker.postMessage('stop' satisfies ToReading)
  const late = setTimeout(() => void worker.terminate(), MOST_TO_END_MS)
  await promise
  clearTimeout(late)
}

async function finish(
  { house, tx, tenant, batch, ...rest }: Loading,
  pass: Pass,
  end: Extract<FromReading, { kind: 'end' }>,
) {
  const linli = machine(tenant, 'register.import')
  const dropped = end.dropped.slice(0, 512).map((one) => ({ ...one, heading: one.heading.slice(0, 200) }))
  if (pass === 'check') {
    await perform(house, noteChecked, linli, { id: batch, dropped })
    return
  }
  const brought = await inTransaction({ house, tx, tenant, batch, ...rest }, async () => {
    await countBatch(tx, tenant, batch)
    return (await tallies(tx, tenant, [batch])).find((one) => one.pass === pass)
  })
  if (brought && brought.good + brought.offers + brought.repeats > 0)
    await perform(house, publishBatch, linli, { id: batch, dropped })
  else await perform(house, noteFailed, linli, { id: batch, fault: importProblems.nothingGood.code })
}

async function read(loading: Loading, row: PassRow, pass: Pass, stopped: () => boolean): Promise<void> {
  const { house, client, tenant, batch } = loading
  const stage = STAGE_OF[row.class]
  for (const one of [stage, foundStage]) await client.query(one.create)
  const task = await taskOf(loading, row, pass)
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: task,
    // What a chunk leaves behind is short-lived: a young space that holds a few chunks is swept when most of it is over.
    resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 400 },
  })
  let written = 0
  try {
    for await (const message of messagesOf(worker)) {
      if (stopped()) return
      if (pass === 'load' && (TELLS.has(written) || (message.kind === 'end' && written > MANY)))
        await inTransaction(loading, () => gatherStatistics(loading.tx))
      if (message.kind === 'chunk' && !(await writeChunk(loading, row, pass, message))) return
      written++
      if (message.kind === 'end') await finish(loading, pass, message)
      if (message.kind === 'fault')
        await perform(house, noteFailed, machine(tenant, 'register.import'), { id: batch, fault: message.code })
    }
  } finally {
    await endOf(worker)
  }
}

/** Runs the pass that a batch waits for, from where it stood; another process that is at it is left alone. */
export async function runPass(
  house: House,
  keyFile: string,
  tenant: string,
  batch: string,
  stopped: () => boolean = () => false,
): Promise<void> {
  const client = await house.db.alone()
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as got', [
      LOCK,
      batch,
    ])
    if (!rows[0]!.got) return
    const loading: Loading = { house, keyFile, client, tx: txOn(client as unknown as PoolClient), tenant, batch }
    const row = await inTransaction(loading, () => passRow(loading.tx, tenant, batch))
    const pass = row?.state === 'checking' ? 'check' : row?.state === 'loading' ? 'load' : undefined
    if (row && pass) await read(loading, row, pass, stopped)
  } finally {
    await client.end()
  }
}
