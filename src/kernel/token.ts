// What a token may ask: whole modules, to read or to change, and never what is left to the person himself.
import type { Actor } from './access.ts'
import type { Signature } from './contract.ts'
import { doorProblems, Problem } from './problem.ts'

type Asked = Pick<Signature, 'name' | 'kind' | 'inPerson'>

export const moduleOf = (operation: string): string => operation.slice(0, operation.indexOf('.'))

/** `matter.read` for its questions, `matter.change` for its commands. */
export const scopeFor = ({ name, kind }: Pick<Signature, 'name' | 'kind'>): string =>
  `${moduleOf(name)}.${kind === 'query' ? 'read' : 'change'}`

/** Whether this actor came by himself, or by a token that reaches this operation. It adds nothing to what he may. */
export const tokenReaches = ({ token }: Actor, asked: Asked): boolean =>
  !token || (!asked.inPerson && token.scopes.includes(scopeFor(asked)))

/** Refuses what a token does not reach, whatever its account may. Throws `door.inPerson` or `door.outOfScope`. */
export function refuseBeyondToken(actor: Actor, asked: Asked): void {
  if (tokenReaches(actor, asked)) return
  if (asked.inPerson) throw new Problem(doorProblems.inPerson, { why: asked.inPerson[actor.lang] })
  throw new Problem(doorProblems.outOfScope, { scope: scopeFor(asked) })
}

/** Scopes that would open something to a token of his: what some operation asks for that he could ever perform. */
export const scopesFor = (mayPerform: readonly Asked[]): string[] =>
  [...new Set(mayPerform.filter((asked) => !asked.inPerson).map(scopeFor))].sort()

/** The network a request came from: without the last part of the address, which names one machine. */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  if (/^\d+(\.\d+){3}$/.test(plain)) return `${plain.split('.').slice(0, 3).join('.')}.*`
  const groups = plain.split(':')
  return groups.length > 2 ? `${groups.slice(0, 3).join(':')}:*` : ''
}
