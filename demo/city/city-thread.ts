// Writes the city in a thread of its own, whose heap is bounded: what lives is small, but a heap that may grow does.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type CityOptions, writeCity } from './write-city.ts'

type Order = { readonly folder: string; readonly options: CityOptions }

/** Megabytes. The area files of the whole city take some hundred while they are written. */
const MOST = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 24 }

export function writeCityApart(folder: string, options: CityOptions, say: (line: string) => void): Promise<void> {
  const order: Order = { folder, options }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: order, resourceLimits: MOST })
    worker.on('message', say)
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`demo city ended with ${code}`))))
  })
}

const given = isMainThread ? undefined : (workerData as Order | undefined)
if (given?.folder) {
  const { folder, options } = given
  await writeCity(folder, options, (line) => parentPort!.postMessage(line))
}
