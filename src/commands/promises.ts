// What the page on promises shows: the register, with the figures that the last long runs left behind. Generated with the docs.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Text } from '#kernel/words.ts'
import type { LongRun } from '#web/resident/promises/goal.ts'
import { GOALS, OPEN } from '#web/resident/promises/register.ts'
import { READERS } from './promise-figures.ts'

const ROOT = path.join(import.meta.dirname, '../..')

type Last = { readonly figure: Text; readonly date: string; readonly met: boolean }
/** Of the whole suite, run once and kept (test/long/suite.ts). */
type Run = { readonly date: string; readonly passed: number; readonly met: boolean }
type Figures = Readonly<Record<string, unknown>>

/** Nothing of a long form that was never run to its end. */
function trialOf(file: string): Figures {
  const at = path.join(ROOT, 'test/long/results', `${file}.json`)
  if (!existsSync(at)) return {}
  return (JSON.parse(readFileSync(at, 'utf8')) as { trial?: Figures }).trial ?? {}
}

function lastOf(file: LongRun): Last | null {
  const of = trialOf(file)
  if (!of.date) return null
  const read = READERS[file]
  if (!read) throw new Error(`promises: nobody reads ${file}`)
  return { figure: read(of), date: String(of.date), met: of.asExpected === true }
}

function runOf(id: string): Run | null {
  const of = trialOf('suite')
  const kept = (of.promises ?? {}) as Record<string, { passed: number; of: number; itself: string }>
  const found = kept[id]
  if (!found) return null
  return { date: String(of.date), passed: found.passed, met: found.itself === 'passed' && found.passed === found.of }
}

type Measure = { readonly name: string; readonly ratio: number; readonly limit: number | null; readonly pass: boolean }

/** Measures with a limit, as `npm run bench` left them. */
function measures(): Measure[] {
  const rows = JSON.parse(readFileSync(path.join(ROOT, 'bench/results.json'), 'utf8')) as Measure[]
  return rows
    .filter(({ limit }) => limit !== null)
    .map(({ name, ratio, limit, pass }) => ({ name, ratio, limit, pass }))
}

export type Promises = {
  readonly goals: readonly ((typeof GOALS)[number] & { readonly last: Last | null; readonly run: Run | null })[]
  readonly open: typeof OPEN
  readonly measures: readonly Measure[]
}

export const promises = (): Promises => ({
  goals: GOALS.map((goal) => ({ ...goal, last: goal.long ? lastOf(goal.long) : null, run: runOf(goal.id) })),
  open: OPEN,
  measures: measures(),
})
