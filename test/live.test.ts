// Open pages on two processes: who hears of a change, how soon, what is caught up after a broken line, and when it ends.
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { mayHear } from '#kernel/http/live.ts'
import { newId } from '#kernel/ids.ts'
import { account } from '#modules/account/contract.ts'
import { hearers } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { type Opened, openHouse } from '../src/commands/open-house.ts'
import { openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb, withToken } from './web.ts'

const BEAT_MS = 15_000

let street: Street
/** The second process on the same database: a house, pool and live line of its own. */
let second: Opened
let here: TestWeb
let there: TestWeb
let code: string
/** Tokens: the grid's own worker, its desk, the worker of the next grid and of a far one, somebody of another tenant. */
let worker: string
let desk: string
let next: string
let far: string
let foreign: string

const tokenOf = async (login: string) =>
  (await street.stranger.do(account.signIn, { login, password: 'linli-demo' })).token

beforeAll(async () => {
  street = await openStreet()
  second = await openHouse(street.opened.config, () => {})
  here = openWeb(street.opened)
  there = openWeb(second)
  code = await street.codeOf('清荷苑3号楼2单元')
  const { rows } = await street.owner.query<{ login: string }>(
    `select a.login from account a join post p on p.account_id = a.id where a.tenant_id = $1 and p.role in ('grid_worker', 'subdistrict_staff') limit 1`,
    [street.otherTenant],
  )
  ;[worker, desk, next, far, foreign] = (await Promise.all(
    ['zhouxiaolan', 'chenjing', 'kongqingyao', 'guoqiaoyun', rows[0]!.login].map(tokenOf),
  )) as [string, string, string, string, string]
})
afterAll(async () => {
  await second.close()
  await street.close()
})

type Heard = {
  readonly id: string
  readonly data: { kind: string; id: string; version: number | null }
  readonly at: number
}
type Line = { readonly heard: Heard[]; ended: boolean; readonly status: number; close(): void }

const lines: Line[] = []
afterEach(() => {
  for (const line of lines.splice(0)) line.close()
})

async function open(
  web: TestWeb,
  { token, receipt, last }: { token?: string; receipt?: string; last?: string },
): Promise<Line> {
  const answer = await web.ask(`/api/live${receipt ? `?receipt=${receipt}` : ''}`, {
    headers: { ...withToken(token), ...(last ? { 'last-event-id': last } : {}) },
  })
  const reader = answer.body!.getReader()
  const line: Line = {
    heard: [],
    ended: false,
    status: answer.status,
    close: () => void reader.cancel().catch(() => {}),
  }
  lines.push(line)
  const read = async () => {
    const decoder = new TextDecoder()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
      const events = text.split('\n\n')
      text = events.pop()!
      for (const event of events) {
        const id = event.match(/^id: (.*)$/m)?.[1]
        const data = event.match(/^data: (.*)$/m)?.[1]
        if (id && data) line.heard.push({ id, data: JSON.parse(data), at: performance.now() })
      }
    }
    line.ended = true
  }
  read().catch(() => {})
  return line
}

const report = async (words = '楼道灯不亮') =>
  (await (await here.post('matter.report', { code, words })).json()) as { id: string; receipt: string }
const of = (line: Line, id: string) => line.heard.filter((one) => one.data.id === id)
const hears = (line: Line, id: string, most = 10_000) =>
  vi.waitFor(() => expect(of(line, id)).not.toEqual([]), { timeout: most, interval: 5 })
/** Long enough for two looks at the journal. */
const quietly = () => new Promise((done) => setTimeout(done, 700))

