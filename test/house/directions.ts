// Who may import whom: web → promises of modules → kernel, and never back; a module only those before it.
import { modules } from '#modules/index.ts'
import { isProduct, type Rule } from './rule.ts'
import type { Source } from './source.ts'

const ORDER = modules.map((module) => module.name)
const ours = (path: string) => /^(src|demo|test|bench)\//.test(path)

/** Contracts, lives and words, and the clock that tells a page what time the server has. */
const FOR_EVERY_PAGE = /^src\/kernel\/(contract|lifecycle|words|clock)\.ts$/
/** Resident pages are made by the server: they also know a page's request, failures, printed codes and staged photos. */
const FOR_MADE_PAGES = /^src\/kernel\/(http\/page|problem|ids|files\/files)\.ts$/
/** Pages that explain every operation: what describes one, and the roles that rules name. */
const FOR_THE_REFERENCE = /^src\/kernel\/(http\/(page|describe)|problem|access)\.ts$/
const PROMISES = /^src\/modules\/[a-z0-9]+\/(contract|lifecycle|words)\.ts$/

function webMay(from: string, to: string): boolean {
  if (!ours(to) || to.startsWith('src/web/') || PROMISES.test(to) || FOR_EVERY_PAGE.test(to)) return true
  if (from.startsWith('src/web/reference/') && FOR_THE_REFERENCE.test(to)) return true
  return from.startsWith('src/web/resident/') && FOR_MADE_PAGES.test(to)
}

function moduleMay(from: string, to: string): boolean {
  if (!ours(to) || to.startsWith('src/kernel/')) return true
  const [, me] = /^src\/modules\/([a-z0-9]+)\//.exec(from) ?? []
  const [, other, file] = /^src\/modules\/([a-z0-9]+)\/(.+)$/.exec(to) ?? []
  if (me === undefined) return file === 'index.ts'
  if (me === other) return true
  return (
    other !== undefined && file === 'index.ts' && ORDER.indexOf(other) >= 0 && ORDER.indexOf(other) < ORDER.indexOf(me)
  )
}

const kernelMay = (_: string, to: string) => !ours(to) || to.startsWith('src/kernel/')

const direction =
  (folder: string, may: (from: string, to: string) => boolean): Rule['faults'] =>
  (tree) =>
    tree
      .filter((file) => isProduct(file.path) && file.path.startsWith(folder))
      .flatMap((file) => file.imports.filter((to) => !may(file.path, to)).map((to) => `${file.path} imports ${to}`))

/** Knots of files that reach each other by `by`: all imports, or those that are still there when it runs. */
export function knots(tree: readonly Source[], by: 'imports' | 'loads'): string[][] {
  const byPath = new Map(tree.map((file) => [file.path, file]))
  const seen = new Map<string, { index: number; low: number; open: boolean }>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (path: string) => {
    const mark = { index: seen.size, low: seen.size, open: true }
    seen.set(path, mark)
    stack.push(path)
    for (const to of byPath.get(path)![by]) {
      if (!byPath.has(to)) continue
      if (!seen.has(to)) visit(to)
      const other = seen.get(to)!
      if (other.open) mark.low = Math.min(mark.low, other.low)
    }
    if (mark.low !== mark.index) return
    const knot = stack.splice(stack.indexOf(path))
    for (const member of knot) seen.get(member)!.open = false
    if (knot.length > 1 || byPath.get(path)![by].includes(path)) found.push(knot.sort())
  }
  for (const path of byPath.keys()) if (!seen.has(path)) visit(path)
  return found
}

export const directions: readonly Rule[] = [
  {
    name: 'pages import only contracts, lives and words of modules',
    why: 'a page that reaches further drags the server into the browser and repeats its rules',
    faults: direction('src/web/', webMay),
    good: [
      [
        'src/web/desk/a.ts',
        `import { matter } from '#modules/matter/contract.ts'\nimport { clock } from '#kernel/clock.ts'`,
      ],
      ['src/web/resident/b.ts', `import { readCode } from '#kernel/ids.ts'\nimport { clsx } from 'clsx'`],
    ],
    bad: [
      ['src/web/desk/c.ts', `import { matterById } from '#modules/matter/store.ts'`],
      ['src/web/field/d.ts', `import { newId } from '#kernel/ids.ts'`],
      ['src/web/resident/e.ts', `export { perform } from '#kernel/door.ts'`],
      ['src/web/desk/f.ts', `const demo = () => import('#demo/load.ts')`],
    ],
  },
  {
    name: 'the kernel imports nothing of modules, pages, commands or demo',
    why: 'it knows nothing of the field, so that a new module never changes it',
    faults: direction('src/kernel/', kernelMay),
    good: [['src/kernel/a.ts', `import { z } from 'zod'\nimport { k } from './database.ts'`]],
    bad: [
      ['src/kernel/b.ts', `import { matter } from '#modules/matter/contract.ts'`],
      ['src/kernel/c.ts', `import type { Opened } from '../commands/open-house.ts'`],
    ],
  },
  {
    name: 'a module imports another only through its index, and only one that stands before it',
    why: 'boundaries are held here, not by package files',
    faults: direction('src/modules/', moduleMay),
    good: [
      [
        'src/modules/matter/a.ts',
        `import { areaById } from '#modules/area/index.ts'\nimport { x } from './contract.ts'`,
      ],
      ['src/modules/index.ts', `import { areaModule } from './area/index.ts'`],
    ],
    bad: [
      ['src/modules/matter/b.ts', `import { areaById } from '#modules/area/store.ts'`],
      ['src/modules/area/c.ts', `import { matterLife } from '#modules/matter/index.ts'`],
      ['src/modules/area/d.ts', `import { words } from '#web/desk/words.ts'`],
    ],
  },
  {
    name: 'no files import each other in a circle; in the server not even for types',
    why: 'of a knot no file can be read, tested or moved alone',
    faults: (tree) => {
      const product = tree.filter((file) => isProduct(file.path))
      const server = product.filter((file) => !file.path.startsWith('src/web/'))
      const found = [...knots(product, 'loads'), ...knots(server, 'imports')]
      return [...new Set(found.map((knot) => `circle: ${knot.join(' → ')}`))]
    },
    good: [
      ['src/a.ts', `import './b.ts'`],
      ['src/b.ts', `import 'zod'`],
      ['src/web/desk/C.tsx', `import { D } from './D.tsx'\nexport type Shown = { d: D }`],
      ['src/web/desk/D.tsx', `import type { Shown } from './C.tsx'`],
    ],
    bad: [
      ['src/c.ts', `import { d } from './d.ts'\nimport './c.ts'`],
      ['src/b.ts', `import type { A } from './a.ts'`],
      ['src/web/desk/D.tsx', `import { C } from './C.tsx'`],
    ],
  },
]
