// Goal R7: clocks are stepped, this machine's and the database's, on a running house. That phones' own clocks are held
// for claims alone belongs to events sent later from offline, which are not there yet.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { machine } from '#kernel/access.ts'
import { clock, LONG_STEP_MS, openClock, STEP_MS } from '#kernel/clock.ts'
import { clockStep } from '#kernel/clock-step.ts'
import { beginCount } from '#kernel/database-clock.ts'
import { perform } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import { matter } from '#modules/matter/contract.ts'
import { beginJournal, sealAll } from './sealing.ts'
import { openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb } from './web.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const STEPS = { '+1 h': HOUR, '−1 h': -HOUR, '−1 day': -DAY, '+400 days': 400 * DAY } as const

let street: Street
let web: TestWeb
let door: string
const told: string[] = []
const machineNow = Date.now.bind(Date)

beforeAll(async () => {
  street = await openStreet()
  // The database's own clock can be stepped too: a function of that name stands before PostgreSQL's.
  await street.owner.query(`create table stepped (ms float8); insert into stepped values (0);
    create function public.clock_timestamp() returns timestamptz language sql volatile security definer as
      $$ select pg_catalog.clock_timestamp() + make_interval(secs => ms / 1000) from public.stepped $$;
    do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$`)
  await street.owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await street.house.db.pool.query('select 1').catch(() => {})
  web = openWeb(street.opened)
  door = await street.codeOf('清荷苑3号楼2单元')
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => told.push(String(line)) > 0)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await street.close()
})

const stepMachine = (ms: number) => vi.spyOn(Date, 'now').mockImplementation(() => machineNow() + ms)
const stepDatabase = (ms: number) => street.owner.query('update stepped set ms = $1', [ms])
const look = () => street.house.lookAtClock()

const rightAgain = async () => {
  stepMachine(0)
  await stepDatabase(0)
  await look()
}
beforeEach(rightAgain)
afterEach(rightAgain)

const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await street.owner.query(text, values)).rows as T[]
const databaseNow = async () =>
  (
    await rows<{ at: Date }>(
      'select pg_catalog.clock_timestamp() + make_interval(secs => ms / 1000) as at from stepped',
    )
  )[0]!.at.getTime()

type Written = { databaseMs: number; wallMs: number }
const written = async (): Promise<Written[]> =>
  (
    await rows<{ input: Written }>(
      `select input from journal where operation = 'clock.step' and tenant_id = $1 order by xid, id`,
      [street.tenant],
    )
  ).map((row) => row.input)

const signIn = async (login = 'zhouxiaolan'): Promise<string> =>
  (await web.client().account.signIn({ login, password: 'linli-demo' })).token
const statusOf = async (token: string) => (await web.post('account.me', {}, { token })).status
const report = () =>
  street.stranger.do(matter.report, { code: door, words: '二楼的灯坏了，夜里看不见台阶。', spot: '二楼' })
const deadlines = () =>
  rows<{ due: string }>(
    `select matter_id || kind || due_at || coalesce(warn_at::text, '') as due from matter_clock order by 1`,
  )
const due = async () => (await street.linli.do(matter.due, {})).due.length
const minutesOf = async (id: string) =>
  rows<{ before: Date | null; at: Date }>(
    'select lag(at) over (order by id) as before, at from matter_step where matter_id = $1 order by id',
    [id],
  )
const backwards = (steps: readonly { before: Date | null; at: Date }[]) =>
  steps.filter(({ before, at }) => before !== null && at < before).length

describe('a step of this machine’s clock', () => {
  test.each(Object.entries(STEPS))(
    'of %s moves no deadline, ends no session, and stands in the journal',
    async (_, ms) => {
      const token = await signIn()
      const sent = await report()
      const [before, overdue, steps] = [await deadlines(), await due(), (await written()).length]
      stepMachine(ms)
      told.length = 0
      expect(await statusOf(token)).toBe(200)
      expect(Math.abs(clock.now().getTime() - (await databaseNow()))).toBeLessThan(500)
      expect(await deadlines()).toEqual(before)
      expect(await due()).toBe(overdue)
      await street.as('zhouxiaolan').do(matter.take, { id: sent.id })
      expect(backwards(await minutesOf(sent.id))).toBe(0)
      const later = await report()
      const [{ at } = { at: new Date(0) }] = await rows<{ at: Date }>(
        'select reported_at as at from matter where id = $1',
        [later.id],
      )
      expect(Math.abs(at.getTime() - (await databaseNow()))).toBeLessThan(2_000)
      const news = (await written()).slice(steps)
      expect(news).toHaveLength(1)
      expect(Math.abs(news[0]!.databaseMs)).toBeLessThan(1_000)
      expect(Math.abs(news[0]!.wallMs - ms)).toBeLessThan(1_000)
      expect(told.filter((line) => line.includes('clock step'))).toHaveLength(1)
    },
  )

  test('of less than two seconds is none', async () => {
    const steps = (await written()).length
    stepMachine(STEP_MS - 300)
    expect(clock.isDoubtful()).toBe(false)
    await look()
    expect((await written()).length).toBe(steps)
  })

  test('that the database cannot settle lets nobody in; who needs no sign-in still reports', async () => {
    const token = await signIn()
    stepMachine(-56 * 365 * DAY)
    await stepDatabase(-56 * 365 * DAY)
    expect(await statusOf(token)).toBe(503)
    expect((await web.post('matter.report', { code: door, words: '井盖不见了，路口很黑。' })).status).toBe(200)
    await rightAgain()
    expect(await statusOf(token)).toBe(200)
  })
})

