// What was tried against the doors and went through once: large refusals, one command sent twice at once, values no column holds.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#kernel/problem.ts'
import { account } from '#modules/account/contract.ts'
import { area } from '#modules/area/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb, withToken } from './web.ts'

let street: Street
let web: TestWeb
let code: string
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())

const tokenOf = async (login: string) =>
  (await street.stranger.do(account.signIn, { login, password: 'linli-demo' })).token
const codeOf = (wish: Promise<unknown>): Promise<string> =>
  wish.then(
    () => 'went through',
    (error: Problem) => error.body?.('en').code ?? String(error),
  )

test('a HEAD of the live line opens no line', async () => {
  const answer = await web.ask('/api/live', { method: 'HEAD', headers: withToken(await tokenOf('zhouxiaolan')) })
  expect(answer.status).toBe(404)
})

test('who may not is told so before his megabyte is read, and nobody is sent fifty thousand faults', async () => {
  const rows = Array.from({ length: 3_000 }, () => ({ aliases: Array(20).fill(0) }))
  const stranger = await web.post('area.import', { source: 'x', rows })
  expect(stranger.status).toBe(401)
  const keeper = await web.post('area.import', { source: 'x', rows }, { token: await tokenOf('chengyizhou') })
  expect(keeper.status).toBe(400)
  const told = (await keeper.json()) as { details: { count: number; issues: unknown[] } }
  expect(told.details.count).toBeGreaterThan(50_000)
  expect(told.details.issues).toHaveLength(50)
})

test('one command sent twice at the same moment has one answer', async () => {
  for (let round = 0; round < 6; round++) {
    const { id } = await street.stranger.do(matter.report, { code, words: '楼道灯不亮' })
    const extra = { key: `at-once-${round}-0001`, token: await tokenOf('zhouxiaolan') }
    const [one, other] = await Promise.all([1, 2].map(() => web.post('matter.take', { id }, extra)))
    expect([one!.status, other!.status]).toEqual([200, 200])
    expect(await one!.text()).toBe(await other!.text())
  }
})

describe('values that no column holds are refused as such', () => {
  const ring = [
    [115.6, 34.4],
    [115.7, 34.4],
    [115.7, 34.5],
    [115.6, 34.4],
  ]
  const shapes: [string, unknown][] = [
    ['no ring', { type: 'Polygon', coordinates: [] }],
    ['a ring too deep', { type: 'Polygon', coordinates: [[ring]] }],
    ['a ring too shallow', { type: 'MultiPolygon', coordinates: [ring] }],
    ['an open ring', { type: 'Polygon', coordinates: [[...ring.slice(0, 3), [115.65, 34.45]]] }],
    ['nothing', { type: 'MultiPolygon', coordinates: [] }],
  ]
  test.each(shapes)('a boundary of %s', async (_, boundary) => {
    const token = await tokenOf('chengyizhou')
    const parent = (
      await street.owner.query<{ code: string }>(
        `select code from area where level = 'grid' and tenant_id = $1 limit 1`,
        [street.tenant],
      )
    ).rows[0]!.code
    const rows = [{ key: 'a', parent, level: 'building', name: '怪楼', boundary }]
    expect((await web.post('area.import', { source: 'x', rows }, { token })).status).toBe(400)
    const id = await street.areaId('清荷社区')
    const { version } = await street.as('chengyizhou').do(area.get, { id })
    expect((await web.post('area.change', { id, version, boundary }, { token })).status).toBe(400)
  })

  const cursor = (at: string, id: string) => Buffer.from(JSON.stringify([at, id])).toString('base64url')
  const inputs: [string, string, unknown][] = [
    ['anxiaoya', 'matter.list', { after: cursor('2026-01-01T00:00:00Z', '-'.repeat(36)) }],
    ['anxiaoya', 'matter.list', { after: cursor('-271821-04-20T00:00:00.000Z', '0'.repeat(36)) }],
    ['anxiaoya', 'matter.items', { on: '0000-01-01' }],
    ['chengyizhou', 'account.list', { after: 'a\u0000' }],
    ['zhouxiaolan', 'account.addToken', { name: 'x\ud800', days: 1, scopes: ['account.read'] }],
    ['chengyizhou', 'place.setKind', { code: 'odd', zh: '\ud800', en: 'Odd' }],
  ]
  test.each(inputs)('%s %s %j', async (login, name, input) => {
    const answer = await web.post(name, input, { token: await tokenOf(login) })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'door.invalid'])
    expect(web.log).toEqual([])
  })

  test('a body nested without end, under a key', async () => {
    const token = await tokenOf('chengyizhou')
    const deep = `${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}`
    const answer = await web.ask('/api/matter.setItem', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'deep-0001', ...withToken(token, 'bearer') },
      body: `{"version":0,"name":${deep}}`,
    })
    expect(answer.status).toBe(400)
  })

  test('an area with a code or a name that stands there already is not answered as if it were new', async () => {
    const parentId = await street.areaId('清荷社区')
    const { rows } = await street.owner.query<{ code: string; name: string }>(
      `select code, name from area where parent_id = $1 and level = 'grid' limit 1`,
      [parentId],
    )
    const add = (grid: { code?: string; name: string }) =>
      codeOf(street.as('chengyizhou').do(area.add, { parentId, level: 'grid', ...grid }))
    expect(await add({ code: rows[0]!.code, name: '新网格' })).toBe('area.thereAlready')
    expect(await add({ name: '同名网格' })).toBe('went through')
    expect(await add({ name: '同名网格' })).toBe('area.thereAlready')
  })
})

