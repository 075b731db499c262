// What the figures of a long run say in a sentence: one reader for each file of test/long/results that a promise names.
import type { Text } from '#kernel/words.ts'
import { PEOPLE_READERS } from './promise-figures-people.ts'

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
  skew: (of) => {
    const rules = Object.values(of.rules as Record<string, { broken: number }>)
    const broken = rules.reduce((sum, one) => sum + one.broken, 0)
    return {
      zh: `${of.pairs} 对同时来，${rules.length} 条规矩，破了 ${broken} 次`,
      en: `${of.pairs} pairs at once against ${rules.length} rules, ${broken} broken`,
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
  rotation: (of) => ({
    zh: `${thousands(of.people)} 人换密钥，读 ${thousands(of.reads)} 次，杀 ${sizeOf(of.kills)} 次：读不出 ${n(of.failedReads)} 次，旧密钥上剩 ${n(of.onOld)} 行`,
    en: `${thousands(of.people)} people sealed anew, ${thousands(of.reads)} reads, killed ${sizeOf(of.kills)} times: ${n(of.failedReads)} failed, ${n(of.onOld)} rows left on the old key`,
  }),
  backup: (of) => ({
    zh: `${thousands(of.rows)} 行，备份 ${n(of.backupSeconds)} 秒，恢复到能用 ${n(of.rtoSeconds)} 秒：${sizeOf(of.tablesThatDiffer)} 张表不同`,
    en: `${thousands(of.rows)} rows, backup ${n(of.backupSeconds)} s, in use again after ${n(of.rtoSeconds)} s: ${sizeOf(of.tablesThatDiffer)} tables differ`,
  }),
  city: (of) => {
    const { searches, portraits } = (of.times ?? {}) as Record<string, Record<string, Figures>>
    const slowest = Math.max(
      0,
      ...Object.entries(searches ?? {}).flatMap(([name, one]) => (name === 'bare list' ? [] : [n(one.p95)])),
    )
    const portrait = n(portraits?.['the whole city']?.p95)
    const undo = (of.undo ?? {}) as Figures
    return {
      zh: `全市台账：最慢的一种查找 p95 ${slowest} 毫秒，全市画像 ${portrait} 毫秒；${thousands(undo.rows)} 行的一批 ${n(undo.seconds)} 秒撤完，剩 ${n(undo.left)} 行`,
      en: `a whole city: p95 ${slowest} ms for the slowest kind of search, ${portrait} ms for its portrait; ${thousands(undo.rows)} rows undone in ${n(undo.seconds)} s, ${n(undo.left)} left`,
    }
  },
  overload: (of) => {
    const served = (of.servedShare ?? {}) as Figures
    const share = (what: string) => `${Math.round(n(served[what]) * 1_000) / 10} %`
    return {
      zh: `每秒 ${n(of.offeredPerSecond)} 个、${n(of.seconds)} 秒：办成的事 ${share('act')}、查看 ${share('read')}、统计 ${share('figure')}；${n(of.recoveredSeconds)} 秒后如常`,
      en: `${n(of.offeredPerSecond)} a second for ${n(of.seconds)} s: ${share('act')} of acts, ${share('read')} of reads, ${share('figure')} of figures served; as usual after ${n(of.recoveredSeconds)} s`,
    }
  },
  disk: (of) => {
    const { reports, acknowledged, lost } = (of.database ?? {}) as Figures
    return {
      zh: `写满磁盘再扩开：${thousands(reports)} 件报告，答应 ${thousands(acknowledged)} 件，丢 ${n(lost)} 件`,
      en: `disk filled, then given room: ${thousands(reports)} reports, ${thousands(acknowledged)} acknowledged, ${n(lost)} lost`,
    }
  },
  providers: (of) => {
    const rounds = (of.rounds ?? []) as readonly Figures[]
    const sum = (what: string) => rounds.reduce((total, one) => total + n(one[what]), 0)
    const slowest = Math.max(0, ...rounds.map(({ p95ms }) => n(p95ms)))
    return {
      zh: `短信、邮件、回调轮流关掉、拒绝、拖慢：${sum('reports')} 件报告收下 ${sum('accepted')} 件，最慢一轮 p95 ${slowest} 毫秒`,
      en: `SMS, mail and callbacks off, refusing, slow in turn: ${sum('accepted')} of ${sum('reports')} reports taken, p95 ${slowest} ms in the slowest round`,
    }
  },
  'brute-force': (of) => ({
    zh: `猜 ${thousands(of.guesses)} 次：猜中 ${n(of.successes)}；一个账号最多 ${n(of.mostInEffectAtOneLogin)} 次算数；本人 ${n(of.ownerIn)}/${n(of.ownerSignIns)} 次进得来`,
    en: `${thousands(of.guesses)} guesses: ${n(of.successes)} found; ${n(of.mostInEffectAtOneLogin)} at most took effect at one login; owners in ${n(of.ownerIn)} of ${n(of.ownerSignIns)} times`,
  }),
  enumeration: (of) => {
    const ways = ['signIn', 'receipt', 'invitation'].map((way) => (of[way] ?? {}) as Figures)
    const most = Math.max(...ways.map(({ differenceMs }) => Math.abs(n(differenceMs))))
    return {
      zh: `登录、凭据、邀请各 ${n(ways[0]!.pairs)} 对：快慢最多差 ${most} 毫秒`,
      en: `${n(ways[0]!.pairs)} pairs each at sign-in, receipt, invitation: medians at most ${most} ms apart`,
    }
  },
  ...PEOPLE_READERS,
}
