// The thread that reads a file: unpacking, checking, hashing and sealing cost a hundred microseconds a row, which answers must not wait for.
import { parentPort, workerData } from 'node:worker_threads'
import { openSpool } from '#kernel/files/spool.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { Problem } from '#kernel/problem.ts'
import { readFile } from './read-file.ts'
import type { FromReading, ReadingTask, ToReading } from './task.ts'

/** So many chunks may be ready before one is taken: enough that neither side waits, few enough that memory stays small. */
const AHEAD = 2

const port = parentPort!
let ahead = 0
let stopped = false
let wake: (() => void) | undefined
port.on('message', (word: ToReading) => {
  if (word === 'stop') stopped = true
  else ahead--
  wake?.()
})

/** Nobody wants the rest. */
class Stopped extends Error {}

async function tell(message: FromReading): Promise<void> {
  while (ahead >= AHEAD && !stopped) {
    const { promise, resolve } = Promise.withResolvers<void>()
    wake = resolve
    await promise
  }
  if (stopped) throw new Stopped()
  ahead++
  port.postMessage(message, message.kind === 'chunk' ? [message.stage.buffer] : [])
}

const task = workerData as ReadingTask
const keys = openKeys(task.keyFile, task.profile)
const source = await openSpool(task.spoolDir, keys).open(task.spoolId)
try {
  for await (const message of readFile(task, keys, source)) await tell(message)
} catch (error) {
  if (error instanceof Problem) await tell({ kind: 'fault', code: error.entry.code })
  else if (!(error instanceof Stopped)) throw error
} finally {
  await source.close()
  port.close()
}
