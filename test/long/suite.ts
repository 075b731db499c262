// The whole suite once, as `npm test` runs it on the embedded database; what became of each promise is kept for the page /promises.
// node test/long/suite.ts   about a quarter of an hour on two cores; the last figures stand in results/suite.json
// node test/long/suite.ts --crypto=sm   on a street begun with SM4 and SM3: the parts that seal, hash, open, back up and rotate
// node test/long/suite.ts --crypto=sm --whole   all of it
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { GOALS } from '#web/resident/promises/register.ts'
import { keep } from './results.ts'

type Told = {
  readonly success: boolean
  readonly numTotalTests: number
  readonly numPassedTests: number
  readonly startTime: number
  readonly testResults: readonly {
    readonly name: string
    readonly startTime: number
    readonly endTime: number
    readonly assertionResults: readonly {
      readonly title: string
      readonly status: string
      readonly duration?: number
    }[]
  }[]
}

const ROOT = path.join(import.meta.dirname, '../..')
const { values: given } = parseArgs({
  options: { crypto: { type: 'string', default: 'aes' }, whole: { type: 'boolean', default: false } },
})
/** What has to do with keys; the rest of the suite never asks which profile a street was begun with. */
const SEALING = [
  ...['test/keys', 'test/backup.test.ts', 'test/damaged-backup.test.ts', 'test/keep-backups.test.ts'],
  ...['test/retention.test.ts', 'test/who-looked.test.ts', 'test/reasons.test.ts', 'test/planted.test.ts'],
  ...['test/exports.test.ts', 'test/traced-lists.test.ts', 'test/oracle.test.ts', 'test/insiders.test.ts'],
  ...['test/journal.test.ts', 'test/commands.test.ts', 'test/upgrade.test.ts', 'test/uploads.test.ts'],
  ...['src/modules/register', 'src/modules/retention', 'src/modules/finding', 'src/kernel'],
]
const parts = given.crypto === 'aes' || given.whole ? [] : SEALING
const room = mkdtempSync(path.join(tmpdir(), 'linli-suite-'))
const since = performance.now()
try {
  const file = path.join(room, 'told.json')
  const suite = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...parts,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, LINLI_CRYPTO: given.crypto } },
  )
  await once(suite, 'close')
  const told = JSON.parse(readFileSync(file, 'utf8')) as Told
  const byFile = new Map(told.testResults.map((one) => [path.relative(ROOT, one.name), one]))
  const promises = Object.fromEntries(
    GOALS.map(({ id, shown }) => {
      const found = byFile.get(shown.file)
      const itself = found?.assertionResults.find(({ title }) => title === shown.test)
      const passed = found?.assertionResults.filter(({ status }) => status === 'passed').length ?? 0
      return [
        id,
        {
          passed,
          of: found?.assertionResults.length ?? 0,
          itself: itself?.status ?? 'missing',
          seconds: found ? Math.round((found.endTime - found.startTime) / 100) / 10 : 0,
        },
      ]
    }),
  )
  keep('suite', given.crypto === 'aes' ? 'trial' : given.crypto, told.success, {
    tests: told.numTotalTests,
    passed: told.numPassedTests,
    seconds: Math.round((performance.now() - since) / 1_000),
    slowest: [...byFile]
      .map(([name, one]) => ({ name, seconds: Math.round((one.endTime - one.startTime) / 1_000) }))
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, 20),
    ...(parts.length ? { parts } : { promises }),
  })
} finally {
  rmSync(room, { recursive: true, force: true })
}