describe('a step of the database’s clock', () => {
  test('back by less than five minutes: time stands until it has caught up, nothing ends, nothing is moved', async () => {
    const token = await signIn()
    await report()
    const [before, steps] = [await deadlines(), (await written()).length]
    const was = clock.now()
    await stepDatabase(-4 * 60_000)
    await look()
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(was.getTime())
    expect(clock.now().getTime() - was.getTime()).toBeLessThan(5_000)
    expect(clock.isSettled()).toBe(true)
    expect(await statusOf(token)).toBe(200)
    expect(await deadlines()).toEqual(before)
    expect((await written()).slice(steps)).toHaveLength(1)
  })

  test('back by a day: what was over stays over, and nothing happens to a matter before what has happened to it', async () => {
    const sealed = await beginJournal(street)
    await street.owner.query('delete from session')
    const token = await signIn()
    const { id: account } = (await rows<{ id: string }>(`select id from account where login = 'zhouxiaolan'`))[0]!
    const session = async (kind: string, madeAgo: number, endedAgo: number) => {
      const id = newId()
      const [made, ends] = [madeAgo, endedAgo].map((ago) => new Date(clock.now().getTime() - ago))
      await street.owner.query(
        'insert into session (tenant_id, id, account_id, kind, made_at, seen_at, ends_at) values ($1,$2,$3,$4,$5,$5,$6)',
        [street.tenant, id, account, kind, made, ends],
      )
      return id
    }
    const over = await session('token', 30 * DAY, HOUR)
    const idle = await session('web', 9 * HOUR, -3 * HOUR)
    const good = await session('token', 30 * DAY, -30 * DAY)
    const sent = await report()
    await stepDatabase(-DAY)
    await look()
    expect(clock.isSettled()).toBe(false)
    expect(Math.abs(clock.now().getTime() - (await databaseNow()))).toBeLessThan(500)
    expect(await statusOf(token)).toBe(401)
    expect(await rows('select id from session where ended_at is null')).toEqual([{ id: good }])
    expect(
      await rows('select id from session where ended_at is not null and id = any($1)', [[over, idle]]),
    ).toHaveLength(2)
    await street.as('zhouxiaolan').do(matter.take, { id: sent.id })
    expect(backwards(await minutesOf(sent.id))).toBe(0)
    // The order of the journal is that of its transactions, not of any clock.
    const order = await rows<{ operation: string }>(
      `select operation from journal where tenant_id = $1 and operation in ('matter.report', 'clock.step', 'matter.take') order by xid, id`,
      [street.tenant],
    )
    expect(order.map((row) => row.operation)).toEqual(['matter.report', 'clock.step', 'matter.take'])
    expect(await sealAll(sealed)).toMatchObject({ unsealed: 0, faults: [] })
    // Bite: a step written earlier than the one before it is seen.
    await street.owner.query(
      `update matter_step set at = at - interval '2 days' where matter_id = $1 and move = 'take'`,
      [sent.id],
    )
    expect(backwards(await minutesOf(sent.id))).toBe(1)
  })

  test('bite: without the reaction a session that was over holds again', async () => {
    const open = async () =>
      (await rows<{ n: number }>('select count(*)::int as n from session where ended_at is null'))[0]!.n
    await signIn()
    const was = clock.now()
    const input = {
      was: was.toISOString(),
      database: new Date(was.getTime() - DAY).toISOString(),
      wall: was.toISOString(),
      databaseMs: -DAY,
      wallMs: 0,
    }
    const linli = machine(street.tenant, 'clock')
    const before = await open()
    await perform({ ...street.house, reactions: [] }, clockStep, linli, input)
    expect(await open()).toBe(before)
    await perform(street.house, clockStep, linli, input)
    expect(await open()).toBeLessThan(before)
  })

  test('ahead by 400 days: every session is over, what time alone does waits, and back again all is as it was', async () => {
    const token = await signIn()
    const before = await deadlines()
    await stepDatabase(400 * DAY)
    await look()
    expect(await statusOf(token)).toBe(401)
    expect(clock.isSettled()).toBe(false)
    await rightAgain()
    expect(await deadlines()).toEqual(before)
    expect(await statusOf(await signIn())).toBe(200)
  })

  test('while nothing ran: the count begins no earlier than the last seal', async () => {
    const late = new Date(clock.now().getTime() + HOUR)
    const sealed = await beginJournal(street)
    await report()
    await sealAll(sealed)
    await street.owner.query('update seal set at = $1', [late])
    await beginCount(street.house.db, true)
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(late.getTime())
    const steps = (await written()).length
    await look()
    expect(Math.abs(clock.now().getTime() - (await databaseNow()))).toBeLessThan(500)
    const news = (await written()).slice(steps)
    expect(Math.abs((news[0]?.databaseMs ?? 0) + HOUR)).toBeLessThan(10_000)
  })
})

