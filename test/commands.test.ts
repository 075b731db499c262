// The same command sent again, late, changed, by somebody else or 32 times at once: one effect, one answer (X2).
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputOf } from '#kernel/contract.ts'
import { account } from '#modules/account/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from './street.ts'
import { openWeb, type TestWeb } from './web.ts'

type Report = InputOf<typeof matter.report>

let street: Street
let web: TestWeb
let code: string

beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())

const countOf = async (of: Street, words: string): Promise<number> =>
  (await of.owner.query<{ n: number }>('select count(*)::int as n from matter where words = $1', [words])).rows[0]!.n

/** How many of each outcome: an answer, or the code of the problem. */
async function outcomes(asked: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const one of await Promise.allSettled(asked)) {
    const name = one.status === 'fulfilled' ? 'answer' : (one.reason as Error).message
    counted[name] = (counted[name] ?? 0) + 1
  }
  return counted
}

/** Every change a body can suffer on its way: one letter, a field more, a field less, another value, another place. */
function altered(body: Report, at: number): Report {
  const { spot: _, ...short } = body
  const letters = [...body.words]
  letters[at % letters.length] = String.fromCodePoint(0x4e00 + at)
  const changes: Report[] = [
    { ...body, words: letters.join('') },
    { ...body, words: `${body.words}${at}` },
    { ...body, spot: `${at}层` },
    { ...short, spot: '', words: body.words, kind: String(1000 + at) },
    { ...body, name: `邻居${at}` },
    { ...body, phone: `138${String(at).padStart(8, '0')}` },
    { ...short, words: body.words },
    { ...body, lon: 110 + at / 1e6, lat: 34 },
  ]
  return changes[at % changes.length]!
}

test('500 replays under one key with an altered body: all refused alike, one matter', async () => {
  const body: Report = { code, words: '三号楼门口的灯一闪一闪', spot: '一层' }
  const key = 'replay-altered-0001'
  const first = await street.stranger.do(matter.report, body, { key })
  const counted: Record<string, number> = {}
  for (let at = 0; at < 500; at += 10) {
    const asked = Array.from({ length: 10 }, (_, n) =>
      street.stranger.do(matter.report, altered(body, at + n), { key }),
    )
    for (const [name, n] of Object.entries(await outcomes(asked))) counted[name] = (counted[name] ?? 0) + n
  }
  expect(counted).toEqual({ 'door.keyReused': 500 })
  expect((await street.owner.query('select 1 from command where key = $1', [key])).rowCount).toBe(1)
  expect(
    (
      await street.owner.query('select 1 from matter where area_pos = (select area_pos from matter where id = $1)', [
        first.id,
      ])
    ).rowCount,
  ).toBe(1)
  // Spelled differently but meaning the same: the order of fields is no alteration.
  expect(await street.stranger.do(matter.report, { spot: '一层', words: body.words, code }, { key })).toEqual(first)
})

test('a refusal says nothing of what the key was used for', async () => {
  const key = 'no-hint-0001'
  const sent = (await (await web.post('matter.report', { code, words: '雨棚漏水，滴在台阶上' }, { key })).json()) as {
    id: string
    no: string
  }
  const refused = await web.post('matter.report', { code, words: '别的事' }, { key })
  const text = await refused.text()
  expect(refused.status).toBe(409)
  expect(JSON.parse(text)).toEqual({ code: 'door.keyReused', message: expect.any(String), details: {} })
  expect(text).not.toContain(sent.no)
  expect(text).not.toContain(sent.id)
})

describe('a key belongs to who used it first', () => {
  const key = 'one-phone-one-key-01'
  const input = { lang: 'zh' } as const

  test('another person with the very same body is refused; in another tenant the key is new', async () => {
    await street.as('zhouxiaolan').do(account.setLang, input, { key })
    await expect(street.as('chenjing').do(account.setLang, input, { key })).rejects.toMatchObject({
      message: 'door.keyReused',
      details: {},
    })
    const { rows } = await street.owner.query<{ login: string }>(
      'select login from account where tenant_id = $1 limit 1',
      [street.otherTenant],
    )
    expect(await street.as(rows[0]!.login).do(account.setLang, input, { key })).toEqual({ done: true })
  })

  test('bite: with the sender struck out, the other is given the first one’s answer', async () => {
    const chenjing = await street.as('chenjing').actor()
    await street.owner.query('update command set actor_id = $1 where tenant_id = $2 and key = $3', [
      chenjing.id,
      street.tenant,
      key,
    ])
    expect(await street.as('chenjing').do(account.setLang, input, { key })).toEqual({ done: true })
  })
})

