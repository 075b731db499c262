// Which problems each operation may answer with, read from the sources: whatever its code can reach inside the modules.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const MODULES = path.join(import.meta.dirname, '../../modules')

/** One declaration at the top of a file: what it names, which problems it speaks of, which operation it makes. */
type Part = {
  readonly names: readonly string[]
  readonly problems: readonly string[]
  /** Operations it performs; others that it names (to say what may be done) answer for themselves. */
  readonly performs: readonly string[]
  readonly operation?: string | undefined
}
type Sheet = {
  readonly parts: ReadonlyMap<string, Part>
  /** Local name → the file and the name there; `*` for a whole file. */
  readonly imports: ReadonlyMap<string, readonly [file: string, name: string]>
}

const DECLARED = /^(?:export )?(?:async )?(?:const|let|function\*?|class) (\w+)/
const CODES: Readonly<Record<string, string>> = {
  doorProblems: 'door',
  photoProblems: 'photo',
  voiceProblems: 'voice',
  sheetProblems: 'sheets',
  importProblems: 'register',
}

/** Sources are formatted: whatever begins at the left edge begins a declaration, and blocks end with a bracket there. */
function partsOf(text: string): Map<string, Part> {
  const parts = new Map<string, Part>()
  let [name, body] = ['', '']
  const close = () => {
    const code = body.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const operation = /= operation\(\s*(\w+)\.(\w+)/.exec(code)
    if (name)
      parts.set(name, {
        names: [
          ...new Set([...code.matchAll(/(?<![.\w'])([A-Za-z_]\w*(?:\.\w+)?)(?!\w*:)/g)].map((match) => match[1]!)),
        ],
        problems: [...code.matchAll(/\b(\w+)Problems\.(\w+)/g)].map((match) => `${codeOf(match[1]!)}.${match[2]}`),
        performs: [...code.matchAll(/\bperform\(\s*(\w+)/g)].map((match) => match[1]!),
        operation: operation ? `${operation[1]}.${operation[2]}` : undefined,
      })
  }
  for (const line of text.split('\n')) {
    const declared = DECLARED.exec(line)
    if (declared || /^(import|export [*{]|export type|type)\b/.test(line)) {
      close()
      ;[name, body] = [declared?.[1] ?? '', '']
    }
    body += `${line}\n`
  }
  close()
  return parts
}

const codeOf = (module: string) => CODES[`${module}Problems`] ?? module

function importsOf(file: string, text: string): Map<string, readonly [string, string]> {
  const found = new Map<string, readonly [string, string]>()
  for (const [, , names = '', whole, from = ''] of text.matchAll(
    /^(import|export) (?:\{([^}]*)\}|\* as (\w+)) from '([^']+)'/gm,
  )) {
    if (!/^(\.|#modules\/)/.test(from)) continue
    const at = from.startsWith('.') ? path.join(path.dirname(file), from) : from.replace('#modules', MODULES)
    if (whole) found.set(whole, [at, '*'])
    for (const one of names.split(',').filter((name) => !/^\s*type /.test(name))) {
      const [there, here] = one.trim().split(' as ')
      if (there) found.set(here ?? there, [at, there])
    }
  }
  return found
}

function readSheets(): Map<string, Sheet> {
  const files = readdirSync(MODULES, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(
    files
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|problem-codes\.ts$/.test(file))
      .map((file) => {
        const at = path.join(MODULES, file)
        const text = readFileSync(at, 'utf8')
        return [at, { parts: partsOf(text), imports: importsOf(at, text) }]
      }),
  )
}

/** By operation, sorted. Code that is only named counts as used, so a list may be longer than what ever happens. */
export function problemCodes(): Record<string, readonly string[]> {
  const sheets = readSheets()
  const reach = (file: string, name: string, seen: Set<string>, codes: Set<string>, performed = true): void => {
    const key = `${file} ${name}`
    if (seen.has(key)) return
    seen.add(key)
    const sheet = sheets.get(file)
    const part = sheet?.parts.get(name)
    const led = sheet?.imports.get(name)
    if (!part && led) {
      seen.delete(key)
      reach(led[0], led[1], seen, codes, performed)
      return
    }
    if (part?.operation && !performed) {
      seen.delete(key)
      return
    }
    for (const code of part?.problems ?? []) codes.add(code)
    for (const used of part?.names ?? []) {
      const [first = '', second] = used.split('.')
      const whole = sheet?.imports.get(first)
      if (whole?.[1] === '*' && second) reach(whole[0], second, seen, codes, false)
      else if (first !== name && (whole || sheet?.parts.has(first)))
        reach(file, first, seen, codes, part?.performs.includes(first) ?? false)
    }
  }
  const found: [string, readonly string[]][] = []
  for (const [file, { parts }] of sheets)
    for (const [name, { operation }] of parts) {
      if (!operation) continue
      const codes = new Set<string>()
      reach(file, name, new Set(), codes)
      found.push([operation, [...codes].sort()])
    }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The file that the server reads them from. */
export function problemCodesFile(): string {
  const rows = Object.entries(problemCodes()).map(
    ([name, codes]) => `  '${name}': [${codes.map((code) => `'${code}'`).join(', ')}],`,
  )
  return `// Generated by \`npm run docs\`: which problems of the modules each operation may answer with. Do not edit.\nexport const problemCodes: Readonly<Record<string, readonly string[]>> = {\n${rows.join('\n')}\n}\n`
}
