// Long form of R8: the gateway of SMS, the mail server and an address that is called are ill under a real server, each in each way.
// node test/long/providers.ts                 three rounds; in each all three are ill, every time in another way
// node test/long/providers.ts --bite=waited   a copy whose reports wait for the gateway: they must become slow
// The last figures stand in results/providers.json.
import { setTimeout as pause } from 'node:timers/promises'
import { MOST_FAILURES } from '#modules/notice/breaker.ts'
import { type Linli, linli } from '../../client/linli.ts'
import { type Ailing, ailingHttp, ailingMail, ILLNESSES } from '../guard/ailing.ts'
import { quantile } from '../guard/statistics.ts'
import { withOwner } from '../kill/owner.ts'
import { sentAtOnce } from '../kill/without.ts'
import { onOwnServer } from './own-server.ts'
import { keep } from './results.ts'

const bite = process.argv.includes('--bite=waited')
/** Longer than two tries of the slowest one that are never answered, shorter than a provider is left alone. */
const ILL_MS = 25_000
const EVERY_MS = 250
/** A provider is left alone for a minute, and what has failed twice waits for five. */
const PATIENCE_MS = 400_000
const KIND = '0305'
const SAID = /[\s\S]*"ref":"([^"]+)"[\s\S]*/

type Things = Readonly<Record<'sms' | 'email' | 'callback', Ailing>>

async function openThings(): Promise<Things> {
  const sms = await ailingHttp(
    ({ body }) => body.replace(SAID, '$1'),
    (answer) => answer.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"taken"}'),
  )
  const callback = await ailingHttp(
    ({ request }) => String(request.headers['webhook-id']),
    (answer) => answer.writeHead(204).end(),
  )
  return { sms, email: await ailingMail(), callback }
}

async function asUser(url: string, login: string): Promise<Linli> {
  const { token } = await linli({ url }).account.signIn({ login, password: 'linli-demo' })
  return linli({ url, token })
}

/** The door of a building that the worker answers for. */
const doorIn = (dataDir: string): Promise<string> =>
  withOwner(dataDir, async (owner) => {
    const { rows } = await owner.query<{ code: string }>(`select code from place where name = '清荷苑3号楼2单元'`)
    return rows[0]!.code
  })

/** Letters for each new matter, calls for each report, and nobody is spared at night. */
async function wish(admin: Linli, worker: Linli, { callback }: Things): Promise<void> {
  const { kinds, rule } = await admin.notice.kinds({})
  await admin.notice.setRule({ version: rule.version, quietFrom: 0, quietTo: 0, digestAt: rule.digestAt })
  const { nameZh: _, nameEn: __, to: ___, ...fresh } = kinds.find(({ code }) => code === 'matter.fresh')!
  await admin.notice.setKind({ ...fresh, channels: ['inbox', 'email'], smsZh: '新事项', smsEn: 'New' })
  const { wishes } = await worker.notice.wishes({})
  await worker.notice.setWishes({
    ...{ version: wishes.version, digestAt: null, digestEmail: false, quiet: 'none', quietFrom: null, quietTo: null },
    email: 'xiaolan@example.org',
  })
  await admin.callback.allowHost({ host: '127.0.0.1', port: callback.port, inside: true, reason: '试验' })
  const about = { owner: '市政务热线', contact: '0370-1234567', lang: 'zh' as const, events: ['matter.reported'] }
  await admin.callback.add({ ...about, url: `http://127.0.0.1:${callback.port}/hook` })
}

type Reported = { readonly ms: number; readonly status: number }

/** Somebody reports every quarter of a second, and a worker takes every other matter on, which tells its reporter. */
async function reportFor(ms: number, url: string, code: string, worker: Linli): Promise<Reported[]> {
  const told: Promise<Reported>[] = []
  const report = async (n: number): Promise<Reported> => {
    const since = performance.now()
    const answer = await fetch(`${url}/api/matter.report`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, kind: KIND, words: `夜里施工 ${n}`, phone: '13800001234' }),
    })
    const { id } = (await answer.json()) as { id?: string }
    const took = performance.now() - since
    if (n % 2 && id) await worker.matter.take({ id })
    return { ms: took, status: answer.status }
  }
  for (let n = 0; n < ms / EVERY_MS; n++) {
    told.push(report(n))
    await pause(EVERY_MS)
  }
  return Promise.all(told)
}

type Line = {
  readonly of: keyof Things
  readonly written: number
  readonly waiting: number
  readonly lost: number
  readonly overtaken: number
}

