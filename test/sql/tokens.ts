// Cuts SQL into words, names, values and signs; comments and what stands inside strings are gone.

export type Token = {
  readonly kind: 'word' | 'name' | 'value' | 'param' | 'sign'
  /** Words in small letters; names as they are written. */
  readonly text: string
}

const PIECES =
  /(?<space>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|"(?<quoted>(?:[^"]|"")*)"|(?<string>[eE]?'(?:[^']|'')*'|\$(?<tag>\w*)\$[\s\S]*?\$\k<tag>\$)|(?<param>\$\d+)|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*)|(?<sign>::|<>|<=|>=|!=|\|\||&&|@>|<@|->>|->|[-+*/%<>=~!@#^&|?.,;:()[\]])/gy

export function tokens(sql: string): Token[] {
  const found: Token[] = []
  let at = 0
  for (const match of sql.matchAll(PIECES)) {
    at = match.index + match[0].length
    const { quoted, string, param, number, word, sign } = match.groups!
    if (quoted !== undefined) found.push({ kind: 'name', text: quoted.replaceAll('""', '"') })
    else if (word !== undefined) found.push({ kind: 'word', text: word.toLowerCase() })
    else if (param !== undefined) found.push({ kind: 'param', text: param })
    else if (string !== undefined || number !== undefined) found.push({ kind: 'value', text: (string ?? number)! })
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign })
  }
  if (at !== sql.length) throw new Error(`cannot read SQL from: ${sql.slice(at, at + 40)}`)
  return found
}

export const is = (token: Token | undefined, ...texts: readonly string[]): boolean =>
  token !== undefined && (token.kind === 'word' || token.kind === 'sign') && texts.includes(token.text)

/** Index of the `)` that closes the `(` at `from`. */
export function closing(list: readonly Token[], from: number): number {
  let depth = 0
  for (let at = from; at < list.length; at++) {
    if (is(list[at], '(')) depth++
    if (is(list[at], ')') && --depth === 0) return at
  }
  throw new Error('an open parenthesis')
}

/** Parts between signs or words outside parentheses. */
export function split(list: readonly Token[], ...at: readonly string[]): Token[][] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of list) {
    if (is(token, '(')) depth++
    if (is(token, ')')) depth--
    if (depth === 0 && is(token, ...at)) parts.push([])
    else parts.at(-1)!.push(token)
  }
  return parts
}
