// What the page on promises shows: the register, with the figures that the last long runs left behind. Generated with the docs.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Text } from '#kernel/words.ts'
import { GOALS, type LongRun, OPEN } from '#web/resident/promises/register.ts'

const ROOT = path.join(import.meta.dirname, '../..')

type Last = { readonly figure: Text; readonly date: string | null; readonly met: boolean }
type Figures = Readonly<Record<string, unknown>>

const n = (value: unknown): number => (typeof value === 'number' ? value : 0)
const sizeOf = (value: unknown): number => (value && typeof value === 'object' ? Object.keys(value).length : 0)

/** What of a result file is said, in words; a file without a reader is a fault. */
const READERS: Readonly<Record<string, (of: Figures) => Text>> = {
  'kill.json': (of) => {
    const counts = [of.acknowledged, of.databaseKills, of.serverKills, of.lost, of.doubled, sizeOf(of.halfWritten)].map(
      n,
    )
    const [answered, database, server, lost, doubled, half] = counts
    return {
      zh: `答应 ${answered} 件，杀数据库 ${database} 次、服务 ${server} 次：丢 ${lost}，重复 ${doubled}，半截 ${half}`,
      en: `${answered} acknowledged, database killed ${database} times, server ${server}: ${lost} lost, ${doubled} doubled, ${half} half written`,
    }
  },
  'races.json': (of) => ({
    zh: `${n(of.run)} 轮，每轮 ${n(of.clients)} 人同时：${n(of.roundsAsTheyShould)} 轮恰好一个（要求 ${n(of.asked)} 轮，时间到了没有跑完）`,
    en: `${n(of.run)} rounds of ${n(of.clients)}: ${n(of.roundsAsTheyShould)} with exactly one (${n(of.asked)} were asked; time ran out)`,
  }),
  'clock.json': (of) => {
    const steps = Object.values((of.steps ?? {}) as Record<string, Figures>)
    const moved = steps.reduce((sum, step) => sum + n(step.deadlinesMoved), 0)
    return {
      zh: `拨了 ${steps.length} 次，最远 400 天：${moved} 个时限被动`,
      en: `${steps.length} steps, up to 400 days: ${moved} deadlines moved`,
    }
  },
  'texts.json': (of) => ({
    zh: `${n(of.payloads)} 种写法，打开 ${n(of.pagesOpened)} 页：${sizeOf(of.faults)} 次（要求 ${n(of.asked)} 轮，做了 ${n(of.batches)} 轮）`,
    en: `${n(of.payloads)} ways, ${n(of.pagesOpened)} pages opened: ${sizeOf(of.faults)} (${n(of.batches)} of ${n(of.asked)} batches were run)`,
  }),
}

function lastOf({ file, part, date }: LongRun): Last {
  const whole = JSON.parse(readFileSync(path.join(ROOT, 'test/long/results', file), 'utf8')) as Figures
  const of = (part ? whole[part] : whole) as Figures
  const read = READERS[file]
  if (!read) throw new Error(`promises: nobody reads ${file}`)
  return { figure: read(of), date: typeof of.date === 'string' ? of.date : (date ?? null), met: of.asExpected === true }
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
  readonly goals: readonly ((typeof GOALS)[number] & { readonly last: Last | null })[]
  readonly open: typeof OPEN
  readonly measures: readonly Measure[]
}

export const promises = (): Promises => ({
  goals: GOALS.map((goal) => ({ ...goal, last: goal.long ? lastOf(goal.long) : null })),
  open: OPEN,
  measures: measures(),
})