/** Of each thing: what was written for it, what is still to leave, what never will, and what its receiver no longer needed. */
const lines = (dataDir: string): Promise<Line[]> =>
  withOwner(dataDir, async (owner) => {
    const { rows } = await owner.query<Line>(
      `select o.of, count(*)::int as written, count(*) filter (where next_at is not null)::int as waiting,
         count(*) filter (where state in ('given_up', 'parked') and why is distinct from 'overtaken')::int as lost,
         count(*) filter (where why = 'overtaken')::int as overtaken
       from (select channel as of, state, next_at, error as why from outbox where provider is distinct from 'demo'
         union all select 'callback', state, next_at, null from callback_delivery) o group by 1`,
    )
    return rows
  })

/** Failed tries of each thing since the round began: how often one that is ill was asked. */
const failures = (dataDir: string, before: Record<string, number> = {}): Promise<Record<string, number>> =>
  withOwner(dataDir, async (owner) => {
    const { rows } = await owner.query<{ of: string; n: number }>(
      `select o.channel as of, count(*)::int as n from outbox_try t join outbox o on o.id = t.outbox_id
         where t.result <> 'sent' group by 1
       union all select 'callback', count(*)::int from callback_try where result <> 'sent'`,
    )
    return Object.fromEntries(rows.map(({ of, n }) => [of, n - (before[of] ?? 0)]))
  })

const p95 = (reports: readonly Reported[]) =>
  Math.round(
    quantile(
      reports.map(({ ms }) => ms),
      0.95,
    ),
  )

const things = await openThings()
const names = Object.keys(things) as (keyof Things)[]
const env = {
  ...{ SMS_URL: `http://127.0.0.1:${things.sms.port}/`, SMS_KEY: 'a key of sixteen letters' },
  ...{ SMTP_URL: `smtp://127.0.0.1:${things.email.port}`, SMTP_FROM: 'linli@street.example' },
}

/** All three are ill while people report, and then well until everything has left. */
async function round(n: number, on: { url: string; code: string; dataDir: string; worker: Linli }) {
  const ill = Object.fromEntries(names.map((name, at) => [name, ILLNESSES[(at + n) % ILLNESSES.length]!]))
  const before = await failures(on.dataDir)
  for (const name of names) await things[name].be(ill[name]!)
  const reports = await reportFor(ILL_MS, on.url, on.code, on.worker)
  const asked = await failures(on.dataDir, before)
  for (const name of names) await things[name].be('well')
  const back = performance.now()
  const waits = async () => (await lines(on.dataDir)).some(({ waiting }) => waiting > 0)
  while ((await waits()) && performance.now() - back < PATIENCE_MS) await pause(1_000)
  const accepted = reports.filter(({ status }) => status === 200).length
  const seconds = Math.round((performance.now() - back) / 1_000)
  const told = {
    ill,
    reports: reports.length,
    accepted,
    p95ms: p95(reports),
    askedWhileIll: asked,
    secondsToAllGone: seconds,
  }
  process.stdout.write(`${JSON.stringify(told)}\n`)
  return told
}

/** What came in, and how often the same thing came again: only where its first try was never answered. */
const arrivals = (written: readonly Line[]) =>
  Object.fromEntries(
    names.map((name) => {
      const counts = [...things[name].got.values()]
      const line = written.find(({ of }) => of === name)
      return [name, { ...line, arrived: counts.length, arrivedAgain: counts.filter((one) => one > 1).length }]
    }),
  )

try {
  const ground = { demo: true, env, ...(bite ? { tree: sentAtOnce() } : {}) }
  await onOwnServer(ground, async ({ url, dataDir }) => {
    const worker = await asUser(url, 'zhouxiaolan')
    await wish(await asUser(url, 'chengyizhou'), worker, things)
    const code = await doorIn(dataDir)
    const calm = p95(await reportFor(10_000, url, code, worker))
    const rounds = []
    for (const n of bite ? [ILLNESSES.indexOf('slow')] : ILLNESSES.keys())
      rounds.push(await round(n, { url, code, dataDir, worker }))
    const arrived = arrivals(await lines(dataDir))
    const swift = rounds.every(({ p95ms, reports, accepted }) => p95ms < 500 && accepted === reports)
    const spared = rounds.every(({ askedWhileIll: { sms = 0, email = 0 } }) => Math.max(sms, email) <= MOST_FAILURES)
    const whole = Object.values(arrived).every(
      ({ written = 0, lost, arrived, overtaken = 0 }) => lost === 0 && written - overtaken === arrived,
    )
    keep('providers', bite ? 'waited' : 'trial', bite ? !swift : swift && spared && whole, {
      calmP95ms: calm,
      rounds,
      arrived,
    })
  })
} finally {
  for (const name of names) await things[name].close()
}
