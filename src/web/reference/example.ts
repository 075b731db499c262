// An input that shows what an operation takes: what it cannot do without, with values that speak for themselves.
import type { Schema } from '#kernel/http/describe.ts'

const BY_NAME: Readonly<Record<string, unknown>> = {
  words: '楼道灯不亮',
  code: 'A7K2M9QX3F4T',
  receipt: '7Q2M4X9KA3F4T6R8W2Y5',
  name: '沈秋实',
  phone: '13800001234',
  whole: '13800001234',
  lon: 115.65,
  lat: 34.44,
  key: 'linli-open311-key',
  month: '2026-10',
}
const BY_FORMAT: Readonly<Record<string, unknown>> = {
  uuid: '01980000-0000-7000-8000-000000000001',
  date: '2026-11-18',
  'date-time': '2026-11-18T02:00:00Z',
  email: 'desk@example.org',
  uri: 'https://example.org/linli',
}

/** A kind of matter, a kind of place or team, a login, a kind of notice, a kind of dispute. */
const CODES = ['0101', 'bench', 'matter.rated', 'RM02']
const fits = (text: string, { pattern = '' }: Schema) => new RegExp(pattern, 'u').test(text)

const first = (list: readonly Schema[] | undefined) => list?.find((one) => one.type !== 'null')

function scalar(schema: Schema, name: string): unknown {
  const type = typeof schema.type === 'object' ? schema.type[0] : schema.type
  if (type === 'boolean') return true
  if (type === 'number' || type === 'integer') return BY_NAME[name] ?? Math.max(schema.minimum ?? 1, 1)
  const known = BY_NAME[name]
  if (typeof known === 'string' && (!schema.pattern || fits(known, schema))) return known
  const coded = CODES.find((code) => schema.pattern && fits(code, schema))
  if (coded) return coded
  // As long as it has to be, and plain to see that it is to be replaced.
  return '请改成您的内容'.padEnd(schema.minLength ?? 0, '。').slice(0, schema.maxLength)
}

/** A value that the schema describes; of objects the required fields alone. */
export function exampleOf(schema: Schema, name = ''): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  if (schema.const !== undefined) return schema.const
  const chosen = first(schema.anyOf) ?? first(schema.oneOf)
  if (chosen) return exampleOf(chosen, name)
  if (schema.prefixItems) return schema.prefixItems.map((one) => exampleOf(one, name))
  if (schema.format && schema.format in BY_FORMAT) return BY_FORMAT[schema.format]
  if (schema.type === 'array')
    return Array.from({ length: schema.items ? (schema.minItems ?? 0) : 0 }, () => exampleOf(schema.items!, name))
  if (schema.type !== 'object') return scalar(schema, name)
  const must = schema.required ?? []
  // Whoever tells of something says where it is: a code is the shortest way.
  const wanted = must.includes('words') ? [...must, 'code'] : must
  const required = Object.entries(schema.properties ?? {}).filter(([key]) => wanted.includes(key))
  return Object.fromEntries(required.map(([key, inner]) => [key, exampleOf(inner, key)]))
}