describe('a report at one process', () => {
  test('is heard at the other by its grid and desk within 2 s; not next door, not far away, not in another tenant', async () => {
    const listeners = await Promise.all([worker, desk, next, far, foreign].map((token) => open(there, { token })))
    const [own, ofDesk, ...others] = listeners as [Line, Line, ...Line[]]
    const delays: number[] = []
    for (let n = 0; n < 5; n++) {
      const sentAt = performance.now()
      const { id } = await report()
      const answeredAt = performance.now()
      await Promise.all([hears(own, id), hears(ofDesk, id)])
      delays.push(of(own, id)[0]!.at - answeredAt)
      expect(of(own, id)[0]!.at).toBeGreaterThan(sentAt)
    }
    delays.sort((a, b) => a - b)
    process.stdout.write(
      `live: heard at the other process after ${delays.map((one) => one.toFixed(0)).join(', ')} ms\n`,
    )
    expect(delays[2]).toBeLessThan(2_000)
    await quietly()
    const heard = others.map((line) => [line.status, line.heard.filter((one) => one.data.kind === 'matter')])
    expect(heard).toEqual([
      [200, []],
      [200, []],
      [200, []],
    ])
  })

  test('bite: were only the tenant asked and not the area, the far worker would hear of it', async () => {
    const actor = await street.as('guoqiaoyun').actor()
    const told: boolean[] = []
    const stop = second.live.hear((change) => {
      if (change.operation === 'matter.report' && change.tenant === actor.tenant)
        told.push(mayHear(actor, change, hearers))
    })
    await report()
    await vi.waitFor(() => expect(told).toEqual([false]), { timeout: 5_000 })
    stop()
  })

  test('a new account is heard of by who looks after accounts, not by the grid workers beside it', async () => {
    const [head, neighbour] = await Promise.all(
      [await tokenOf('anxiaoya'), worker].map((token) => open(there, { token })),
    )
    const areaId = await street.areaId('清荷社区')
    const person = { login: 'heard-of', name: '新同事', role: 'community_staff' as const, areaId }
    const { id } = await street.linli.do(account.add, person)
    await hears(head!, id)
    await quietly()
    expect(neighbour!.heard.filter((one) => one.data.kind === 'account')).toEqual([])
    const actor = await street.as('zhouxiaolan').actor()
    const about = {
      ...{ tenant: actor.tenant, id: newId(), position: '1:1', operation: 'account.setLang', kind: 'account' },
      ...{ subject: newId(), version: 1, areaPos: actor.spans[0]!.pos },
    }
    expect(mayHear(actor, about, hearers)).toBe(false)
    expect(mayHear(actor, { ...about, kind: 'matter' }, hearers)).toBe(true)
    // Bite: were accounts heard of like areas, by anybody signed in, the grid worker would hear.
    expect(mayHear(actor, about, new Map([...hearers, ['account', hearers.get('area')!]]))).toBe(true)
  })

  test('names what changed and nothing else', async () => {
    const line = await open(there, { token: worker })
    const { id } = await report('哨兵：这句话不在任何事件里')
    await hears(line, id)
    expect(of(line, id)[0]!.data).toEqual({ kind: 'matter', id, version: 1 })
    expect(JSON.stringify(line.heard)).not.toMatch(/哨兵|清荷/)
  })

  test('is told once on each process, forty at a time', async () => {
    const both = await Promise.all([open(here, { token: worker }), open(there, { token: worker })])
    const ids = await Promise.all(Array.from({ length: 40 }, async () => (await report()).id))
    for (const line of both) for (const id of ids) await hears(line, id)
    await quietly()
    for (const line of both) expect(ids.filter((id) => of(line, id).length !== 1)).toEqual([])
  })

  test('nobody without a session has a line', async () => {
    expect((await open(there, {})).status).toBe(401)
    expect((await open(there, { receipt: 'ABCDEFGHJKMNPQRSTVWX' })).status).toBe(401)
  })
})

test('a reporter’s page hears its own matter by the receipt, and no other', async () => {
  const [mine, theirs] = await Promise.all([report(), report()])
  const line = await open(there, { receipt: mine.receipt })
  const other = await open(there, { receipt: theirs.receipt })
  await street.as('zhouxiaolan').do(matter.take, { id: mine.id })
  await hears(line, mine.id)
  await quietly()
  expect(line.heard.at(-1)!.data).toEqual({ kind: 'matter', id: mine.id, version: 2 })
  expect(line.heard.filter((one) => one.data.id !== mine.id)).toEqual([])
  expect(other.heard.filter((one) => one.data.id !== theirs.id)).toEqual([])
})

