// The journal row of a command or a disclosure: what is kept of the input, and the hash that the seals hold.
import { z } from 'zod'
import type { Actor } from '../access.ts'
import { type Keys, sha256 } from '../crypto.ts'
import { k } from '../database.ts'
import { newId } from '../ids.ts'
import type { Subject } from '../operation.ts'

/** JSON with sorted keys, so that equal values have equal text whatever the database does to their order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  if (value !== null && typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    return `{${parts.join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

type Marks = { personal?: string; words?: boolean; secret?: boolean }

/** Follows the schema beside the value: secrets vanish, personal values become a mark, people's words become a keyed hash. */
export function journalInput(schema: z.ZodType, value: unknown, keys: Pick<Keys, 'mac'>): unknown {
  if (value === undefined || value === null) return value
  const marks = (z.globalRegistry.get(schema) ?? {}) as Marks
  if (marks.secret) return undefined
  if (marks.personal) return `[${marks.personal}]`
  if (marks.words) return `hmac:${keys.mac('journal words', String(value)).toString('hex')}`
  if (schema instanceof z.ZodObject) {
    const given = value as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, inner]) => [key, journalInput(inner as z.ZodType, given[key], keys)]),
    )
  }
  if (schema instanceof z.ZodArray)
    return (value as unknown[]).map((one) => journalInput(schema.element as z.ZodType, one, keys))
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return journalInput(schema.unwrap() as z.ZodType, value, keys)
  if (schema instanceof z.ZodPipe) return journalInput(schema.in as z.ZodType, value, keys)
  if (schema instanceof z.ZodUnion) {
    const fitting = schema.options.find((option) => (option as z.ZodType).safeParse(value).success)
    return fitting ? journalInput(fitting as z.ZodType, value, keys) : '[union]'
  }
  return value
}

export type JournalRow = {
  readonly tenant_id: string
  readonly id: string
  readonly era: number
  readonly at: Date
  readonly actor_kind: string
  readonly actor_id: string
  readonly operation: string
  readonly subject_kind: string
  readonly subject_id: string | null
  readonly subject_version: number | null
  readonly area_pos: number | null
  readonly from_state: string | null
  readonly to_state: string | null
  readonly input: unknown
  /** The token by which a program acted for somebody. */
  readonly token_id?: string | null
}

/** What a seal vouches for: every column but the transaction number. A column left out here could be changed unseen. */
export const leafHash = (row: JournalRow): Buffer =>
  sha256(
    canonical([
      row.tenant_id,
      row.id,
      row.era,
      row.at,
      row.actor_kind,
      row.actor_id,
      row.operation,
      row.subject_kind,
      row.subject_id,
      row.subject_version,
      row.area_pos,
      row.from_state,
      row.to_state,
      row.input,
      // Rows without one, older ones among them, hash as they always did.
      ...(row.token_id ? [row.token_id] : []),
    ]),
  )

export type Entry = {
  readonly operation: string
  readonly actor: Actor
  readonly at: Date
  readonly era: number
  readonly subject: Subject | undefined
  readonly from: string | null
  readonly to: string | null
  readonly input: unknown
}

export function journalRow(entry: Entry): JournalRow {
  return {
    tenant_id: entry.actor.tenant,
    id: newId(),
    era: entry.era,
    at: entry.at,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    operation: entry.operation,
    subject_kind: entry.operation.slice(0, entry.operation.indexOf('.')),
    subject_id: entry.subject?.id ?? null,
    subject_version: entry.subject?.version ?? null,
    area_pos: entry.subject?.area_pos ?? null,
    from_state: entry.from,
    to_state: entry.to,
    input: JSON.parse(canonical(entry.input ?? {})),
    token_id: entry.actor.token?.id ?? null,
  }
}

export const writeJournal = (row: JournalRow) =>
  k.insertInto('journal').values({ ...row, input: canonical(row.input), hash: leafHash(row) })
