// A file as chunks of 2,000 checked rows: which were good, what was wrong with the others, which columns were left out.
import type { Keys } from '#kernel/crypto.ts'
import type { ByteSource } from '#kernel/files/spool.ts'
import { newId } from '#kernel/ids.ts'
import { readSheets, type SheetRow } from '#kernel/sheets/read.ts'
import type { Address } from '../classes/address.ts'
import { checkRow } from '../classes/check-row.ts'
import type { CheckContext, Entry, Fault, Mapping } from '../classes/entry.ts'
import { copyLine } from './copy-text.ts'
import { headingsIn } from './headings.ts'
import { openPlaces, type Places } from './places.ts'
import { readyRow } from './row-cells.ts'
import { type Seen, seenInChunk, seenInFile } from './seen.ts'
import type { BadRow, Dropped, FromReading, ReadingTask } from './task.ts'

export const CHUNK_ROWS = 2_000

/** Where reading stands. Of an archive that is nearly how far it is: its parts are read one after another. */
function followed(source: ByteSource): ByteSource & { readonly at: number } {
  let at = 0
  return {
    size: source.size,
    get at() {
      return at
    },
    read(from, length) {
      at = Math.min(source.size, from + length)
      return source.read(from, length)
    },
    close: () => source.close(),
  }
}

type Chunk = { lines: string[]; bad: BadRow[]; read: number; repeats: number }
const emptyChunk = (): Chunk => ({ lines: [], bad: [], read: 0, repeats: 0 })

/** Of these a place in the tree is not asked: an organisation may stand anywhere, of special groups nothing is kept. */
const anywhere = (task: ReadingTask) => ['special', 'organisation', 'school'].includes(task.class)
const isLeftOut = (column: string) => column === 'never' || column === 'unknown'

class Reading {
  readonly #task: ReadingTask
  readonly #keys: Keys
  readonly #places: Places
  readonly #context: CheckContext
  readonly #seen: Seen
  readonly #dropped = new Map<string, { why: string; values: number }>()
  #chunk = emptyChunk()

  constructor(task: ReadingTask, keys: Keys) {
    this.#task = task
    this.#keys = keys
    this.#places = openPlaces(task.areas)
    const isPlace = (address: Address) => this.#places.find(address) !== undefined
    this.#context = anywhere(task) ? { today: task.today } : { today: task.today, isPlace }
    this.#seen = task.dry ? seenInFile() : seenInChunk()
  }

  /** `isIn`: the chunk was loaded before the process was killed; its rows are only counted past. */
  row(row: SheetRow, mapping: Mapping, isIn: boolean): void {
    this.#chunk.read++
    this.#count(row, mapping)
    if (isIn) return
    const checked = checkRow(this.#task.class, mapping, row.cells, this.#context)
    if (checked.ok) this.#isGood(row, mapping, checked.entry)
    else this.#isBad(row, mapping, checked.faults)
  }

  #isGood(row: SheetRow, mapping: Mapping, entry: Entry): void {
    const building = 'address' in entry ? this.#places.find(entry.address) : undefined
    const place = !building && 'address' in entry ? this.#places.within(entry.address) : undefined
    const ready = readyRow({ keys: this.#keys, task: this.#task }, entry, building, place)
    const before = ready.who ? this.#seen.look(ready.who, ready.said, ready.id) : undefined
    if (before?.before === 'same') {
      this.#chunk.repeats++
      return
    }
    const isPerson = entry.class === 'registered' || entry.class === 'floating'
    if (before?.before === 'other' && !isPerson) {
      this.#isBad(row, mapping, [{ column: '', index: -1, value: '', reason: 'knownOtherwise' }])
      return
    }
    const { lines } = this.#chunk
    const twin = isPerson ? [before?.before === 'other' ? (before.twin ?? ready.id) : null] : []
    lines.push(copyLine([lines.length, row.sheet, row.line, ready.id, ...ready.cells(), ...twin]))
  }

  #isBad(row: SheetRow, mapping: Mapping, faults: readonly Fault[]): void {
    const id = newId()
    const kept = mapping.headings.filter(({ column }) => !isLeftOut(column))
    const cells = JSON.stringify(kept.map(({ heading, index }) => [heading, row.cells[index] ?? '']))
    const at = { tenant: this.#task.tenant, table: 'import_fault', column: 'cells', row: id }
    const headingOf = ({ column, index }: Fault) =>
      mapping.headings.find((one) => one.index === index)?.heading ??
      mapping.headings.find((one) => one.column === column)?.heading ??
      ''
    this.#chunk.bad.push({
      id,
      sheet: row.sheet.slice(0, 120),
      line: row.line,
      faults: faults.map((fault) => ({
        column: fault.column,
        heading: headingOf(fault),
        value: fault.value.slice(0, 120),
        reason: fault.reason,
      })),
      cells: this.#keys.seal(cells, at),
    })
  }

  #count(row: SheetRow, mapping: Mapping): void {
    for (const { heading, column, why, index } of mapping.headings) {
      if (!isLeftOut(column)) continue
      const there = this.#dropped.get(heading)
      const value = row.cells[index] ? 1 : 0
      if (there) there.values += value
      else this.#dropped.set(heading, { why, values: value })
    }
  }

  isFull = (): boolean => this.#chunk.read >= CHUNK_ROWS
  isEmpty = (): boolean => this.#chunk.read === 0

  take(no: number, at: number): FromReading {
    const { lines, bad, read, repeats } = this.#chunk
    this.#chunk = emptyChunk()
    this.#seen.nextChunk()
    const stage = new Uint8Array(Buffer.from(lines.join('')))
    return { kind: 'chunk', no, at, read, rows: lines.length, repeats, bad, keyVersion: this.#keys.version, stage }
  }

  skip(): void {
    this.#chunk = emptyChunk()
  }

  get dropped(): Dropped[] {
    return [...this.#dropped].map(([heading, rest]) => ({ heading, ...rest }))
  }
}

/** Everything in a file, chunk by chunk; the last word is what was left out. The same file always gives the same chunks. */
export async function* readFile(task: ReadingTask, keys: Keys, sent: ByteSource): AsyncGenerator<FromReading> {
  const source = followed(sent)
  const reading = new Reading(task, keys)
  let no = 0
  let sheet: string | undefined
  let mapping: Mapping | undefined
  const due = function* (): Generator<FromReading> {
    if (no >= task.skip) yield reading.take(no, source.at)
    else reading.skip()
    no++
  }
  for await (const piece of readSheets(source, task.name)) {
    let rows: readonly SheetRow[] = piece
    if (piece[0]!.sheet !== sheet) {
      sheet = piece[0]!.sheet
      const headed = headingsIn(
        task.class,
        piece.map(({ cells }) => cells),
        task.mapping,
      )
      mapping = headed?.mapping
      rows = headed ? piece.slice(headed.at + 1) : []
    }
    if (!mapping) continue
    for (const row of rows) {
      reading.row(row, mapping, no < task.skip)
      if (reading.isFull()) yield* due()
    }
  }
  if (!reading.isEmpty()) yield* due()
  yield { kind: 'end', dropped: reading.dropped }
}
