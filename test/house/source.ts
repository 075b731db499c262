// The files of the repository as the house rules see them: path, text, and the syntax tree of what is code.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync, Visitor } from 'vite'

export const ROOT = path.join(import.meta.dirname, '../..')

type Parsed = ReturnType<typeof parseSync>

export type Source = {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly text: string
  readonly parsed: Parsed | undefined
  /** Paths from the root for files of ours, package names as they are written. */
  readonly imports: readonly string[]
  /** Those of them that are still there when it runs: not types alone. */
  readonly loads: readonly string[]
}

export type Sample = readonly [path: string, text: string]

const ALIASES: Readonly<Record<string, string>> = {
  '#kernel/': 'src/kernel/',
  '#modules/': 'src/modules/',
  '#web/': 'src/web/',
  '#test/': 'test/',
  '#demo/': 'demo/',
}

function resolve(from: string, asked: string): string {
  if (asked.startsWith('.')) return path.posix.join(path.posix.dirname(from), asked)
  const alias = Object.keys(ALIASES).find((one) => asked.startsWith(one))
  return alias ? asked.replace(alias, ALIASES[alias]!) : asked
}

type Import = { readonly asked: string; readonly typesOnly: boolean }

function importsOf(parsed: Parsed): Import[] {
  const { staticImports, staticExports } = parsed.module
  const typesOnly = (entries: readonly { isType: boolean }[]) =>
    entries.length > 0 && entries.every((one) => one.isType)
  const found: Import[] = staticImports.map((one) => ({
    asked: one.moduleRequest.value,
    typesOnly: typesOnly(one.entries),
  }))
  for (const one of staticExports)
    for (const { moduleRequest } of one.entries.slice(0, 1))
      if (moduleRequest) found.push({ asked: moduleRequest.value, typesOnly: typesOnly(one.entries) })
  new Visitor({
    ImportExpression({ source }) {
      if (source.type === 'Literal') found.push({ asked: String(source.value), typesOnly: false })
    },
  }).visit(parsed.program)
  return found
}

export function sourceOf([file, text]: Sample): Source {
  const parsed = /\.(ts|tsx|js|mjs)$/.test(file) ? parseSync(file, text) : undefined
  if (parsed?.errors[0]) throw new Error(`${file}: ${parsed.errors[0].message}`)
  const found = parsed ? importsOf(parsed) : []
  const named = (list: readonly Import[]) => [...new Set(list.map((one) => resolve(file, one.asked)))]
  return { path: file, text, parsed, imports: named(found), loads: named(found.filter((one) => !one.typesOnly)) }
}

/** What is made, downloaded or kept beside the sources. */
const NOT_OURS = new Set(['node_modules', '.git', 'dist', '.linli', 'out', 'results'])
const READABLE = /(\.(ts|tsx|js|mjs|css|sql|typ|html|svg|md|json|jsonl|yml|geojson)|^[^.]+|^\.[a-z]+)$/

function pathsUnder(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const inside = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) return pathsUnder(inside)
      return entry.isFile() && READABLE.test(entry.name) ? [inside] : []
    })
    .sort()
}

/** Every file that a person may read here, generated ones included. */
export const readTree = (): Source[] =>
  pathsUnder('').map((file) => sourceOf([file, readFileSync(path.join(ROOT, file), 'utf8')]))

/** Code and text written by hand; what is generated answers to its generator. */
export const GENERATED =
  /^(docs\/reference\/|db\/schema\.sql$|src\/kernel\/schema\/tables\.ts$|src\/modules\/problem-codes\.ts$|client\/linli\.ts$|package-lock\.json$)/

export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
