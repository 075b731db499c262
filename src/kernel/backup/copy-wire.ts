// COPY to and from the driver we have, block by block: memory holds one block however large the table is.
import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Client, Submittable } from 'pg'

/** What of a connection these two conversations need. */
type Wire = {
  readonly stream: Socket
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** Rows are handed on in blocks of about this size, each a whole number of rows. */
export const BLOCK_BYTES = 1 << 20

const asQuery = (talk: object): Submittable => talk as unknown as Submittable

/** Rows as COPY writes them, in blocks of whole rows. The server is not read further while a block is being used. */
export async function* copyOut(client: Client, text: string): AsyncGenerator<Buffer> {
  const blocks: Buffer[] = []
  let block = Buffer.allocUnsafeSlow(BLOCK_BYTES)
  let size = 0
  let done = false
  let fault: Error | undefined
  let socket: Socket | undefined
  let wake = () => {}
  const cut = () => {
    if (size > 0) blocks.push(block.subarray(0, size))
    size = 0
    wake()
  }
  client.query(
    asQuery({
      submit(wire: Wire) {
        socket = wire.stream
        wire.query(text)
      },
      handleCopyData({ chunk }: { chunk: Buffer }, wire: Wire) {
        if (size + chunk.length > block.length) {
          cut()
          wire.stream.pause()
          block = Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, chunk.length))
        }
        // The driver uses its buffer again, so what is kept is copied; row by row into one block, or they pile up.
        chunk.copy(block, size)
        size += chunk.length
      },
      handleError(error: Error) {
        fault = error
        done = true
        wake()
      },
      handleCommandComplete() {},
      handleReadyForQuery() {
        done = true
        cut()
      },
    }),
  )
  try {
    for (;;) {
      const next = blocks.shift()
      if (next) yield next
      else if (fault) throw fault
      else if (done) return
      else {
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        socket?.resume()
        await promise
      }
    }
  } finally {
    socket?.resume()
  }
}

async function send(wire: Wire, blocks: AsyncIterable<Buffer>, broken: () => boolean): Promise<void> {
  try {
    for await (const block of blocks) {
      if (broken()) return
      wire.sendCopyFromChunk(block)
      if (wire.stream.writableNeedDrain) await Promise.race([once(wire.stream, 'drain'), once(wire.stream, 'close')])
    }
  } catch (error) {
    wire.sendCopyFail('the rows to load could not be read')
    throw error
  }
  if (!broken()) wire.endCopyFrom()
}

/** Sends blocks of rows into what `text` copies from stdin. Whatever is wrong with the rows' source is thrown as it was. */
export function copyIn(client: Client, text: string, blocks: AsyncIterable<Buffer>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let fault: Error | undefined
  let sent: Promise<void> = Promise.resolve()
  const over = () => sent.then(() => (fault ? reject(fault) : resolve()), reject)
  client.query(
    asQuery({
      submit: (wire: Wire) => wire.query(text),
      handleCopyInResponse(wire: Wire) {
        sent = send(wire, blocks, () => fault !== undefined)
        sent.catch(() => {})
      },
      handleError(error: Error) {
        fault = error
        // A connection that broke is not heard of again; a refusal is followed by "ready for query".
        if (!('severity' in error)) reject(error)
      },
      handleCommandComplete() {},
      handleReadyForQuery: over,
    }),
  )
  return promise
}
