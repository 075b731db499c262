// Who writes which table: its owner alone. Others change its rows by performing the owner's operation.
import { modules } from '#modules/index.ts'
import { each, isCode, isProduct, isTest, type Rule, walk } from './rule.ts'
import type { Source } from './source.ts'

/** What the door itself keeps. Sessions are the account module's; find_session and touch_session are functions of the database. */
export const KERNEL_TABLES: readonly string[] = [
  'command',
  'journal',
  'seal',
  'file',
  'directory',
  'number_block',
  'clock_shift',
  'era',
  'key_check',
  'key_version',
  'assignment',
  'barred',
  'barred_attempt',
  'migration',
  'backup_run',
  'restored',
  'rate_limit',
  'ended_head',
]
const OWNER = new Map<string, string>([
  ...modules.flatMap((module) => module.tables.map((table) => [table, `src/modules/${module.name}/`] as const)),
  ...KERNEL_TABLES.map((table) => [table, 'src/kernel/'] as const),
])

const BUILDERS = /^(insertInto|updateTable|deleteFrom|mergeInto|replaceInto)$/
/** SQL as text. `update the area` in a sentence is not followed by `set`. */
const WRITES =
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy|update(?=\s+\S+\s+(?:(?:as\s+)?\w+\s+)?set\s))\s+(?:only\s+)?(?:public\.)?"?([a-z_]+)"?/gi

type Text = { readonly start: number; readonly value: unknown }

function written(file: Source): string[] {
  return walk(file, (note) => {
    const at = (node: { start: number }, table: string) => {
      const owner = OWNER.get(table)
      if (owner && !file.path.startsWith(owner)) note(node, `writes ${table}, which is ${owner}’s`)
    }
    const inText = (node: Text) => {
      if (typeof node.value === 'string')
        for (const [, table] of node.value.matchAll(WRITES)) at(node, table!.toLowerCase())
    }
    return {
      CallExpression(node) {
        const [table] = node.arguments
        const called = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee
        if (!('name' in called) || typeof called.name !== 'string' || !table) return
        if (BUILDERS.test(called.name)) {
          if (table.type === 'Literal') at(table, String(table.value))
          else if (file.path !== 'src/kernel/branch.ts') note(node, 'writes a table that is not named')
        }
        // branch.ts shifts positions for the module that names its own tables.
        if (called.name === 'branchShift' && node.arguments[1]?.type === 'ArrayExpression')
          for (const one of node.arguments[1].elements)
            if (one?.type === 'Literal' && one.value !== 'file') at(one, String(one.value))
      },
      Literal(node) {
        inText(node)
      },
      TemplateElement(node) {
        inText({ start: node.start, value: node.value.cooked })
      },
    }
  })
}

/** Makes a database for the tests of all, so it is outside the door by nature. */
const loads = (path: string) => isCode(path) && (isProduct(path) || (path.startsWith('demo/') && !isTest(path)))

export const tables: readonly Rule[] = [
  {
    name: 'a table is written only by its owner',
    why: 'whoever wants to know what can happen to a row reads one folder',
    faults: each(loads, written),
    good: [
      ['src/modules/matter/store.ts', `k.insertInto('matter').values(row)`],
      ['src/kernel/journal/journal.ts', 'const text = `insert into journal (id) values ($1)`'],
      ['src/modules/account/index.ts', `branchShift('account', ['account'])`],
      ['src/modules/duty/a.ts', `k.selectFrom('area').selectAll()`],
      ['src/modules/duty/b.ts', `const en = 'Update area names at the desk'.toUpperCase()\nmap.update('area')`],
    ],
    bad: [
      ['src/modules/duty/store.ts', `k.updateTable('area').set({ name })`],
      ['src/commands/work.ts', 'tx.text(`delete from session where tenant_id = $1`)'],
      ['demo/load.ts', `k.insertInto('matter').values(row)`],
      ['src/modules/place/store.ts', `k.deleteFrom('directory').where('kind', '=', 'code')`],
      ['src/modules/place/index.ts', `branchShift('place', ['place', 'matter'])`],
    ],
  },
]
