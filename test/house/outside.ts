// One file for each outside thing: the web framework, the environment, the clock, chance.
import { each, isCode, isProduct, type Rule, walk } from './rule.ts'
import type { Source } from './source.ts'

/** Product and demo run in the same process and by the same clock. */
const runs = (path: string) =>
  isCode(path) && (isProduct(path) || path.startsWith('demo/')) && !path.endsWith('.test.ts')
const inTheBrowser = (path: string) => /^src\/web\/(?!resident\/.*\.ts$)/.test(path)

const imported = (file: Source, wanted: RegExp) =>
  file.imports.filter((name) => wanted.test(name)).map((name) => `${file.path} imports ${name}`)

const dotted = (node: unknown): string => {
  const { type, name, object, property } = node as {
    type: string
    name?: string
    object?: unknown
    property?: { name?: string }
  }
  if (type === 'Identifier') return name ?? ''
  return type === 'MemberExpression' ? `${dotted(object)}.${property?.name ?? ''}` : ''
}

/** Uses of a dotted name such as `process.env`. */
const uses = (file: Source, wanted: RegExp) =>
  walk(file, (note) => ({
    MemberExpression(node) {
      if (wanted.test(dotted(node))) note(node, dotted(node))
    },
  }))

const CHANCE = /(^|\.)(random|randomBytes|randomUUID|randomInt|randomFillSync|getRandomValues)$/

export const outside: readonly Rule[] = [
  {
    name: 'only http.ts knows Hono',
    why: 'another framework, or none, is then one file away; the bare route of bench/ is what it is measured against',
    faults: each(
      (path) => isCode(path) && !path.startsWith('bench/') && path !== 'src/kernel/http/http.ts',
      (file) => imported(file, /^@?hono(\/|$)/),
    ),
    good: [['src/kernel/http/http.ts', `import { Hono } from 'hono'`]],
    bad: [
      ['src/kernel/http/api.ts', `import type { Context } from 'hono'`],
      ['src/commands/serve.ts', `import { serve } from '@hono/node-server'`],
    ],
  },
  {
    name: 'only config.ts reads the environment',
    why: 'every setting is then in one list, read once and checked',
    faults: each(
      (path) => runs(path) && path !== 'src/kernel/config.ts',
      (file) => [...uses(file, /^process\.env$/), ...imported(file, /^(node:)?process$/)],
    ),
    good: [
      ['src/kernel/config.ts', 'const port = process.env.PORT'],
      ['src/a.ts', 'process.exitCode = 1'],
    ],
    bad: [
      ['src/b.ts', 'const { PORT } = process.env'],
      ['src/c.ts', `import { env } from 'node:process'`],
    ],
  },
  {
    name: 'only clock.ts asks what time it is',
    why: 'a test can then tell the story of two days in a second',
    faults: each(
      (path) => runs(path) && path !== 'src/kernel/clock.ts',
      (file) => [
        ...uses(file, /^(Date|performance)\.now$|^Temporal\.Now$/),
        ...walk(file, (note) => ({
          NewExpression(node) {
            if (dotted(node.callee) === 'Date' && node.arguments.length === 0) note(node, 'new Date()')
          },
          CallExpression(node) {
            if (dotted(node.callee) === 'Date') note(node, 'Date()')
          },
        })),
      ],
    ),
    good: [
      ['src/kernel/clock.ts', 'const now = Date.now()'],
      ['src/a.ts', 'const at = new Date(row.at)'],
    ],
    bad: [
      ['src/b.ts', 'const at = new Date()'],
      ['demo/c.ts', 'const at = Date.now()'],
      ['src/web/d.ts', 'const began = performance.now()'],
      ['src/e.ts', 'const at = new Date'],
    ],
  },
  {
    name: 'only ids.ts draws by chance; in the browser, new-key.ts',
    why: 'ids, codes and secrets are then made in one way that somebody has checked',
    faults: each(
      (path) => runs(path) && !/^src\/(kernel\/ids|web\/new-key)\.ts$/.test(path),
      (file) => [
        ...uses(file, CHANCE),
        ...walk(file, (note) => ({
          ImportSpecifier(node) {
            const name = 'name' in node.imported ? node.imported.name : ''
            if (CHANCE.test(name) && !inTheBrowser(file.path)) note(node, `imports ${name}`)
          },
        })),
      ],
    ),
    good: [
      ['src/kernel/ids.ts', `import { randomBytes } from 'node:crypto'`],
      ['src/a.ts', `import { newId } from '#kernel/ids.ts'`],
    ],
    bad: [
      ['src/b.ts', `import { randomUUID } from 'node:crypto'`],
      ['src/c.ts', 'const one = Math.random()'],
      ['src/web/d.tsx', 'const key = crypto.randomUUID()'],
    ],
  },
]
