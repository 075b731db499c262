// Values that the open description allows: drawn at random, with real ids, codes and versions of the street mixed in.
import fc from 'fast-check'
import { misfits, type Schema } from './schema.ts'

/** Values that exist, by the name of a field; `id` by the module it is asked of. */
export type Known = (field: string) => readonly unknown[]

/** Signs that break what was built for ASCII: beyond the BMP, of two units, without width, written from right to left. */
const SIGNS = [...'楼道灯不亮请修理aZ09 .,，。·𠮷𡃁𪚥👍🏽é＃１\u200b\u202e\'"\\%_<>&;-', '\u0301']
const TEXT = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 60 }).map((signs) => signs.join(''))

/** JSON Schema counts characters, not the units in which they are kept. */
const lengthOf = (made: string): number => [...made].length

/** Trimmed as people's texts are; as long as asked for. */
const text = ({ minLength = 0, maxLength = 2_000 }: Schema): fc.Arbitrary<string> =>
  fc
    .tuple(TEXT, fc.integer({ min: minLength, max: Math.max(minLength, Math.min(maxLength, minLength + 80)) }))
    .map(([signs, length]) => {
      let made = ''
      for (const sign of signs.trim()) if (lengthOf(made) < Math.min(maxLength, length)) made += sign
      return `${made.trim()}${'灯'.repeat(Math.max(0, minLength - lengthOf(made.trim())))}`
    })

const day = fc.integer({ min: -400, max: 400 }).map((days) => new Date(Date.UTC(2026, 10, 18) + days * 86_400_000))

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid({ version: [4, 7] }),
  date: day.map((at) => at.toISOString().slice(0, 10)),
  'date-time': day.map((at) => at.toISOString()),
  uri: fc.constant('https://example.cn/zh'),
}

function string(schema: Schema): fc.Arbitrary<string> {
  if (schema.format && FORMATS[schema.format]) return FORMATS[schema.format]!
  const isLine = schema.pattern?.startsWith('^[^') ?? true
  if (isLine) return text(schema)
  return fc
    .stringMatching(new RegExp(schema.pattern!))
    .filter((one) => lengthOf(one) >= (schema.minLength ?? 0) && lengthOf(one) <= (schema.maxLength ?? Infinity))
}

const number = ({ type, minimum = -1e6, maximum = 1e6 }: Schema): fc.Arbitrary<number> =>
  type === 'integer'
    ? fc.oneof(
        fc.integer({ min: minimum, max: Math.min(maximum, minimum + 5) }),
        fc.integer({ min: minimum, max: maximum }),
      )
    : fc.double({ min: minimum, max: maximum, noNaN: true })

function object(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const more = schema.additionalProperties
  if (!schema.properties && typeof more === 'object')
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), drawn(more, known, ''), { maxKeys: 3 })
  const entries = Object.entries(schema.properties ?? {}).filter(([, one]) => !one.uploads)
  return fc.record(Object.fromEntries(entries.map(([name, one]) => [name, drawn(one, known, name)])), {
    requiredKeys: [...(schema.required ?? [])],
    noNullPrototype: true,
  })
}

const array = (schema: Schema, known: Known, field: string): fc.Arbitrary<unknown> =>
  schema.prefixItems
    ? fc.tuple(...schema.prefixItems.map((one) => drawn(one, known, field)))
    : fc.array(drawn(schema.items ?? {}, known, field), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 3),
      })

const fits = (schema: Schema, value: unknown): boolean =>
  misfits(schema, value).length === 0 &&
  (typeof value !== 'number' || (value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity))) &&
  (typeof value !== 'string' ||
    (lengthOf(value) >= (schema.minLength ?? 0) &&
      lengthOf(value) <= (schema.maxLength ?? Infinity) &&
      (!schema.pattern || new RegExp(schema.pattern).test(value))))

/** Any value the schema allows; three in four of those that name something name what exists. */
export function drawn(schema: Schema, known: Known, field: string): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => drawn(one, known, field)))
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => drawn({ ...schema, type }, known, field)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const there = known(field).filter((one) => fits(schema, one))
  const any = (): fc.Arbitrary<unknown> => {
    if (schema.type === 'string') return string(schema)
    if (schema.type === 'integer' || schema.type === 'number') return number(schema)
    if (schema.type === 'boolean') return fc.boolean()
    if (schema.type === 'null') return fc.constant(null)
    if (schema.type === 'array') return array(schema, known, field)
    if (schema.type === 'object') return object(schema, known)
    return fc.constantFrom('1', '灯')
  }
  return there.length > 0
    ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...there) }, { weight: 1, arbitrary: any() })
    : any()
}
