// What a class of the national data standard has for columns, and what becomes of each (docs/decisions/0023-classes.md).
import type { Text } from '#kernel/words.ts'

export const CLASSES = ['registered', 'floating', 'home', 'rented', 'special', 'organisation', 'school'] as const
export type ClassCode = (typeof CLASSES)[number]

/** How a cell is read: `birth` is a day not after today, `day` any day, `yes` 是/否, `choice` one of a list. */
export type ColumnKind =
  | 'name'
  | 'sex'
  | 'birth'
  | 'day'
  | 'idNumber'
  | 'paper'
  | 'phone'
  | 'address'
  | 'choice'
  | 'yes'
  | 'text'
  | 'number'
  | 'creditCode'

/** One line of a code list: what is stored, and what senders write for it (the first is what a template offers). */
export type Choice = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly also?: readonly string[]
}

export type Column = {
  /** Lower camel case, unique in its class; `Entry` has a field of this name, or `facts` a key. */
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Headings seen in senders' files, simplified, without brackets and spaces; `zh` need not be repeated. */
  readonly aliases: readonly string[]
  /**
   * `entry`: goes into the register. `purpose`: read for checks and keyed hashes, kept only where a purpose for it is
   * switched on (register_purpose). `never`: dropped before it touches the disk.
   */
  readonly disposition: 'entry' | 'purpose' | 'never'
  readonly kind: ColumnKind
  readonly required: boolean
  /** `table.column` of 0021_register.sql, or `table.facts.key`; '' for what is never kept as a value of its own. */
  readonly to: string
  /** Longest value in characters; a `number` is at most this. */
  readonly most: number
  readonly choices?: readonly Choice[]
  /** What the line of example in a template says. */
  readonly example: string
}

export type RegisterClass = {
  readonly code: ClassCode
  readonly name: Text
  readonly columns: readonly Column[]
}

type Rest = Partial<Pick<Column, 'disposition' | 'required' | 'to' | 'choices' | 'example'>> & { readonly most: number }

/** `words`: heading | heading in English | other headings, parted by strokes. */
export function column(code: string, kind: ColumnKind, words: string, rest: Rest): Column {
  const [zh = '', en = '', others = ''] = words.split('|')
  return {
    code,
    kind,
    zh,
    en,
    aliases: others === '' ? [] : others.split('/'),
    disposition: 'entry',
    required: false,
    to: '',
    example: '',
    ...rest,
  }
}
