// One answer against everything an answer must be: never our fault, quick, in its place in the description, with its type and headers.
import { type Described, misfits, type Schema } from './schema.ts'

export type Asking = 'good' | 'bad'

/**
 * `refused`: the door said that the input itself is not as described, and what it said of which places. `beyond`: that it
 * breaks a rule which a description of types cannot hold, such as a ring that closes or an hour after another.
 */
export type Outcome = {
  readonly status: number
  readonly refused: string | undefined
  readonly beyond: boolean
  readonly faults: readonly string[]
}
type Said = {
  readonly code?: string
  readonly details?: { readonly issues?: readonly { path: string; code: string }[] }
}

const PROBLEM: Schema = {
  type: 'object',
  required: ['code', 'message', 'details'],
  properties: { code: { type: 'string' }, message: { type: 'string' }, details: { type: 'object' } },
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `ms`: from sending to the last byte. */
export async function judge(of: Described, answer: Response, ms: number, mostMs: number): Promise<Outcome> {
  const faults: string[] = []
  const text = await answer.text()
  const { status } = answer
  const type = answer.headers.get('content-type') ?? ''
  if (status >= 500) faults.push(`${status} ${text.slice(0, 200)}`)
  if (ms > mostMs) faults.push(`took ${Math.round(ms)} ms`)
  if (!answer.headers.get('content-security-policy')) faults.push('no policy in the headers')
  const json = type.startsWith('application/json') ? parsed(text) : undefined
  if (status === 200 && of.output) {
    if (json === undefined) faults.push(`${type || 'no type'} instead of JSON`)
    else faults.push(...misfits(of.output, json).slice(0, 3))
  }
  if (status !== 200) faults.push(...misfits(PROBLEM, json, 'problem'))
  const { code, details } = (json ?? {}) as Said
  const issues = code === 'door.invalid' ? (details?.issues ?? []) : []
  const typed = issues.filter((issue) => issue.code !== 'custom')
  const refused = typed.map((issue) => `${issue.path} ${issue.code}`).join(', ') || undefined
  return { status, refused, beyond: issues.length > 0 && typed.length === 0, faults }
}
