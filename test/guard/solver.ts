// The sum of a browser, run here from the very file that browsers load.
import { readFileSync } from 'node:fs'
import vm from 'node:vm'

type Parameters = { readonly salt: string; readonly nonce: string; readonly keyPrefix: string }
export type Challenge = { readonly parameters: Parameters; readonly signature: string }
type Solution = { readonly counter: number; readonly derivedKey: string }

const file = new URL('../../src/web/resident/report/sum.js', import.meta.url)

/** What the worker answers to a challenge, and how long it took. */
export function work({ parameters }: Challenge): { solution: Solution; ms: number } {
  const said: Solution[] = []
  const worker = vm.createContext({ postMessage: (solution: Solution) => said.push(solution) })
  vm.runInContext(readFileSync(file, 'utf8'), worker)
  const since = performance.now()
  ;(worker as { onmessage: (message: { data: Parameters }) => void }).onmessage({ data: parameters })
  return { solution: { ...said[0]! }, ms: performance.now() - since }
}

/** As it is sent; `counter` claims a solution without working. */
export async function solved(challenge: Challenge, counter?: number): Promise<string> {
  const solution = counter === undefined ? work(challenge).solution : { counter, derivedKey: '00'.repeat(32) }
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64url')
}
