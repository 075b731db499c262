// How long a file, a function and a folder may be (decided 36; measured in the code that reads best).
import { each, isCode, isTest, type Rule, walk } from './rule.ts'
import { GENERATED, lineAt, type Source } from './source.ts'

export const MOST_LINES = 400
const MOST_OF_A_FUNCTION = 60
export const FOLDER_ENTRIES = 20

const written = (path: string) => /\.(ts|tsx|js|mjs|css|sql|typ)$/.test(path) && !GENERATED.test(path)

export const linesOf = (file: Source): number => file.text.split('\n').length - 1

/** Line counts of what was written by hand, shortest first. */
export const lengths = (tree: readonly Source[]): number[] =>
  tree
    .filter((file) => written(file.path))
    .map(linesOf)
    .sort((a, b) => a - b)

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

type Node = { readonly start: number; readonly end: number; readonly body?: unknown; readonly type: string }

/**
 * Lines of each function without the functions of several lines inside it: one that opens something and hands out a few
 * functions is as long as what it does itself.
 */
export function functionLines(file: Source): { line: number; lines: number }[] {
  const open: { node: Node; inner: number }[] = []
  const done: { line: number; lines: number }[] = []
  const enter = (node: Node) => void open.push({ node, inner: 0 })
  const leave = (node: Node) => {
    const { inner } = open.pop()!
    const from = lineAt(file.text, node.start)
    const whole = lineAt(file.text, node.end) - from + 1
    done.push({ line: from, lines: whole - inner })
    const around = open.at(-1)
    if (around) around.inner += Math.max(0, whole - 1)
  }
  walk(file, () => ({
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    'FunctionDeclaration:exit': leave,
    'FunctionExpression:exit': leave,
    'ArrowFunctionExpression:exit': leave,
  }))
  return done
}

/** How many files and folders each folder holds. */
export function folders(tree: readonly Source[]): Map<string, number> {
  const inside = new Map<string, Set<string>>()
  for (const { path } of tree) {
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/')
      inside.set(folder, (inside.get(folder) ?? new Set()).add(parts[depth]!))
    }
  }
  return new Map([...inside].map(([folder, entries]) => [folder, entries.size]))
}

const long = (lines: number) => 'const a = 1\n'.repeat(lines)

export const sizes: readonly Rule[] = [
  {
    name: `no file is longer than ${MOST_LINES} lines`,
    why: 'the longest file of the code that reads best has 442, its median 57',
    faults: each(written, (file) => (linesOf(file) > MOST_LINES ? [`${file.path} has ${linesOf(file)} lines`] : [])),
    good: [
      ['src/a.ts', long(400)],
      ['docs/b.md', long(900)],
    ],
    bad: [['src/c.css', long(401)]],
  },
  {
    name: `no function is longer than ${MOST_OF_A_FUNCTION} lines`,
    why: 'a function that does not fit on a screen does more than its name says; a test may tell its story to the end',
    faults: each(
      (path) => isCode(path) && !isTest(path) && !GENERATED.test(path),
      (file) =>
        functionLines(file)
          .filter(({ lines }) => lines > MOST_OF_A_FUNCTION)
          .map(({ line, lines }) => `${file.path}:${line} a function of ${lines} lines`),
    ),
    good: [
      ['src/a.ts', `function a() {\n${long(58)}}`],
      ['src/b.ts', `const b = () => {\n${long(30)}const c = () => {\n${long(40)}}\nreturn c\n}`],
    ],
    bad: [
      ['src/c.ts', `function a() {\n${long(59)}}`],
      ['src/d.ts', `const b = () => {\nconst c = () => {\n${long(60)}}\nreturn c\n}`],
    ],
  },
]