describe('a key typed with a letter that only looks like one', () => {
  test('opens the same page, without a fault after the deed', async () => {
    const { receipt } = await street.stranger.do(matter.report, { code, words: '楼道灯不亮' })
    const typed = receipt!.replace(/S/, 'ſ')
    const answer = await web.ask('/api/matter.withdraw', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ receipt: typed }),
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/r/${receipt}`)
  })
})

describe('passwords and tokens', () => {
  test('the old password is not guessed through a session: five wrong ones lock, the right one then does not open', async () => {
    const token = await tokenOf('leiguoqing')
    const change = (old: string) => web.post('account.changePassword', { old, new: 'another-password-0003' }, { token })
    const answers: number[] = []
    for (let n = 0; n < 6; n++) answers.push((await change(`wrong-password-${n}`)).status)
    answers.push((await change('linli-demo')).status)
    expect(answers).toEqual(Array(7).fill(401))
  })

  test('a token makes no token and changes no password', async () => {
    const own = await tokenOf('niexiaogang')
    const made = await web.post('account.addToken', { name: '测试', days: 1, scopes: ['account.read'] }, { token: own })
    const { token } = (await made.json()) as { token: string }
    const by = { token, by: 'bearer' as const }
    expect(
      (await web.post('account.addToken', { name: '又一个', days: 365, scopes: ['account.read'] }, by)).status,
    ).toBe(403)
    expect(
      (await web.post('account.changePassword', { old: 'linli-demo', new: 'another-password-4' }, by)).status,
    ).toBe(403)
    expect((await web.post('account.me', {}, by)).status).toBe(200)
  })
})

test('whoever writes a report down for somebody does not hold the key to judge it', async () => {
  const areaId = await street.areaId('第12网格')
  const words = '居民说楼道灯不亮'
  const { receipt } = await street.as('zhouxiaolan').do(matter.report, { areaId, words, phone: '13800001234' })
  expect(receipt).toBeNull()
})

test('numbers in people’s words are masked for whoever has no business with them, and never stand in a title', async () => {
  const { id } = await street.stranger.do(matter.report, {
    code,
    words: '请打 13812340000，我姓孙，证号 990302199003078812，灯不亮',
  })
  const seen = await street.as('anxiaoya').do(matter.get, { id })
  expect(`${seen.title} ${seen.words}`).not.toMatch(/13812340000|990302199003078812/)
  expect(seen.words).toContain('138****0000')
  const own = await street.as('zhouxiaolan').do(matter.get, { id })
  expect(own.title).not.toContain('13812340000')
  expect(own.words).toContain('13812340000')
})

test('where a reporter stood and how he rated do not stand in the journal, nor can his words be guessed from it', async () => {
  const { id } = await street.stranger.do(matter.report, { code, words: '301', lon: 115.6012345, lat: 34.4012345 })
  const { rows } = await street.owner.query<{ text: string }>(
    `select input::text as text from journal where operation = 'matter.report' and subject_id = $1`,
    [id],
  )
  expect(rows[0]!.text).not.toMatch(/115\.6|34\.4/)
  expect(rows[0]!.text).toContain('hmac:')
  const { createHash } = await import('node:crypto')
  expect(rows[0]!.text).not.toContain(createHash('sha256').update('301').digest('hex'))
})
