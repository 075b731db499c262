// A house rule: what it asks, why, and how a fault is found; with samples that prove that it finds one and only that.
import type { Visitor } from 'vite'
import { Visitor as Walk } from 'vite'
import { lineAt, type Sample, type Source } from './source.ts'

export type Rule = {
  readonly name: string
  readonly why: string
  /** Each fault as `path[:line] what`. */
  readonly faults: (tree: readonly Source[]) => readonly string[]
  /** Files that keep the rule, together. */
  readonly good: readonly Sample[]
  /** Files each of which breaks it, together with `good`. */
  readonly bad: readonly Sample[]
}

/** A rule that looks at one file at a time. */
export const each =
  (applies: (path: string) => boolean, check: (file: Source) => readonly string[]): Rule['faults'] =>
  (tree) =>
    tree.filter((file) => applies(file.path)).flatMap(check)

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
/** What runs in a server or a browser. */
export const isProduct = (path: string): boolean => path.startsWith('src/') && !isTest(path)
export const isCode = (path: string): boolean => /\.(ts|tsx|js|mjs)$/.test(path)

type Listeners = ConstructorParameters<typeof Visitor>[0]

/** Walks the syntax tree; a listener names its fault by `note(node, what)`. */
export function walk(
  file: Source,
  listen: (note: (node: { start: number }, what: string) => void) => Listeners,
): string[] {
  const faults: string[] = []
  if (!file.parsed) return faults
  const note = (node: { start: number }, what: string) => {
    faults.push(`${file.path}:${lineAt(file.text, node.start)} ${what}`)
  }
  new Walk(listen(note)).visit(file.parsed.program)
  return faults
}
