// The seals' file in a backup: its lines up to the last seal of the snapshot, whatever is written to it meanwhile.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Client } from 'pg'
import { type Seal, sealLine } from '../journal/seal-file.ts'

const numberOf = (line: string): number | undefined => {
  // The last line may be cut by a crash; then it is made up like those that are not there yet.
  const no = line.endsWith('"}') ? /^\{"no":(\d+),/.exec(line)?.[1] : undefined
  return no === undefined ? undefined : Number(no)
}

async function* linesIn(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file)
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  } finally {
    stream.destroy()
  }
}

/**
 * The file as it lies, so that it stays a witness beside the database. Only its end is made up from the database, as the
 * sealer does after a crash: a seal commits a moment before its line is written.
 */
export async function* sealLines(client: Client, file: string): AsyncGenerator<string> {
  const { rows } = await client.query<{ no: number | null }>('select max(no)::int as no from seal')
  const most = rows[0]!.no ?? 0
  let last = 0
  for await (const line of linesIn(file)) {
    const no = numberOf(line)
    if (no === undefined || no > most) continue
    yield `${line}\n`
    last = no
  }
  for (let no = last + 1; no <= most; no++) {
    const { rows: seals } = await client.query<Seal>('select * from seal where no = $1', [no])
    if (seals[0]) yield sealLine(seals[0])
  }
}
