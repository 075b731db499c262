// What the thread that reads a file is told, and what it tells back: plain data, since it crosses a thread.
import type { ProfileName } from '#kernel/crypto.ts'
import type { ClassCode } from '../classes/column.ts'
import type { AreaRow } from './places.ts'

export type ReadingTask = {
  readonly keyFile: string
  readonly profile: ProfileName
  readonly spoolDir: string
  readonly spoolId: string
  /** As it was sent: the ending says what it is. */
  readonly name: string
  readonly tenant: string
  readonly batch: string
  readonly class: ClassCode
  readonly area: { readonly id: string; readonly pos: number }
  readonly areas: readonly AreaRow[]
  /** Heading as written → column code or `unknown`, as the sender chose. */
  readonly mapping: Readonly<Record<string, string>>
  /** YYYY-MM-DD in Shanghai. */
  readonly today: string
  /** A purpose for the ID number is switched on. */
  readonly keepNumber: boolean
  /** Only look: nothing is sealed but what was wrong. */
  readonly dry: boolean
  /** So many chunks are in already. */
  readonly skip: number
}

export type ToldFault = {
  readonly column: string
  readonly heading: string
  readonly value: string
  readonly reason: string
}

/** A row that cannot go in. `cells` are its cells without dropped columns, sealed for the row `id` of import_fault. */
export type BadRow = {
  readonly id: string
  readonly sheet: string
  readonly line: number
  readonly faults: readonly ToldFault[]
  readonly cells: Uint8Array
}

export type Dropped = { readonly heading: string; readonly why: string; readonly values: number }

export type FromReading =
  | {
      readonly kind: 'chunk'
      readonly no: number
      readonly read: number
      readonly rows: number
      readonly repeats: number
      /** Where in the file, in bytes as it was sent, reading stands. */
      readonly at: number
      readonly bad: readonly BadRow[]
      readonly keyVersion: number
      /** COPY text of the good rows, in the order of the class's stage. */
      readonly stage: Uint8Array<ArrayBuffer>
    }
  | { readonly kind: 'end'; readonly dropped: readonly Dropped[] }
  | { readonly kind: 'fault'; readonly code: string }

/** That a message was used, or that the rest is not wanted. */
export type ToReading = 'taken' | 'stop'
