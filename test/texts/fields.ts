// Every place in an operation's input that takes free text, found by asking the contract itself, and inputs with texts put in there.
import { z } from 'zod'
import type { AnyOperation } from '#kernel/operation.ts'

/** `matter.meet decisions[].what`, the most characters that it takes, and whether it is a secret (a password, a receipt) or names an upload. */
export type TextField = { readonly name: string; readonly most: number; readonly secret: boolean }

type Schema = z.core.$ZodType
/** What is to stand at a field, or undefined to leave it as it is. */
export type Put = (field: TextField) => string | undefined

const PROBE = `<i a="b">'&`
const LENGTHS = [
  5000, 4000, 2000, 1000, 500, 300, 200, 160, 120, 100, 80, 60, 50, 40, 30, 24, 20, 16, 12, 10, 8, 4, 2, 1,
]
const probes = LENGTHS.map((length) => PROBE.repeat(Math.ceil(length / PROBE.length)).slice(0, length))
const most = new WeakMap<Schema, number>()

/** The longest of the lengths at which a schema takes text with every sign that means something to a browser; 0: none. */
function mostOf(schema: Schema): number {
  const known = most.get(schema)
  if (known !== undefined) return known
  const taken = probes.find((probe) => typeof z.safeParse(schema, probe).data === 'string')?.length ?? 0
  most.set(schema, taken)
  return taken
}

const isHidden = (schema: Schema): boolean => {
  const marks = (z.globalRegistry.get(schema as z.ZodType) ?? {}) as Record<string, unknown>
  return Boolean(marks.secret || marks.uploads)
}

/** The schema inside of one that only says whether a value may be missing. */
function inside(schema: Schema): Schema | undefined {
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  return isWrapped ? (schema.unwrap() as Schema) : undefined
}

const elementOf = (schema: z.ZodArray | z.ZodTuple): Schema =>
  schema instanceof z.ZodArray ? (schema.element as Schema) : schema.def.items[0]!

const isList = (schema: Schema): schema is z.ZodArray | z.ZodTuple =>
  schema instanceof z.ZodArray || schema instanceof z.ZodTuple

/** Kinds of schema that hold no free text once they have refused the probes. */
const CLOSED = [z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodString, z.ZodStringFormat] as const

const below = (at: string, key: string) => (at.endsWith(' ') ? at + key : `${at}.${key}`)

function fieldsIn(schema: Schema, at: string, hidden: boolean): TextField[] {
  const secret = hidden || isHidden(schema)
  const inner = inside(schema)
  if (inner) return fieldsIn(inner, at, secret)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, one]) => fieldsIn(one as Schema, below(at, key), secret))
  if (isList(schema)) return fieldsIn(elementOf(schema), `${at}[]`, secret)
  if (schema instanceof z.ZodRecord)
    return [
      ...fieldsIn(schema.keyType as Schema, `${at}{}`, secret),
      ...fieldsIn(schema.valueType as Schema, `${at}.*`, secret),
    ]
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => fieldsIn(one as Schema, at, secret))
  const most = mostOf(schema)
  if (most > 0) return [{ name: at, most, secret }]
  if (schema instanceof z.ZodPipe) return fieldsIn(schema.in as Schema, at, secret)
  // A kind of schema that nobody has thought of could take text unseen.
  if (!CLOSED.some((kind) => schema instanceof kind)) throw new Error(`${at}: ${schema._zod.def.type} is not known`)
  return []
}

/** The fields of an operation that take text, each once. */
export function textFields({ signature }: Pick<AnyOperation, 'signature'>): TextField[] {
  const found = fieldsIn(signature.input as Schema, `${signature.name} `, false)
  return [...new Map(found.map((field) => [field.name, field])).values()]
}

function fillList(schema: z.ZodArray | z.ZodTuple, items: readonly unknown[], at: string, put: Put, hidden: boolean) {
  const element = elementOf(schema)
  if (items.length > 0) return items.map((item) => fill(element, item, at, put, hidden))
  const first = mostOf(element) > 0 ? fill(element, undefined, at, put, hidden) : undefined
  return first === undefined ? undefined : [first]
}

/** One entry, where none is given. */
function fillRecord(schema: z.ZodRecord, value: object, at: string, put: Put, hidden: boolean) {
  const given = Object.entries(value)
  const entries = (given.length ? given : [['', undefined]]).map(([key, one]) => [
    fill(schema.keyType as Schema, key, `${at}{}`, put, hidden),
    fill(schema.valueType as Schema, one, `${at}.*`, put, hidden),
  ])
  return Object.fromEntries(entries.filter(([key, one]) => key !== '' && one !== undefined))
}

/** Texts that are not there are added; objects that are not there are not made up. */
function fill(schema: Schema, value: unknown, at: string, put: Put, hidden: boolean): unknown {
  const secret = hidden || isHidden(schema)
  const inner = inside(schema)
  if (inner) return fill(inner, value ?? undefined, at, put, secret) ?? value
  if (schema instanceof z.ZodObject) {
    if (value === undefined) return value
    const given = value as Record<string, unknown>
    const made = Object.entries(schema.shape).map(([key, one]) => [
      key,
      fill(one as Schema, given[key], below(at, key), put, secret),
    ])
    return { ...given, ...Object.fromEntries(made.filter(([, one]) => one !== undefined)) }
  }
  if (isList(schema)) return fillList(schema, (value as unknown[] | undefined) ?? [], `${at}[]`, put, secret) ?? value
  if (schema instanceof z.ZodRecord) return fillRecord(schema, (value as object | undefined) ?? {}, at, put, secret)
  const most = mostOf(schema)
  if (most > 0) return put({ name: at, most, secret }) ?? value
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as readonly Schema[]
    const one = options.find((option) => z.safeParse(option, value).success) ?? options[0]!
    return fill(one, value, at, put, secret)
  }
  return schema instanceof z.ZodPipe ? fill(schema.in as Schema, value, at, put, secret) : value
}

/** A copy of an input with texts in it; a field inside a list is asked for as often as the list is long. */
export const filled = ({ signature }: Pick<AnyOperation, 'signature'>, input: object, put: Put) =>
  fill(signature.input as Schema, input, `${signature.name} `, put, false) as Record<string, unknown>
