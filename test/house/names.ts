// Names of files and folders: what a thing is, never that it is of use.
import type { Rule } from './rule.ts'

const SAYS_NOTHING = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'managers',
  'base',
  'new',
  'old',
  'v2',
  'stuff',
  'shared',
  'interfaces',
])

/** `MatterPage.tsx` is matter and page; `new-key.ts` names what it makes, so the word alone is meant. */
const parts = (segment: string) => {
  const bare = segment.replace(/\.[a-z.]+$/, '')
  const words = bare
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_.]/)
  return bare.toLowerCase().startsWith('new-') ? [bare] : words
}

export const names: readonly Rule[] = [
  {
    name: 'no file or folder is called util, helper, common, misc, manager, base, new, old or v2',
    why: 'such a file has room for everything and so collects it',
    faults: (tree) =>
      tree.flatMap(({ path }) => {
        const word = path
          .split('/')
          .flatMap(parts)
          .find((one) => SAYS_NOTHING.has(one))
        return word ? [`${path} is called ${word}`] : []
      }),
    good: [
      ['src/kernel/database.ts', ''],
      ['src/web/new-key.ts', ''],
      ['src/kernel/commands.ts', ''],
    ],
    bad: [
      ['src/kernel/utils.ts', ''],
      ['src/web/parts/FormHelpers.tsx', ''],
      ['src/common/words.ts', ''],
      ['src/modules/matter/store-old.ts', ''],
      ['src/kernel/api.v2.ts', ''],
    ],
  },
  {
    name: 'files are named in small letters with hyphens; a page part after itself',
    why: 'a name is found without guessing',
    faults: (tree) =>
      tree.flatMap(({ path }) => {
        const name = path.split('/').at(-1)!
        if (!/^(src|test|demo|bench|launch)\//.test(path)) return []
        const fits =
          /(^|\/)README(\.[a-zA-Z-]+)?\.md$/.test(path) ||
          /^([a-z0-9]+(-[a-z0-9]+)*)(\.[a-z]+)+$/.test(name) ||
          /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/.test(name)
        return fits ? [] : [`${path} is written otherwise`]
      }),
    good: [
      ['src/web/desk/MatterPage.tsx', ''],
      ['src/kernel/http/live-stream.ts', ''],
      ['README.zh-CN.md', ''],
    ],
    bad: [
      ['src/kernel/liveStream.ts', ''],
      ['src/kernel/Live.ts', ''],
      ['test/Live_stream.test.ts', ''],
    ],
  },
]
