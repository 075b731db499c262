// What the open description says of a value: the part of JSON Schema that contracts are written in.
export type Schema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uploads?: string
}

/** An operation as a stranger with nothing but the open description knows it. */
export type Described = {
  readonly name: string
  readonly input: Schema
  /** Undefined where a file comes back. */
  readonly output: Schema | undefined
  readonly keyed: boolean
}

type OpenApi = {
  readonly paths: Readonly<Record<string, { readonly post: Post }>>
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Post = {
  readonly operationId: string
  readonly parameters?: readonly unknown[]
  readonly requestBody: { readonly content: Content }
  readonly responses: { readonly '200': { readonly content: Content } }
}

export const describedBy = (description: unknown): Described[] =>
  Object.values((description as OpenApi).paths).map(({ post }) => ({
    name: post.operationId,
    input: post.requestBody.content['application/json']!.schema,
    output: post.responses['200'].content['application/json']?.schema,
    keyed: post.parameters !== undefined,
  }))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value

/** Where a value is not what the description says; empty when it fits. */
export function misfits(schema: Schema, value: unknown, at = 'answer'): string[] {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices)
    return choices.some((one) => misfits(one, value, at).length === 0) ? [] : [`${at}: none of ${choices.length}`]
  if (schema.const !== undefined) return value === schema.const ? [] : [`${at}: not ${String(schema.const)}`]
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${at}: not a choice: ${String(value)}`]
  const type = typeOf(value)
  const types = [schema.type ?? []].flat()
  const fits = types.length === 0 || types.includes(type) || (types.includes('integer') && Number.isInteger(value))
  if (!fits) return [`${at}: ${type} instead of ${schema.type}`]
  if (Array.isArray(value))
    return value.flatMap((one, n) => {
      const item = schema.prefixItems?.[n] ?? schema.items
      return item ? misfits(item, one, `${at}[${n}]`) : []
    })
  return isObject(value) && schema.type === 'object' ? misfitsInside(schema, value, at) : []
}

function misfitsInside(schema: Schema, value: Record<string, unknown>, at: string): string[] {
  const known = schema.properties ?? {}
  const more = schema.additionalProperties
  return [
    ...(schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`),
    ...Object.entries(value).flatMap(([name, one]) => {
      if (known[name]) return misfits(known[name], one, `${at}.${name}`)
      if (more === false) return [`${at}.${name}: not described`]
      return typeof more === 'object' ? misfits(more, one, `${at}.${name}`) : []
    }),
  ]
}