/** What may happen to a process: time goes by, somebody sets one of the two clocks, it looks at the database. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('goes'), ms: fc.integer({ min: 0, max: 600_000 }) }),
  fc.record({ what: fc.constant('wall'), ms: fc.integer({ min: -400 * DAY, max: 400 * DAY }) }),
  fc.record({ what: fc.constant('look'), ms: fc.integer({ min: -900, max: 900 }) }),
)
const START = Date.UTC(2026, 10, 18, 1)

/** Lives through what happens and tells every time handed out beside the database's true one. */
function live(
  open: typeof openClock,
  first: number,
  happenings: readonly { what: string; ms: number }[],
  walls = true,
) {
  const world = { passed: 0, wall: 0 }
  const mine = open(
    () => START + world.passed + world.wall,
    () => world.passed,
  )
  // A reading is off by up to its error; it says so.
  const reading = (off: number) => ({
    database: START + world.passed + off,
    error: Math.abs(off),
    wall: START + world.passed + world.wall,
    ticks: world.passed,
  })
  mine.follow(reading(first))
  return happenings.map(({ what, ms }) => {
    if (what === 'goes') world.passed += ms
    if (what === 'wall' && walls) world.wall += ms
    if (what === 'look') mine.follow(reading(ms))
    return { now: mine.now().getTime(), truth: START + world.passed }
  })
}

const steady = (open: typeof openClock) =>
  fc.property(fc.integer({ min: -900, max: 900 }), fc.array(happening, { maxLength: 60 }), (first, happenings) => {
    const times = live(open, first, happenings)
    const forwards = times.every(({ now }, at) => at === 0 || now >= times[at - 1]!.now)
    const near = times.every(({ now, truth }) => Math.abs(now - truth) < STEP_MS)
    // A deadline is a comparison with these times: with and without the steps each falls due at the same moment.
    const unmoved = JSON.stringify(times) === JSON.stringify(live(open, first, happenings, false))
    return forwards && near && unmoved
  })

test('whatever is done to the wall clock: time never runs back, no duration is negative, no deadline moves', () => {
  fc.assert(steady(openClock), { numRuns: 1_000 })
})

test('bite: a copy that asks the wall clock, and one that runs back with a reading, are noticed', async () => {
  const text = readFileSync(path.join(import.meta.dirname, '../src/kernel/clock.ts'), 'utf8')
  for (const [good, bad] of [
    ['Math.max(count.latest, count.offset + ticks())', 'wall()'],
    ['Math.max(count.latest, count.offset + ticks())', 'count.offset + ticks()'],
  ] as const) {
    expect(text).toContain(good)
    const file = path.join(tmpdir(), `linli-clock-${newId()}.ts`)
    writeFileSync(file, text.replace(good, bad))
    try {
      const copy = (await import(/* @vite-ignore */ file)) as { openClock: typeof openClock }
      expect(fc.check(steady(copy.openClock), { numRuns: 1_000 }).failed).toBe(true)
    } finally {
      rmSync(file)
    }
  }
})

test('any steps of the database: time runs back only after a long one, and each step is seen once', () => {
  const moves = fc.array(
    fc.record({ goes: fc.integer({ min: 0, max: DAY }), step: fc.integer({ min: -DAY, max: DAY }) }),
  )
  const seen = fc.property(moves, (happenings) => {
    const world = { passed: 0, database: 0 }
    const mine = openClock(
      () => START + world.passed,
      () => world.passed,
    )
    const reading = () => ({
      database: START + world.passed + world.database,
      error: 0,
      wall: START + world.passed,
      ticks: world.passed,
    })
    mine.follow(reading())
    for (const { goes, step } of happenings) {
      const before = mine.now().getTime()
      world.passed += goes
      world.database += step
      const found = mine.stepIn(reading())
      expect(found?.database).toBe(Math.abs(step) < STEP_MS ? undefined : step)
      mine.follow(reading())
      expect(mine.stepIn(reading())).toBeUndefined()
      if (step > -LONG_STEP_MS) expect(mine.now().getTime()).toBeGreaterThanOrEqual(before)
    }
  })
  fc.assert(seen, { numRuns: 300 })
})

test('asking for the time costs at most five times what the bare counter and a date cost', () => {
  /** The quickest of twenty rounds: what else this machine does meanwhile does not count. */
  const quickest = (ask: () => Date): number =>
    Math.min(
      ...Array.from({ length: 20 }, () => {
        const since = performance.now()
        for (let n = 0; n < 5_000; n++) ask()
        return performance.now() - since
      }),
    )
  quickest(clock.now)
  expect(quickest(clock.now) / quickest(() => new Date(performance.now()))).toBeLessThan(5)
})