describe('after a broken line', () => {
  test('the page names the last change it saw and is told what it missed, of its own area', async () => {
    const line = await open(there, { token: worker })
    const seen = await report()
    await hears(line, seen.id)
    line.close()
    const missed = await report()
    await street.as('zhouxiaolan').do(matter.take, { id: missed.id })
    await street.as('guoqiaoyun').do(account.setLang, { lang: 'zh' })
    const again = await open(there, { token: worker, last: line.heard.at(-1)!.id })
    await hears(again, missed.id)
    await vi.waitFor(() => expect(of(again, missed.id).map((one) => one.data.version)).toEqual([1, 2]))
    const stranger = await open(there, { token: far, last: line.heard.at(-1)!.id })
    await quietly()
    expect(stranger.heard.filter((one) => one.data.kind === 'matter')).toEqual([])
  })

  test.each(['-'.repeat(36), 'x', '0', '9:1:', "1:1:'"])(
    'a crooked Last-Event-ID (%s) is no page and harms no other',
    async (last) => {
      const [good, crooked] = [await open(there, { token: worker }), await open(there, { token: worker, last })]
      const { id } = await report()
      await hears(good, id, 3_000)
      await hears(crooked, id, 3_000)
    },
  )

  test('a line that breaks while it catches up harms no other', async () => {
    const good = await open(there, { token: worker })
    await hears(good, (await report()).id)
    const last = good.heard.at(-1)!.id
    await street.owner.query('alter table journal rename to journal_away')
    await open(there, { token: worker, last }).catch(() => {})
    await quietly()
    await street.owner.query('alter table journal_away rename to journal')
    const later = await open(there, { token: worker })
    const { id } = await report()
    await Promise.all([hears(good, id, 3_000), hears(later, id, 3_000)])
    await quietly()
    expect([of(good, id).length, of(later, id).length]).toEqual([1, 1])
  })

  test('also of a change that began before the last one it saw and was committed after', async () => {
    const slow = new pg.Client({ connectionString: street.ownerUrl })
    await slow.connect()
    const subject = newId()
    const row = newId()
    await slow.query('begin')
    await slow.query(
      `insert into journal (tenant_id, id, era, at, actor_kind, actor_id, operation, subject_kind, subject_id, subject_version, area_pos, input, hash)
       select tenant_id, $2, era, now(), 'staff', $3, 'matter.take', 'matter', $3, 2, area_pos, '{}', '' from journal where tenant_id = $1 and operation = 'matter.report' order by id desc limit 1`,
      [street.tenant, row, subject],
    )
    const line = await open(there, { token: worker })
    const seen = await report()
    await hears(line, seen.id)
    line.close()
    await slow.query('commit')
    await slow.end()
    // Long enough that the new line cannot hear of it as of something fresh.
    await quietly()
    const again = await open(there, { token: worker, last: line.heard.at(-1)!.id })
    await hears(again, subject, 1_500)
  })
})

describe('at the next beat', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  })
  afterEach(() => {
    vi.useRealTimers()
    clock.stand(undefined)
  })
  const beat = () => vi.advanceTimersByTime(BEAT_MS)
  const ended = (line: Line) => vi.waitFor(() => expect(line.ended).toBe(true), { timeout: 5_000 })

  test('a session that was signed out is cut off and hears nothing more', async () => {
    const token = await tokenOf('zhouxiaolan')
    const line = await open(there, { token })
    await here.post('account.signOut', {}, { token })
    beat()
    await ended(line)
    const before = line.heard.length
    await report()
    await quietly()
    expect(line.heard.length).toBe(before)
  })

  test('a post that has ended is heard no more, though the session goes on', async () => {
    const { id } = await street.as('kongqingyao').actor()
    const grid = await street.areaId('第12网格')
    const post = await street.linli.do(account.grant, { id, role: 'grid_worker', areaId: grid })
    const line = await open(there, { token: await tokenOf('kongqingyao') })
    const heard = await report()
    await hears(line, heard.id)
    await street.linli.do(account.endPost, { postId: post.id })
    beat()
    await quietly()
    const after = await report()
    await quietly()
    expect(of(line, after.id)).toEqual([])
    expect(line.ended).toBe(false)
  })

  test('an open page alone does not keep its session awake: after 8 hours without a click it is over', async () => {
    const start = Date.now()
    const hour = (n: number) => clock.stand(new Date(start + n * 3_600_000))
    hour(0)
    const token = await tokenOf('chenjing')
    const line = await open(there, { token })
    for (let n = 1; n <= 9; n++) {
      hour(n * 0.95)
      beat()
      await new Promise((done) => setTimeout(done, 60))
    }
    expect((await here.post('account.me', {}, { token })).status).toBe(401)
    await ended(line)
  })
})

test('a long command and 2,100 changes beside it do not end the line', async () => {
  const third = await openHouse(street.opened.config, () => {})
  const slow = new pg.Client({ connectionString: street.ownerUrl })
  await slow.connect()
  try {
    const line = await open(openWeb(third), { token: worker })
    await hears(line, (await report()).id)
    await slow.query('begin')
    await slow.query('select pg_current_xact_id()')
    await street.owner.query(
      `insert into journal (tenant_id, id, era, at, actor_kind, actor_id, operation, subject_kind, input, hash)
       select $1, gen_random_uuid(), 1, now(), 'machine', $1, 'area.add', 'area', '{}', '' from generate_series(1, 2100)`,
      [street.otherTenant],
    )
    await quietly()
    await slow.query('commit')
    await hears(line, (await report()).id, 3_000)
  } finally {
    await slow.end()
    await third.close()
  }
})
