// One operation as a reader or a program sees it: what goes in and out, who may, what it answers when it does not.
import { z } from 'zod'
import { machineOnly, type Rule } from '../access.ts'
import type { Signature } from '../contract.ts'
import type { AnyOperation } from '../operation.ts'
import { catalogue, type ProblemEntry } from '../problem.ts'
import { moduleOf, scopeFor } from '../token.ts'
import type { Text } from '../words.ts'

/** JSON Schema of draft 2020-12, as far as contracts use it; `personal`, `words`, `secret`, `uploads` are marks of ours. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly (string | number)[]
  readonly const?: unknown
  readonly default?: unknown
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly personal?: string
  readonly words?: true
  readonly secret?: true
  readonly uploads?: string
}

/** Problems of the modules by operation (problem-codes.ts); a list that names none is an empty one. */
export type ProblemCodes = Readonly<Record<string, readonly string[]>>

export type Described = {
  readonly name: string
  readonly module: string
  readonly kind: Signature['kind']
  readonly summary: Text
  /** Labels of its rules: any one lets somebody through. */
  readonly allowed: readonly string[]
  /** Whether somebody who is not signed in could be let through. */
  readonly open: boolean
  readonly scope: string
  readonly inPerson: Text | undefined
  readonly discloses: boolean
  readonly form: boolean
  readonly bytes: boolean
  /** Takes an Idempotency-Key. */
  readonly keyed: boolean
  readonly input: Schema
  /** Undefined for a file. */
  readonly output: Schema | undefined
  readonly problems: readonly ProblemEntry[]
}

export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Record<string, unknown>
  return rest as Schema
}

/** What any operation may answer, whatever it is. */
export const EVERYWHERE: readonly string[] = ['invalid', 'tooLarge', 'tooMany', 'busy', 'fault'].map(
  (name) => `door.${name}`,
)

const when = (holds: unknown, ...codes: string[]): string[] => (holds ? codes : [])

/** What can be wrong with the files that an input takes. */
const filesOf = ({ properties = {} }: Schema): string[] => {
  const kinds = new Set(Object.values(properties).flatMap(({ uploads }) => uploads ?? []))
  return [...catalogue.keys()].filter((code) => kinds.has(code.slice(0, code.indexOf('.'))))
}

function codesOf(op: AnyOperation, isOpen: boolean, isKeyed: boolean): string[] {
  const { kind, inPerson, form } = op.signature
  return [
    ...when(!isOpen, 'door.signIn', 'door.forbidden'),
    ...when(op.subject || op.enter, 'door.missing'),
    ...when(inPerson, 'door.inPerson'),
    ...when(!inPerson, 'door.outOfScope'),
    ...when(op.moves, 'door.wrongState'),
    ...when(isKeyed, 'door.badKey', 'door.keyReused'),
    ...when(kind === 'command', 'door.full'),
    ...when(form, 'door.wrongType', 'door.filesUsed', ...filesOf(schemaOf(op.signature.input, 'input'))),
    ...EVERYWHERE,
  ]
}

const NOBODY_IN = {
  kind: 'anonymous',
  id: '',
  tenant: '',
  name: '',
  lang: 'zh',
  posts: [],
  spans: [],
  ids: [],
} as const

export function describe(op: AnyOperation, problemCodes: ProblemCodes): Described {
  const { signature } = op
  const rules = op.permit as readonly Rule[]
  const open = op.enter !== undefined || rules.some((rule) => rule.mayEver(NOBODY_IN))
  const keyed = signature.kind === 'command' && !signature.forgets
  const codes = [...new Set([...(problemCodes[signature.name] ?? []), ...codesOf(op, open, keyed)])]
  return {
    name: signature.name,
    module: moduleOf(signature.name),
    kind: signature.kind,
    summary: signature.summary,
    allowed: rules.map((rule) => rule.label),
    open,
    scope: scopeFor(signature),
    inPerson: signature.inPerson,
    discloses: signature.discloses === true,
    form: signature.form === true,
    bytes: signature.bytes === true,
    keyed,
    input: schemaOf(signature.input, 'input'),
    output: signature.bytes ? undefined : schemaOf(signature.output, 'output'),
    problems: codes.flatMap((code) => catalogue.get(code) ?? []),
  }
}

/** Whether anybody but Linli itself could ever ask for it. */
export const isAskable = (op: AnyOperation): boolean => op.permit.some((rule: Rule) => rule !== machineOnly)

/** By name: the order of a module's exports depends on who loads it. */
export const byName = <T extends { readonly name: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.name < b.name ? -1 : 1))
