// The commands for those who work on Linli: test, check, bench.
import { delimiter, dirname, join } from 'node:path'
import { complain, runTool } from './hand-over.mjs'
import { buildPages } from './pages.mjs'
import { secondVersion, startSecondPostgres } from './second-postgres.mjs'

/** @typedef {{ root: string, node: string, args: string[] }} Given */
/** @typedef {{ name: string, run: () => Promise<number> }} Stage */

/**
 * On the second PostgreSQL: what SQL, rights in the database, locks, journal, migrations and backups do. Not again: what is
 * done in a browser or on the wire, pure properties, the demo year, files, documents, settings, and the embedded one itself.
 */
const NOT_TWICE = [
  ...['test/journeys/**', 'test/texts.test.ts', 'test/guard/wait.test.ts', 'test/guard/csrf.test.ts', 'test/watch/**'],
  ...['demo/load.test.ts', 'test/embedded.test.ts', 'test/keep-backups.test.ts', 'test/damaged-backup.test.ts'],
  ...['test/corpora.test.ts', 'test/fuzz.test.ts', 'test/guard/connections.test.ts', 'test/guard/providers.test.ts'],
  ...['test/callback/lanes.test.ts', 'test/client.test.ts', 'test/reference.test.ts', 'test/kill.test.ts'],
  ...['test/uploads.test.ts', 'test/headers.test.ts', 'test/house.test.ts', 'test/supply.test.ts', 'src/web/**'],
  ...['test/live.test.ts', 'test/start-up.test.ts', 'test/commands.test.ts', 'test/refused.test.ts'],
  ...['test/extras.test.ts', 'test/documents.test.ts', 'test/personal.test.ts'],
  ...['test/guard/limits.test.ts', 'test/guard/overload.test.ts'],
  ...['src/kernel/sheets/**', 'src/modules/register/classes/**', 'demo/city/**', 'test/hostile-sheets.test.ts'],
  ...['test/traced-lists.test.ts', 'test/insiders.test.ts', 'test/masks.test.ts'],
  ...['test/guard/large-files.test.ts', 'test/register/reading-memory.test.ts', 'test/formulas.test.ts'],
  ...[
    'test/keys/**',
    'test/tokens.test.ts',
    'test/access/tokens.test.ts',
    'test/sign-in.test.ts',
    'test/voices.test.ts',
  ],
  ...['test/exports.test.ts', 'test/reasons.test.ts', 'test/attacks.test.ts', 'test/first-administrator.test.ts'],
  ...['src/kernel/paper/**', 'src/**/*.property.test.ts', 'src/modules/place/code-sheet.test.ts', 'demo/year/**'],
  // The whole matrix of rights; what the database itself decides (pool, powers, differential) is tried on both.
  'test/access.test.ts',
]

/** The environment of tools: programs they start find our Node first. @param {string} node @param {NodeJS.ProcessEnv} [more] */
const environment = (node, more) => ({
  ...process.env,
  PATH: [dirname(node), process.env.PATH].join(delimiter),
  ...more,
})

/** @param {Given} given @param {string} script @param {string[]} args @param {NodeJS.ProcessEnv} [more] */
const tool = ({ root, node }, script, args, more) =>
  runTool(node, [join(root, 'node_modules', script), ...args], { cwd: root, env: environment(node, more) })

// Biome colours every letter by itself, also where nobody sees colours.
const PLAIN = process.stdout.isTTY ? [] : ['--colors=off']

/** @param {Given} given @returns {Stage[]} */
const checks = (given) => [
  { name: '类型 types', run: () => tool(given, 'typescript/bin/tsc', ['--noEmit', '-p', '.']) },
  { name: '格式与规则 format and rules', run: () => tool(given, '@biomejs/biome/bin/biome', ['ci', ...PLAIN]) },
]

/**
 * The suite on the embedded PostgreSQL, and again on another one if there is one: the one that TEST_DATABASE_URL names,
 * else Debian's.
 * @param {Given} given
 * @returns {Stage[]}
 */
function suites(given) {
  const vitest = (/** @type {string | undefined} */ url, /** @type {string[]} */ more = []) =>
    tool(given, 'vitest/vitest.mjs', ['run', ...more, ...given.args], { TEST_DATABASE_URL: url })
  const again = ['--passWithNoTests', ...NOT_TWICE.flatMap((pattern) => ['--exclude', pattern])]
  const first = { name: '测试 tests (embedded PostgreSQL)', run: () => vitest(undefined) }
  const named = process.env.TEST_DATABASE_URL
  if (named) return [first, { name: '再测 tests again (TEST_DATABASE_URL)', run: () => vitest(named, again) }]
  const version = secondVersion()
  if (!version) return [first]
  const run = async () => {
    const { url, stop } = await startSecondPostgres(version)
    return vitest(url, again).finally(stop)
  }
  return [first, { name: `再测 tests again (Debian's PostgreSQL ${version})`, run }]
}

/** Runs stages until one fails, and always says how each went. @param {Stage[]} stages @returns {Promise<number>} */
async function inOrder(stages) {
  let code = 0
  const said = []
  for (const { name, run } of stages) {
    if (code !== 0) {
      said.push(`– ${name}`)
      continue
    }
    console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}`)
    const since = performance.now()
    code = await run().catch((error) => {
      complain(error)
      return 1
    })
    said.push(`${code === 0 ? '✓' : '✗'} ${name} ${((performance.now() - since) / 1000).toFixed(1)} s`)
  }
  console.log(`\n${code === 0 ? '通过 passed' : '未通过 failed'}: ${said.join(' · ')}`)
  return code
}

/** @param {Given} given @returns {Stage} */
const pages = ({ root, node }) => ({ name: '页面 pages', run: () => buildPages(root, node).then(() => 0) })

/** @type {Record<string, ((given: Given) => Promise<number>) | undefined>} */
export const DEVELOP = {
  test: (given) => inOrder([pages(given), ...checks(given), ...suites(given)]),
  check: (given) => inOrder(checks(given)),
  bench: ({ root, node, args }) =>
    runTool(node, [join(root, 'bench/run.ts'), ...args], { cwd: root, env: environment(node) }),
}
