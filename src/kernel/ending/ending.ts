// How values of people end: which rows are due, what is taken out of them, and under which key they wait for it.
import { sql } from 'kysely'
import { NOBODY } from '../access.ts'
import type { Statement } from '../database.ts'
import type { Retention } from '../personal.ts'
import type { Text } from '../words.ts'

/** `area_pos`: where the row lies, for holds on an area; null for what lies nowhere. */
export type DueRow = { readonly id: string; readonly area_pos: number | null }

/** Rows whose day was before `before` and that still hold something, in the order of their ids, after `after`. */
export type DueAsk = {
  readonly tenant: string
  readonly before: Date
  readonly after: string
  readonly limit: number
}

export type Ending = Text & {
  /** The purpose: `module.what`. */
  readonly code: string
  /** Law and article. */
  readonly basis: string
  readonly from: Retention['from']
  /** So many days after `from`, unless the district's rule says otherwise; and the fewest that a law allows. */
  readonly days: number
  readonly least?: number
  /** Names of personal fields that it ends. */
  readonly fields: readonly [string, ...string[]]
  /** A file of the office: nothing goes before a person has signed the list and a second one has witnessed it. */
  readonly signed?: true
  /** What the first look asks after; ids that are no uuid begin with ''. */
  readonly first?: string
  due(ask: DueAsk): Statement<DueRow>
  /** Takes the values out. Doing it again changes nothing. */
  end(tenant: string, ids: readonly string[], at: Date): readonly Statement<unknown>[]
  /** Stored files that go with them. */
  files?(tenant: string, ids: readonly string[]): Statement<{ id: string }>
  readonly sealed?: SealedUntil
  /** How rows of a file that is signed for stand on its list. */
  named?(tenant: string, ids: readonly string[]): Statement<{ id: string; no: string; since: Date | null }>
}

export const FIRST = NOBODY

/** Sealed values whose last month is known: they are sealed once more, under a key that is destroyed when it is over. */
export type SealedUntil = {
  readonly table: string
  readonly columns: readonly [string, ...string[]]
  /** Rows whose day is known and that hold something not under a month's key. */
  loose(ask: { tenant: string; after: string; limit: number }): Statement<SealedRow>
  /** Rows that hold something under a key; `mark` is how such values begin. */
  under(ask: { tenant: string; after: string; limit: number; mark: Buffer }): Statement<SealedRow>
  put(tenant: string, id: string, values: Readonly<Record<string, Buffer | null>>): Statement<unknown>
}

export type SealedRow = {
  readonly id: string
  readonly area_pos: number | null
  /** The day its time counts from; null when it is open again. */
  readonly since: Date | null
  readonly values: Readonly<Record<string, string | null>>
}

/** First byte of a value under a month's key; the versions of field keys stay below it. */
export const MONTH_MARK = 0xe0

/** The sealed columns of one table, whose time counts from `since`: null while nobody knows its end. */
export function sealedUntil(
  table: string,
  columns: readonly [string, ...string[]],
  since: ReturnType<typeof sql>,
): SealedUntil {
  const either = (of: (column: string) => ReturnType<typeof sql>) =>
    sql`(${sql.join(
      columns.map((column) => of(column)),
      sql` or `,
    )})`
  const values = sql`jsonb_build_object(${sql.join(
    columns.flatMap((column) => [sql.lit(column), sql`encode(${sql.ref(column)}, 'hex')`]),
  )})`
  const row = sql`id, area_pos, ${since} as since, ${values} as values from ${sql.table(table)}`
  return {
    table,
    columns,
    loose: ({ tenant, after, limit }) => sql<SealedRow>`
      select ${row} where tenant_id = ${tenant} and ${since} is not null
        and ${either((column) => sql`get_byte(${sql.ref(column)}, 0) <> ${sql.lit(MONTH_MARK)}`)}
        and id > ${after} order by id limit ${limit}`,
    under: ({ tenant, after, limit, mark }) => sql<SealedRow>`
      select ${row} where tenant_id = ${tenant}
        and ${either((column) => sql`substring(${sql.ref(column)} from 1 for ${sql.lit(mark.length)}) = ${mark}`)}
        and id > ${after} order by id limit ${limit}`,
    put: (tenant, id, given) => sql`
      update ${sql.table(table)} set ${sql.join(
        columns.map((column) => sql`${sql.ref(column)} = ${given[column] ?? null}`),
      )} where tenant_id = ${tenant} and id = ${id}`,
  }
}

const DAY_MS = 86_400_000

/** What began its time before this is due. */
export const dueBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)