describe('a phone that slept in a drawer for 400 days', () => {
  const key = 'drawer-phone-0001'
  const send = () => street.stranger.do(matter.report, { code, words: '花坛边的砖松了' }, { key })
  let first: Awaited<ReturnType<typeof send>>

  beforeAll(async () => {
    setClock('2026-11-18', '09:00')
    first = await send()
    setClock('2027-12-23', '09:00')
  })

  test('gets the answer it missed', async () => {
    expect(await send()).toEqual(first)
    expect(await countOf(street, '花坛边的砖松了')).toBe(1)
  })

  test('bite: were keys kept for 24 hours only, it would report twice', async () => {
    await street.owner.query(`delete from command where at < $1::timestamptz - interval '24 hours'`, [
      '2027-12-23T09:00:00+08:00',
    ])
    expect((await send()).id).not.toBe(first.id)
    expect(await countOf(street, '花坛边的砖松了')).toBe(2)
  })
})

describe('many at once, on a server that has just started', () => {
  let fresh: Street
  let freshWeb: TestWeb
  beforeAll(async () => {
    fresh = await openStreet()
    freshWeb = openWeb(fresh.opened)
  })
  afterAll(() => fresh.close())
  const send = (words: string, key: (n: number) => string) =>
    Promise.all(
      Array.from({ length: 32 }, async (_, n) => {
        const answer = await freshWeb.post('matter.report', { code, words }, { key: key(n) })
        return `${answer.status} ${await answer.text()}`
      }),
    )

  // More at once than the pool has connections, and a block of numbers runs out meanwhile.
  test('60 under keys of their own: 60 matters with 60 numbers, none refused', async () => {
    const words = '六十个人同时报的事'
    const sent = Array.from({ length: 60 }, (_, n) =>
      fresh.stranger.do(matter.report, { code, words }, { key: `own-key-${n}` }),
    )
    expect(await outcomes(sent)).toEqual({ answer: 60 })
    expect(new Set((await Promise.all(sent)).map((one) => one.no)).size).toBe(60)
    expect(await countOf(fresh, words)).toBe(60)
  }, 20_000)

  test('32 under one key: one matter, 32 answers that are the same byte by byte, the late one too', async () => {
    const words = '井盖一踩就响'
    const answers = [...(await send(words, () => 'storm-0001')), (await send(words, () => 'storm-0001'))[0]]
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^200 /)
    expect(await countOf(fresh, words)).toBe(1)
  })

  test('bite: without the primary key of `command`, one key makes several matters', async () => {
    await fresh.owner.query('alter table command drop constraint command_pkey')
    const words = '同一个编号，没有主键'
    await send(words, () => 'storm-bite-01')
    expect(await countOf(fresh, words)).toBeGreaterThan(1)
  })
})

/** The bytes of a table as they lie on disk, its long values too. */
async function rawBytes(owner: pg.Pool, table: string): Promise<Buffer> {
  await owner.query('checkpoint')
  const { rows } = await owner.query<{ bytes: Buffer }>(
    `select pg_read_binary_file(pg_relation_filepath(f), 0, 500000000, true) as bytes from pg_class c, unnest(array[c.oid, nullif(c.reltoastrelid, 0)]) f
     where c.oid = $1::regclass and f is not null`,
    [table],
  )
  return Buffer.concat(rows.map((row) => row.bytes))
}

describe('kept answers', () => {
  const words = '哨兵：楼道尽头的窗关不上'

  test('lie on disk encrypted: no receipt, number or page can be read from the table', async () => {
    const sent = await street.stranger.do(matter.report, { code, words }, { key: 'canary-0001' })
    const raw = await rawBytes(street.owner, 'command')
    expect(raw.includes('canary-0001')).toBe(true)
    for (const canary of [sent.receipt!, sent.no, sent.page, sent.promisedAt, words, '"receipt"', '"state"'])
      expect(raw.includes(canary), canary).toBe(false)
    // The search itself is sound: the matter's own words are found where they lie in clear.
    expect((await rawBytes(street.owner, 'matter')).includes(words)).toBe(true)
  })

  test('open only in their own row: moved to another key, an answer is not given', async () => {
    await street.stranger.do(matter.report, { code, words: '第一件' }, { key: 'moved-answer-1' })
    await street.stranger.do(matter.report, { code, words: '第二件' }, { key: 'moved-answer-2' })
    await street.owner.query(
      `update command set answer = (select answer from command where key = 'moved-answer-1') where key = 'moved-answer-2'`,
    )
    const again = await web.post('matter.report', { code, words: '第二件' }, { key: 'moved-answer-2' })
    expect(again.status).toBe(500)
    expect(await again.text()).not.toContain('LL-')
  })
})

test('sign-in is exempt: its key is not kept, its answer never repeated', async () => {
  const key = 'sign-in-key-0001'
  const signIn = () => street.stranger.do(account.signIn, { login: 'zhouxiaolan', password: 'linli-demo' }, { key })
  const tokens = [(await signIn()).token, (await signIn()).token]
  expect(tokens[0]).not.toBe(tokens[1])
  expect((await street.owner.query('select 1 from command where key = $1', [key])).rowCount).toBe(0)
})
