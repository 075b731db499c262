// What a checked row comes to: values ready to be hashed, sealed and written, and what was wrong where it is not.
import type { Address } from './address.ts'
import type { ClassCode } from './column.ts'

/** Non-personal extras of a home, let home or organisation, by column code. */
export type Facts = Readonly<Record<string, string | number | boolean>>

export type PersonEntry = {
  readonly class: 'registered' | 'floating'
  /** As written, half-width and without spaces at the ends. */
  readonly name: string
  /** Simplified, without spaces: what is compared and hashed, never shown. */
  readonly nameKey: string
  /** 18 characters, for the keyed hash; '' when there is none. Kept only where a purpose for it is switched on. */
  readonly number: string
  /** GA/T 517; 111 where nobody said. */
  readonly paper: string
  /** GB/T 2261.1. */
  readonly sex: 0 | 1 | 2 | 9
  /** YYYY-MM-DD, out of the ID number where the cell is empty; '' when nobody knows. */
  readonly birth: string
  /** 11 digits, or area code and number with a hyphen; ''. */
  readonly phone: string
  readonly address: Address
  /** 户籍地 as written; ''. */
  readonly homePlace: string
  /** GB/T 4761, two digits; ''. */
  readonly relation: string
  /** The household's number, else its head's ID number, for the keyed hash; ''. */
  readonly household: string
  readonly livesHere: boolean | null
  /** What help somebody asks for, in plain words; ''. */
  readonly need: string
  /** Floating residents: YYYY-MM-DD from and until when he lives here; ''. */
  readonly since: string
  readonly until: string
}

export type HomeEntry = {
  readonly class: 'home'
  readonly address: Address
  readonly use: string
  /** Square metres. */
  readonly floorArea: number | null
  readonly facts: Facts
}

export type RentalEntry = {
  readonly class: 'rented'
  readonly address: Address
  readonly use: string
  /** YYYY-MM-DD; ''. */
  readonly fromDay: string
  readonly toDay: string
  readonly facts: Facts
}

/** Counted, and hashed so that a repeat is not counted again; nothing else of the row is handed on. */
export type SpecialEntry = { readonly class: 'special'; readonly same: string }

export type OrganisationEntry = {
  readonly class: 'organisation' | 'school'
  readonly name: string
  /** 统一社会信用代码; ''. */
  readonly code: string
  readonly kind: string
  readonly address: Address
  readonly contactName: string
  readonly contactPhone: string
  readonly facts: Facts
}

export type Entry = PersonEntry | HomeEntry | RentalEntry | SpecialEntry | OrganisationEntry

/** What is wrong or odd about one cell. `reason` is a key of faultWords (words.ts), which has the sentence and the hint. */
export type Fault = {
  /** Code of the column; '' for the row as a whole. */
  readonly column: string
  /** Index of the cell in its row; -1 where the column is not in the sheet. */
  readonly index: number
  /** As a report may show it: 张**, 138****1234, 9901*************X. */
  readonly value: string
  readonly reason: string
}

export type Checked =
  | { readonly ok: true; readonly entry: Entry; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** Where each heading of a sheet leads. */
export type MappedHeading = {
  readonly index: number
  readonly heading: string
  /** Code of the column, or `never` (dropped before it touches the disk), or `unknown` (nobody said yet; dropped, too). */
  readonly column: string
  /** For `never`: why, as a key of neverWords (words.ts). */
  readonly why: string
}

export type Mapping = {
  readonly class: ClassCode
  readonly headings: readonly MappedHeading[]
  /** Codes of columns that the class cannot do without and the sheet has not. */
  readonly missing: readonly string[]
}

/** What a row is held against besides itself. */
export type CheckContext = {
  /** YYYY-MM-DD in Shanghai. */
  readonly today: string
  /** Whether an address lies in the area the batch is for; without it, only the form of the address is checked. */
  readonly isPlace?: (address: Address) => boolean
}

/** Heading index → column. `remembered` is what this sender chose before: heading as written → column code or `unknown`. */
export type MapHeadings = (
  code: ClassCode,
  headings: readonly string[],
  remembered?: Readonly<Record<string, string>>,
) => Mapping

/** Checks one row. Called millions of times in worker threads; the first call of a mapping compiles it. */
export type CheckRow = (code: ClassCode, mapping: Mapping, cells: readonly string[], context: CheckContext) => Checked
