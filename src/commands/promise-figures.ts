// What the figures of a long run say in a sentence: one reader for each file of test/long/results that a promise names.
import type { Text } from '#kernel/words.ts'

type Figures = Readonly<Record<string, unknown>>

const n = (value: unknown): number => (typeof value === 'number' ? value : 0)
const sizeOf = (value: unknown): number => (value && typeof value === 'object' ? Object.keys(value).length : 0)
const thousands = (value: unknown): string => n(value).toLocaleString('en-US')

export const READERS: Readonly<Record<string, (of: Figures) => Text>> = {
  kill: (of) => {
    const [database, server] = [n(of.databaseKills), n(of.serverKills)]
    const [lost, doubled, half] = [n(of.lost), n(of.doubled), sizeOf(of.halfWritten)]
    return {
      zh: `答应 ${thousands(of.acknowledged)} 件，杀数据库 ${database} 次、服务 ${server} 次：丢 ${lost}，重复 ${doubled}，半截 ${half}`,
      en: `${thousands(of.acknowledged)} acknowledged, database killed ${database} times, server ${server}: ${lost} lost, ${doubled} doubled, ${half} half written`,
    }
  },
  races: (of) => ({
    zh: `${n(of.run)} 轮，每轮 ${n(of.clients)} 人同时：${n(of.roundsAsTheyShould)} 轮恰好一个（要求 ${n(of.asked)} 轮）`,
    en: `${n(of.run)} rounds of ${n(of.clients)}: ${n(of.roundsAsTheyShould)} with exactly one (${n(of.asked)} were asked)`,
  }),
  clock: (of) => {
    const steps = Object.values((of.steps ?? {}) as Record<string, Figures>)
    const moved = steps.reduce((sum, step) => sum + n(step.deadlinesMoved), 0)
    return {
      zh: `拨了 ${steps.length} 次，最远 400 天：${moved} 个时限被动`,
      en: `${steps.length} steps, up to 400 days: ${moved} deadlines moved`,
    }
  },
  texts: (of) => ({
    zh: `${n(of.payloads)} 种写法，打开 ${n(of.pagesOpened)} 页：${sizeOf(of.faults)} 次`,
    en: `${n(of.payloads)} ways, ${n(of.pagesOpened)} pages opened: ${sizeOf(of.faults)}`,
  }),
  upgrade: (of) => ({
    zh: `升级 ${n(of.migrations)} 步，断开 ${n(of.kills)} 次：停在半路 ${sizeOf(of.torn)} 次，没接着做完 ${sizeOf(of.unfinished)} 次`,
    en: `${n(of.migrations)} steps cut off ${n(of.kills)} times: ${sizeOf(of.torn)} left between, ${sizeOf(of.unfinished)} not finished after`,
  }),
  chain: (of) => ({
    zh: `${thousands(of.rows)} 行，改了 ${thousands(of.changed)} 处：发现 ${thousands(of.named)} 处；核对一遍 ${n(of.verifySeconds)} 秒`,
    en: `${thousands(of.rows)} rows, ${thousands(of.changed)} changed: ${thousands(of.named)} named; one check takes ${n(of.verifySeconds)} s`,
  }),
  database: (of) => ({
    zh: `断开 220 次，停住 50 秒：答应的丢 ${n(of.lost)} 件，最慢 ${n(of.slowestRecoveryMs)} 毫秒后接着用`,
    en: `broken off 220 times, held for 50 s: ${n(of.lost)} lost, back after ${n(of.slowestRecoveryMs)} ms at the slowest`,
  }),
  fuzz: (of) => ({
    zh: `${thousands(of.requests)} 个请求，${n(of.operations)} 种操作：自己出错 ${sizeOf(of.faults)} 次`,
    en: `${thousands(of.requests)} requests to ${n(of.operations)} operations: ${sizeOf(of.faults)} faults of ours`,
  }),
  connections: (of) => ({
    zh: `${n(of.slow)} 个拖慢的、${thousands(of.silent)} 个不说话的：最后还占着 ${n(of.held)} 个`,
    en: `${n(of.slow)} slow, ${thousands(of.silent)} silent: ${n(of.held)} still held at the end`,
  }),
  backup: (of) => ({
    zh: `${thousands(of.rows)} 行，备份 ${n(of.backupSeconds)} 秒，恢复到能用 ${n(of.rtoSeconds)} 秒：${sizeOf(of.tablesThatDiffer)} 张表不同`,
    en: `${thousands(of.rows)} rows, backup ${n(of.backupSeconds)} s, in use again after ${n(of.rtoSeconds)} s: ${sizeOf(of.tablesThatDiffer)} tables differ`,
  }),
  overload: (of) => {
    const served = (of.servedShare ?? {}) as Figures
    const share = (what: string) => `${Math.round(n(served[what]) * 1_000) / 10} %`
    return {
      zh: `每秒 ${n(of.offeredPerSecond)} 个、${n(of.seconds)} 秒：办成的事 ${share('act')}、查看 ${share('read')}、统计 ${share('figure')}；${n(of.recoveredSeconds)} 秒后如常`,
      en: `${n(of.offeredPerSecond)} a second for ${n(of.seconds)} s: ${share('act')} of acts, ${share('read')} of reads, ${share('figure')} of figures served; as usual after ${n(of.recoveredSeconds)} s`,
    }
  },
}
