// Values that the open description forbids: a proper one with one place made wrong, each in a way that nothing can read as right.
import fc from 'fast-check'
import type { Schema } from './schema.ts'

type Place = { readonly path: readonly (string | number)[]; readonly schema: Schema }

/** Every place inside a value whose schema names one type. Alternatives are left alone: what breaks one may fit another. */
function places(schema: Schema, value: unknown, path: readonly (string | number)[] = []): Place[] {
  if (schema.anyOf || schema.oneOf || typeof schema.type !== 'string') return []
  const here = path.length ? [{ path, schema }] : []
  if (schema.type === 'object' && typeof value === 'object' && value !== null) {
    const inner = Object.entries(value).flatMap(([name, one]) => {
      const known = schema.properties?.[name]
      return known ? places(known, one, [...path, name]) : []
    })
    return [...here, ...inner]
  }
  if (schema.type === 'array' && Array.isArray(value) && schema.items)
    return [...here, ...value.flatMap((one, n) => places(schema.items!, one, [...path, n]))]
  return here
}

const DEEP = JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`) as unknown

/** What can never stand in a place of this schema. */
function wrongFor(schema: Schema): unknown[] {
  const no: unknown[] = [null, DEEP]
  if (schema.type !== 'object') no.push({}, { __proto__: null, constructor: 1 })
  if (schema.type !== 'array') no.push([], [[]])
  if (schema.type !== 'boolean') no.push(true)
  if (schema.type === 'string') {
    no.push(7, 1e300, '\ud800', 'a\u0000b')
    if (schema.maxLength !== undefined) no.push('长'.repeat(schema.maxLength + 1))
    if (schema.enum || schema.format || (schema.pattern && !schema.pattern.startsWith('^[^'))) no.push('', '鵺 is none')
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    no.push('7', 'NaN', '')
    if (schema.maximum !== undefined) no.push(schema.maximum + 1, 1e300)
    if (schema.minimum !== undefined) no.push(schema.minimum - 1, -1e300)
    if (schema.type === 'integer') no.push(0.5)
  }
  if (schema.type === 'array' && schema.maxItems !== undefined)
    no.push(Array.from({ length: schema.maxItems + 1 }, () => null))
  return no
}

function put(value: unknown, [key, ...rest]: readonly (string | number)[], wrong: unknown): unknown {
  if (key === undefined) return wrong
  if (Array.isArray(value)) return value.map((one, n) => (n === key ? put(one, rest, wrong) : one))
  const object = value as Record<string, unknown>
  return { ...object, [key]: put(object[key], rest, wrong) }
}

/** The value with one place wrong, one field missing, or one too many. */
export function brokenFrom(schema: Schema, value: unknown): fc.Arbitrary<unknown> {
  const all = places(schema, value).flatMap(({ path, schema: at }) => wrongFor(at).map((wrong) => ({ path, wrong })))
  const ways: fc.Arbitrary<unknown>[] = [
    fc.constantFrom<unknown>(null, [], 'text', 7, true, [value]),
    fc
      .constantFrom('x', 'tenant_id', 'constructor', 'toString', '鵺')
      .map((name) => ({ ...(value as object), [name]: 1 })),
  ]
  if (all.length) ways.push(fc.constantFrom(...all).map(({ path, wrong }) => put(value, path, wrong)))
  const required = (schema.required ?? []).filter((name) => !schema.properties?.[name]?.uploads)
  if (required.length)
    ways.push(
      fc.constantFrom(...required).map((name) => {
        const { [name]: _, ...rest } = value as Record<string, unknown>
        return rest
      }),
    )
  return fc.oneof(...ways)
}
